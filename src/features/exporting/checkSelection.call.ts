import { sql } from '../../database/worker.js';
import type { Problem } from '../../shared/problem.js';
import { isEntityFormat, isRecordFormat } from '../formats/index.js';
import type { HeavyRead, WorkerContext } from '../workers/index.js';
import { builtInIds } from './builtIns.js';
import { checkOrder } from './export.rules.js';
import { isWholeBranch, type ExportOrder, type ExportSelection } from './exportSelection.js';
import { fillOrder } from './fillOrder.js';
import { leaveOutUnusable } from './leaveOutUnusable.js';
import { nothingSelected } from './nothingSelected.js';
import { selectRoots } from './selectRoots.js';
import { unknownExclusions } from './unknownNames.js';

/** Returns the problems that prevent an export, before a task is created. */
export const checkSelectionCall: HeavyRead<ExportOrder, Problem[]> = {
  name: 'exporting.checkSelection',
  isRead: true,
  isHeavy: true,
  run: async (context, { format, ...order }, signals) => {
    const faults = checkOrder({ format, ...order });
    if (faults.length > 0) return faults;
    const unknown = await unknownExclusions(context, order.selection);
    if (unknown.length > 0) return unknown;
    // Bundles can contain every kind. For other formats the whole selection must be computed first.
    if (!isRecordFormat(format) && !isEntityFormat(format)) return checkRoots(context, order.selection);
    const filled = await context.connection.snapshot(() => fillOrder(context, { format, ...order }, signals));
    return filled.problems;
  },
};

async function checkRoots(context: WorkerContext, asked: ExportSelection): Promise<Problem[]> {
  const { selection, problems: forbidden } = await leaveOutUnusable(context, asked);
  if (forbidden.length > 0) return forbidden;
  if (isWholeBranch(selection)) return (await holdsAnything(context, selection)) ? [] : [nothingSelected()];
  const { rootIds, problems } = await selectRoots(context, selection);
  if (rootIds.length > 0 || problems.length > 0) return problems;
  return [nothingSelected()];
}

async function holdsAnything(context: WorkerContext, selection: ExportSelection): Promise<boolean> {
  const { connection, kinds } = context;
  const leftOut = new Set([...selection.excludeIds, ...(await builtInIds(context, selection.branchId))]);
  const travelling = kinds.list().filter(({ isExportable }) => isExportable);
  const rows = connection.windows<{ id: string }>(
    sql`SELECT id FROM resource WHERE branch_id = ${selection.branchId} AND kind IN ${travelling.map(({ name }) => name)}`,
    100,
  );
  for await (const window of rows) if (window.some(({ id }) => !leftOut.has(id))) return true;
  return false;
}
