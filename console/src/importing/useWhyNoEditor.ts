import { useBranch } from '../shell/branch.js';
import { whyRoleLacks } from '../shell/rights.js';

/** Why this person may not import into the project of the screen; undefined when they may. */
export function useWhyNoEditor(): string | undefined {
  return whyRoleLacks(useBranch().project.myRole, 'EDITOR');
}
