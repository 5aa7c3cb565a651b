/** Finds the values of the items of `export_item` that the format of the export cannot contain. A bundle contains all. */
import { sql } from '../../database/worker.js';
import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import { entityLosses, isEntityFormat, isRecordFormat, NotCarried, RecordLosses } from '../formats/index.js';
import { xmlOfReport } from '../kinds/worker.js';
import { branchSpecs } from '../resources/worker.js';
import type { WorkerContext, WorkSignals } from '../workers/index.js';
import type { ExportOrder } from './exportSelection.js';
import { exportedItems } from './exportItems.js';
import { recordFieldsOf } from './recordFieldsOf.js';

interface ItemRow {
  id: string;
  kind: string;
  name: string;
  title: string | null;
  externalReferenceCode: string | null;
  parentId: string | null;
  spec: string;
}

type Item = Omit<ItemRow, 'spec'> & { spec: JsonObject };

/** Finds the losses of an item. */
type LossesOf = (item: Item) => Promise<Parameters<NotCarried['add']>[1]>;

const windowSize = 500;

/** Gives the NOT_CARRIED warnings. Called inside a snapshot, after the table was filled without problems. */
export async function notCarried(
  context: WorkerContext,
  order: ExportOrder,
  { checkpoint }: Pick<WorkSignals, 'checkpoint'>,
): Promise<Problem[]> {
  const lossesOf = lossesIn(context, order);
  if (lossesOf === undefined) return [];
  const found = new NotCarried(order.format);
  const items = sql`SELECT r.id, r.kind, r.name, r.title, r.external_reference_code, r.parent_id, c.spec
    FROM ${exportedItems} ORDER BY x.place`;
  for await (const rows of context.connection.windows<ItemRow>(items, windowSize)) {
    for (const row of rows) {
      const item = { ...row, spec: JSON.parse(row.spec) as JsonObject };
      found.add(item, await lossesOf(item));
    }
    await checkpoint();
  }
  return found.problems();
}

function lossesIn(
  context: WorkerContext,
  { format, fields, selection: { branchId } }: ExportOrder,
): LossesOf | undefined {
  if (isEntityFormat(format)) return entityLossesOf(context, branchId);
  return isRecordFormat(format) ? recordLossesOf(context, { format, fields, branchId }) : undefined;
}

function entityLossesOf(context: WorkerContext, branchId: string): LossesOf {
  const specs = branchSpecs(context, branchId);
  return async ({ kind, spec, parentId, ...item }) => {
    const xml = await specs.forWork((lookup) => xmlOfReport(kind, spec, lookup));
    return entityLosses({ ...item, kind, spec, xml, isContained: parentId !== null });
  };
}

type RecordOptions = Pick<ConstructorParameters<typeof RecordLosses>[0], 'format' | 'fields'> & { branchId: string };

/** The kind or the definition gives the types of cells. Each definition is compiled once. */
function recordLossesOf(context: WorkerContext, { format, fields, branchId }: RecordOptions): LossesOf {
  const lossesBySort = new Map<string, RecordLosses>();
  return async (item) => {
    const { kind, parentId } = item;
    const key = `${kind}\n${parentId ?? ''}`;
    let losses = lossesBySort.get(key);
    if (losses === undefined) {
      const [known] = format === 'CSV' ? await recordFieldsOf(context, branchId, [{ kind, parentId }]) : [];
      losses = new RecordLosses({ format, fields, cellTypes: known?.cellTypes ?? {} });
      lossesBySort.set(key, losses);
    }
    return losses.of(item);
  };
}
