import type { Problem } from '../../shared/problem.js';
import type { ProblemCode } from '../../shared/problemCode.js';
import type { KindDefinition } from './kind.js';

const faultByCode: ReadonlyMap<ProblemCode, 'name' | 'spec'> = new Map([
  ['NAME_INVALID', 'name'],
  ['NAME_LOOKALIKE', 'name'],
  ['SPEC_INVALID', 'spec'],
  ['NESTING_TOO_DEEP', 'spec'],
  ['FORBIDDEN_KEY', 'spec'],
]);

/** A problem of an item with the code that the kind's product gives for it, where it has one and no nearer one is known. */
export function withOriginalCode({ originalCodes }: Pick<KindDefinition, 'originalCodes'>, problem: Problem): Problem {
  const fault = originalCodes && problem.originalCode === undefined ? faultByCode.get(problem.code) : undefined;
  const originalCode = fault && originalCodes?.[fault];
  return originalCode === undefined ? problem : { ...problem, originalCode };
}
