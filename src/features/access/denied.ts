import { errorProblem, type Problem } from '../../shared/problem.js';
import type { Denial } from './guard.js';
import type { Right } from './policy.js';

const sentenceByRight: Readonly<Record<Right, string>> = {
  ANYONE: 'Nobody may do this.',
  VIEWER: 'This requires the role viewer in the project.',
  EDITOR: 'This requires the role editor in the project.',
  MANAGER: 'This requires the role manager in the project.',
  MANAGER_ANYWHERE: 'This requires the role manager in a project.',
  SUPERUSER: 'This requires superuser rights.',
};

/** The message for a missing right. */
export function deniedSentence(needed: Right): string {
  return sentenceByRight[needed];
}

/** The fix for a missing right. */
export function deniedFix(needed: Right): string {
  return needed === 'SUPERUSER'
    ? 'Ask a superuser of this server.'
    : 'Ask a manager of the project to grant you the role.';
}

/** The problem of a denied mutation. */
export function deniedProblem({ needed }: Pick<Denial, 'needed'>): Problem {
  return errorProblem('FORBIDDEN', deniedSentence(needed), { path: ['input'], fix: deniedFix(needed) });
}
