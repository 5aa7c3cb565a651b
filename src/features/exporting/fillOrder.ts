import { checkBundleSize, isEntityFormat, isRecordFormat, type RecordClass } from '../formats/index.js';
import type { WorkerContext, WorkSignals } from '../workers/index.js';
import { checkEntities } from './checkEntities.js';
import { checkRecords } from './checkRecords.js';
import { checkOrder } from './export.rules.js';
import { exportItemClasses } from './exportItemClasses.js';
import type { ExportOrder } from './exportSelection.js';
import { fillItems, fillWithNothing, type FilledItems } from './fillItems.js';

interface FilledOrder extends FilledItems {
  /** Classes of the items, in the order of the file; empty if there are problems with the selection. */
  classes: readonly RecordClass[];
}

/** Fills `export_item` and checks that the format can contain the items. Call it inside a snapshot. */
export async function fillOrder(
  context: WorkerContext,
  { format, ...order }: ExportOrder,
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<FilledOrder> {
  const faults = checkOrder({ format, ...order });
  if (faults.length > 0) return { ...(await fillWithNothing(context)), classes: [], problems: faults };
  const { graph, totalCount, problems } = await fillItems(context, order.selection, signals);
  if (problems.length > 0) return { graph, totalCount, classes: [], problems };
  const classes = await exportItemClasses(context);
  if (isRecordFormat(format)) problems.push(...(await checkRecords(context, { format, ...order }, classes)));
  else if (isEntityFormat(format)) {
    const kinds = classes.map(({ kind }) => kind);
    problems.push(...(await checkEntities(context, kinds, order.selection)));
  } else problems.push(...checkBundleSize(format, totalCount));
  return { graph, totalCount, classes, problems };
}
