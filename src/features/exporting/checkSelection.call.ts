import { errorProblem, type Problem } from '../../shared/problem.js';
import type { WorkerCall } from '../workers/index.js';
import type { ExportSelection } from './exportSelection.js';
import { selectRoots } from './selectRoots.js';

/** What stands in the way of an export, before a task is made of it. */
export const checkSelectionCall: WorkerCall<ExportSelection, Problem[]> = {
  name: 'exporting.checkSelection',
  isRead: true,
  run: async (context, selection) => {
    const { rootIds, problems } = await selectRoots(context, selection);
    if (rootIds.length > 0 || problems.length > 0) return problems;
    return [nothingSelected()];
  },
};

export function nothingSelected(): Problem {
  return errorProblem('SELECTION_EMPTY', 'The selection holds nothing that can be exported.', {
    path: ['input'],
    fix: 'Select resources by id or kind, or all of the branch.',
  });
}
