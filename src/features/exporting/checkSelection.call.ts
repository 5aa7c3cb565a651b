import { errorProblem, type Problem } from '../../shared/problem.js';
import type { WorkerCall, WorkerContext } from '../workers/index.js';
import { builtInIds } from './builtIns.js';
import type { ExportSelection } from './exportSelection.js';
import { selectRoots } from './selectRoots.js';

/** What stands in the way of an export, before a task is made of it. */
export const checkSelectionCall: WorkerCall<ExportSelection, Problem[]> = {
  name: 'exporting.checkSelection',
  isRead: true,
  run: async (context, selection) => {
    if (isWholeBranch(selection)) return (await holdsAnything(context, selection)) ? [] : [nothingSelected()];
    const { rootIds, problems } = await selectRoots(context, selection);
    if (rootIds.length > 0 || problems.length > 0) return problems;
    return [nothingSelected()];
  },
};

/** Claims that all of a branch is meant, less what is left out by its id. */
export function isWholeBranch({ isAll, resourceIds, kinds }: ExportSelection): boolean {
  return isAll && resourceIds.length === 0 && kinds.length === 0;
}

async function holdsAnything(context: WorkerContext, selection: ExportSelection): Promise<boolean> {
  const { connection, kinds } = context;
  const leftOut = new Set([...selection.excludeIds, ...(await builtInIds(context, selection.branchId))]);
  const travelling = kinds.list().filter(({ isExportable }) => isExportable);
  const rows = connection.windows<{ id: string }>(
    `SELECT id FROM resource WHERE branch_id = :branchId AND kind IN ${connection.textList(':kinds')}`,
    { branchId: selection.branchId, kinds: JSON.stringify(travelling.map(({ name }) => name)) },
    100,
  );
  for await (const window of rows) if (window.some(({ id }) => !leftOut.has(id))) return true;
  return false;
}

export function nothingSelected(): Problem {
  return errorProblem('SELECTION_EMPTY', 'The selection holds nothing that can be exported.', {
    path: ['input'],
    fix: 'Select resources by id or kind, or all of the branch.',
  });
}
