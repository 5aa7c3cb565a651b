/** Writes a selection into a bundle: one unchanging state of the branch, streamed from the database to the file. */
import type { Problem } from '../../shared/problem.js';
import { bundleMediaType, writeBundle, type BundleFormat, type BundleSource } from '../formats/index.js';
import { recordFile } from '../files/worker.js';
import type { TaskContext, TaskHandler } from '../tasks/worker.js';
import type { WorkerContext } from '../workers/index.js';
import { isWholeBranch, nothingSelected } from './checkSelection.call.js';
import { collectExport } from './collectExport.js';
import { fillWithBranch } from './exportItems.js';
import { exportFileName } from './exportFileName.js';
import type { ExportSelection } from './exportSelection.js';
import { recordExpression } from './recordSql.js';
import { bundleRequirements } from './bundleRequirements.js';

/** What an export task was asked to do. */
export interface ExportOrder {
  selection: ExportSelection;
  format: BundleFormat;
}

const windowSize = 500;

export const exportTask: TaskHandler = {
  type: 'EXPORT',
  run: async (context) => {
    const order = context.task.input as unknown as ExportOrder;
    const { id, path } = context.newFile();
    const exportedAt = context.clock.now();
    const written = await context.connection.snapshot(() => writeSelection(context, order, { path, exportedAt }));
    if ('errorMessage' in written) return { status: 'FAILED', counts: {}, errorMessage: written.errorMessage };
    await context.connection.transaction(async () => {
      const { name, sizeBytes, sha256, count } = written;
      await recordFile(context.connection, {
        id,
        taskId: context.task.id,
        purpose: 'RESULT',
        name,
        mediaType: bundleMediaType(order.format),
        sizeBytes,
        sha256,
        createdAt: exportedAt,
      });
      await context.end({ status: 'COMPLETED', counts: { processedCount: count, totalCount: count } });
    });
    return undefined;
  },
};

type Written = { name: string; sizeBytes: number; sha256: string; count: number } | { errorMessage: string };

async function writeSelection(
  context: TaskContext,
  { selection, format }: ExportOrder,
  { path, exportedAt }: { path: string; exportedAt: string },
): Promise<Written> {
  context.enterStage('collecting');
  const { totalCount, problem } = await collectItems(context, selection);
  if (problem) return { errorMessage: problem.message };
  context.enterStage('writing');
  context.count({ totalCount });
  const written = await writeBundle({
    path,
    format,
    source: await readSource(context, selection.branchId, exportedAt),
    requirements: await bundleRequirements(context),
    records: records(context),
  });
  const { sizeBytes, count } = written;
  return {
    name: await exportFileName(context, format, exportedAt),
    sizeBytes,
    count,
    sha256: written.sha256.replace('sha256:', ''),
  };
}

/** Fills the table of what is written. */
async function collectItems(
  context: TaskContext,
  selection: ExportSelection,
): Promise<{ totalCount: number; problem: Problem | undefined }> {
  if (isWholeBranch(selection)) {
    const totalCount = await fillWithBranch(context, selection);
    return { totalCount, problem: totalCount === 0 ? nothingSelected() : undefined };
  }
  const { graph, problems } = await collectExport(context, selection, context);
  return { totalCount: graph.nodeIds.length, problem: problems[0] };
}

async function* records(context: TaskContext): AsyncGenerator<string[]> {
  const sql = `SELECT ${recordExpression(context.connection)} AS record
    FROM export_item x JOIN resource r ON r.id = x.id JOIN content c ON c.id = r.content_id ORDER BY x.place`;
  let processedCount = 0;
  for await (const rows of context.connection.windows<{ record: string }>(sql, {}, windowSize)) {
    yield rows.map(({ record }) => record);
    processedCount += rows.length;
    context.count({ processedCount });
    await context.checkpoint();
  }
}

/** Who writes the bundle. */
async function readSource(context: WorkerContext, branchId: string, exportedAt: string): Promise<BundleSource> {
  const row = await context.connection.get<{ id: string; key: string; name: string; branch: string }>(
    `SELECT p.id, p.key, p.name, b.name AS branch FROM branch b JOIN project p ON p.id = b.project_id WHERE b.id = :branchId`,
    { branchId },
  );
  return {
    instance: context.instance,
    project: row ? { id: row.id, key: row.key, name: row.name } : null,
    branch: row?.branch ?? null,
    exportedAt,
    exportedBy: null,
  };
}
