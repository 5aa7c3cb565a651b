/** Writes the items of `export_item` as records, class by class, in the order of the table. */
import { sql } from '../../database/worker.js';
import type { JsonObject } from '../../shared/json.js';
import type { FileTarget } from '../files/worker.js';
import { writeRecords, type ExportRecord, type WrittenRecords } from '../formats/index.js';
import type { TaskContext } from '../tasks/worker.js';
import type { RecordOrder } from './checkRecords.js';
import { exportedItems } from './exportItems.js';

interface RecordRow {
  kind: string;
  name: string;
  title: string | null;
  code: string | null;
  spec: string;
}

const windowSize = 500;

/** Call it inside a snapshot. A table is read twice, first for its columns. */
export function exportRecords(
  context: TaskContext,
  { format, isArchive = false, fields }: RecordOrder,
  file: FileTarget,
): Promise<WrittenRecords> {
  return writeRecords({
    file,
    format,
    isArchive,
    fields,
    records: () => readRecords(context),
    onProgress: ({ count }) => {
      context.count({ processedCount: count });
    },
  });
}

async function* readRecords({ connection, checkpoint }: TaskContext): AsyncGenerator<ExportRecord[]> {
  const items = sql`SELECT r.kind, r.name, r.title, r.external_reference_code AS code, c.spec
    FROM ${exportedItems} ORDER BY x.place`;
  for await (const rows of connection.windows<RecordRow>(items, windowSize)) {
    yield rows.map(({ kind, name, title, code, spec }) => {
      return { kind, name, title, externalReferenceCode: code, spec: JSON.parse(spec) as JsonObject };
    });
    await checkpoint();
  }
}
