/** Writes the items of `export_item` as a bundle. */
import { sql } from '../../database/worker.js';
import { writeBundle, type BundleFormat, type BundleSource, type WrittenBundle } from '../formats/index.js';
import type { TaskContext } from '../tasks/worker.js';
import { bundleRequirements } from './bundleRequirements.js';
import type { ExportSelection } from './exportSelection.js';
import { recordExpression } from './recordSql.js';

const windowSize = 500;

/** Members of the header. */
export interface BundleFacts {
  selection: ExportSelection;
  exportedAt: string;
}

/** Call it inside a snapshot. */
export async function exportBundle(
  context: TaskContext,
  { format, path }: { format: BundleFormat; path: string },
  { selection, exportedAt }: BundleFacts,
): Promise<WrittenBundle> {
  return writeBundle({
    path,
    format,
    source: await readSource(context, selection.branchId, exportedAt),
    requirements: await bundleRequirements(context, selection),
    records: records(context),
  });
}

async function* records(context: TaskContext): AsyncGenerator<string[]> {
  const items = sql`SELECT ${recordExpression} AS record
    FROM export_item x JOIN resource r ON r.id = x.id JOIN content c ON c.id = r.content_id ORDER BY x.place`;
  let processedCount = 0;
  for await (const rows of context.connection.windows<{ record: string }>(items, windowSize)) {
    yield rows.map(({ record }) => record);
    processedCount += rows.length;
    context.count({ processedCount });
    await context.checkpoint();
  }
}

/** The source of the bundle. */
async function readSource(context: TaskContext, branchId: string, exportedAt: string): Promise<BundleSource> {
  const row = await context.connection.get<{ id: string; key: string; name: string; branch: string }>(
    sql`SELECT p.id, p.key, p.name, b.name AS branch FROM branch b JOIN project p ON p.id = b.project_id WHERE b.id = ${branchId}`,
  );
  return {
    instance: context.instance,
    project: row ? { id: row.id, key: row.key, name: row.name } : null,
    branch: row?.branch ?? null,
    exportedAt,
    exportedBy: context.task.actor?.name ?? null,
  };
}
