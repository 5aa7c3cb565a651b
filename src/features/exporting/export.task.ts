/** Writes a selection into a file: one unchanging state of the branch, streamed from the database. */
import type { Problem } from '../../shared/problem.js';
import {
  bundleMediaType,
  entityMediaType,
  isEntityFormat,
  isRecordFormat,
  recordMediaType,
  type WrittenRecords,
} from '../formats/index.js';
import { recordFile } from '../files/worker.js';
import type { TaskContext, TaskHandler } from '../tasks/worker.js';
import { exportBundle } from './exportBundle.js';
import { exportEntities } from './exportEntities.js';
import { exportFileName } from './exportFileName.js';
import { exportRecords } from './exportRecords.js';
import type { ExportOrder } from './exportSelection.js';
import { fillOrder } from './fillOrder.js';
import { heldByExport, holdExported } from './holdExported.js';

export const exportTask: TaskHandler<ExportOrder> = {
  type: 'EXPORT',
  run: async (context) => {
    const order = context.task.input;
    const { id, path } = context.newFile();
    const exportedAt = context.clock.now();
    const written = await context.connection.snapshot(() => writeSelection(context, order, { path, exportedAt }));
    if ('problem' in written) {
      const { code, message } = written.problem;
      return { status: 'FAILED', counts: {}, errorMessage: message, code };
    }
    await context.connection.transaction(async () => {
      const { name, sizeBytes, sha256, count, heldIds } = written;
      await recordFile(context.connection, {
        id,
        taskId: context.task.id,
        purpose: 'RESULT',
        name,
        mediaType: mediaTypeOf(order),
        sizeBytes,
        sha256,
        createdAt: exportedAt,
      });
      await holdExported(context, { taskId: context.task.id, resourceIds: heldIds });
      await context.end({ status: 'COMPLETED', counts: { processedCount: count, totalCount: count } });
    });
    return undefined;
  },
};

type Written =
  { name: string; sizeBytes: number; sha256: string; count: number; heldIds: readonly string[] } | { problem: Problem };

async function writeSelection(
  context: TaskContext<ExportOrder>,
  { format, ...order }: ExportOrder,
  { path, exportedAt }: { path: string; exportedAt: string },
): Promise<Written> {
  context.enterStage('collecting');
  // The branch may have changed since the order was checked.
  const { totalCount, classes, problems } = await fillOrder(context, { format, ...order }, context);
  const [problem] = problems;
  if (problem) return { problem };
  context.enterStage('writing');
  context.count({ totalCount });
  const { sizeBytes, sha256, count } = await writeItems(context, { format, ...order }, { path, exportedAt });
  const name = exportFileName({ format, ...order }, classes, exportedAt);
  return { name, sizeBytes, count, sha256, heldIds: await heldByExport(context, order.selection) };
}

function writeItems(
  context: TaskContext<ExportOrder>,
  { format, ...order }: ExportOrder,
  { path, exportedAt }: { path: string; exportedAt: string },
): Promise<Pick<WrittenRecords, 'sizeBytes' | 'sha256' | 'count'>> {
  const { branchId } = order.selection;
  if (isRecordFormat(format)) return exportRecords(context, { format, ...order }, path);
  if (isEntityFormat(format)) return exportEntities(context, { path, branchId });
  return exportBundle(context, { format, path }, { selection: order.selection, exportedAt });
}

function mediaTypeOf({ format, isArchive = false }: ExportOrder): string {
  if (isEntityFormat(format)) return entityMediaType;
  if (!isRecordFormat(format)) return bundleMediaType(format);
  return isArchive ? 'application/zip' : recordMediaType(format);
}
