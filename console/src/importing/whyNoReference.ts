import { capitalized } from '../design/format.js';
import { useBranch } from '../shell/branch.js';
import { usePlanScreen } from './planContext.js';

interface ReferenceRules {
  title: string;
  isReferenceAllowed: boolean;
  requiredCapability: string | null;
}

/** Gives why an item of a kind can't be imported as a reference; undefined when it can. */
export function useWhyNoReference(): (kind: ReferenceRules) => string | undefined {
  const { capabilities, key } = useBranch().project;
  const { plan } = usePlanScreen();
  const held = new Set<string>(capabilities);
  return ({ title, isReferenceAllowed, requiredCapability }) => {
    if (!isReferenceAllowed) return `${capitalized(title)} can’t be a reference.`;
    if (plan.source?.project == null)
      return 'The file does not say from which project it is, so that nothing could update a reference.';
    if (requiredCapability === null || held.has(requiredCapability)) return undefined;
    return `${capitalized(title)} can be a reference only in an event-driven project, which ${key} is not: see its settings.`;
  };
}
