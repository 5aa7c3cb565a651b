import { errorProblem, type Problem } from '../../shared/problem.js';

/** The problem of a selection that comes to nothing. */
export function nothingSelected(): Problem {
  return errorProblem('SELECTION_EMPTY', 'The selection holds nothing that can be exported.', {
    path: ['input'],
    fix: 'Select resources by id or kind, or all of the branch; a filter may leave nothing over.',
  });
}
