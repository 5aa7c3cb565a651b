import { errorProblem, type Problem } from '../../shared/problem.js';
import { selectionPath } from './selectionPaths.js';

/** The problem of an empty selection. */
export function nothingSelected(): Problem {
  return errorProblem('SELECTION_EMPTY', 'The selection contains no resource that can be exported.', {
    path: [...selectionPath],
    fix: 'Select resources by id or kind, or select all. If there is a filter, check whether it matches any resource.',
  });
}
