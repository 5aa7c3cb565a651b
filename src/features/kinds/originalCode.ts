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

/** Adds the code of the kind's product to a problem, if it has one and the problem has none. */
export function withOriginalCode({ originalCodes }: Pick<KindDefinition, 'originalCodes'>, problem: Problem): Problem {
  const fault = originalCodes && problem.originalCode === undefined ? faultByCode.get(problem.code) : undefined;
  const originalCode = fault && originalCodes?.[fault];
  return originalCode === undefined ? problem : { ...problem, originalCode };
}
