import type { ProblemCode } from '../shared/problemCode.js';

/** Those that any mutation can answer: it lacks a right, or an argument can't be stored. */
const codesOfAll = ['CHARACTER_NOT_ALLOWED', 'FORBIDDEN', 'NUMBER_NOT_EXACT'] as const satisfies ProblemCode[];

/**
 * Declares a mutation: what it does, and the codes of all problems that its payload can have. The schema tells both; the clients of the
 * tests fail when a mutation answers another code.
 */
export function answering(description: string, codes: readonly ProblemCode[]): { description: string } {
  const all = [...new Set<ProblemCode>([...codesOfAll, ...codes])].toSorted();
  return { description: `${description}\n${codesHeading}${all.join(', ')}.` };
}

/** What the list of codes begins with in the description of a mutation. */
export const codesHeading = 'Problems: ';
