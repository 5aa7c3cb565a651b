import { errorProblem, type Problem } from '../../shared/problem.js';

/** The problem of a selection that comes to nothing. */
export function nothingSelected(): Problem {
  return errorProblem('SELECTION_EMPTY', 'The selection contains no resource that can be exported.', {
    path: ['input'],
    fix: 'Select resources by id or kind, or select all. If there is a filter, check whether it matches any resource.',
  });
}
