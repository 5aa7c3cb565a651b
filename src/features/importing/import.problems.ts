import { isId } from '../../shared/clock.js';
import { errorProblem, type Problem } from '../../shared/problem.js';

/** The branch of the input does not exist, or its id is malformed. */
export function unknownBranch(id: string, field = 'branchId'): Problem {
  const path = ['input', field];
  return isId(id) ? errorProblem('NOT_FOUND', 'There is no branch with this id.', { path }) : notAnId(id, field);
}

/** A malformed id. */
export function notAnId(id: string, field: string): Problem {
  return errorProblem('INVALID_ID', `"${id.slice(0, 80)}" is not an id of this server.`, { path: ['input', field] });
}

/** The idempotency key was used for another file or transfer. */
export function keyReused(): Problem {
  return errorProblem(
    'IDEMPOTENCY_KEY_REUSED',
    'The idempotency key was used on this branch before, for another file or transfer.',
    {
      path: ['input', 'idempotencyKey'],
      fix: 'Use a new key.',
    },
  );
}
