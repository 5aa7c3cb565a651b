/** Writes the file of a transfer, before it is read. It is kept once its row is committed: a task that starts again uses it. */
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { recordAudit } from '../../audit/worker.js';
import { writeExport, type ExportOrder } from '../../exporting/worker.js';
import { recordFile } from '../../files/worker.js';
import { projectIdOf } from '../../projects/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import { planToChange, updatePlan, type PlanRow } from '../tables/planRows.js';
import { findUpload } from '../tables/readUpload.js';

/** The export of a transfer. */
export interface TransferOrder {
  order: ExportOrder;
  /** Maximum size of an imported file. */
  maxBytes: number;
}

/** Returns the problems that prevent the file; empty once it exists. */
export async function writeSource(
  context: TaskContext,
  plan: PlanRow,
  { order, maxBytes }: TransferOrder,
): Promise<Problem[]> {
  if (await findUpload(context, plan)) return [];
  const { id, file, keep } = context.newFile();
  const exportedAt = context.clock.now();
  const written = await writeExport(context, order, { file, exportedAt });
  if ('problems' in written) return written.problems;
  const { count, name, mediaType, sizeBytes, sha256 } = written;
  if (sizeBytes > maxBytes) {
    await context.fileStore.remove([id]);
    return [tooLarge(sizeBytes, maxBytes)];
  }
  const isOurs = await context.connection.transaction(async () => {
    // Another server may have considered this one dead, and written the file.
    const current = await planToChange(context.connection, plan.id);
    if (!current || (await findUpload(context, current))) return false;
    const facts = { id, taskId: context.task.id, purpose: 'SOURCE', createdAt: exportedAt } as const;
    await recordFile(context.connection, { ...facts, name, mediaType, sizeBytes, sha256 });
    await updatePlan(context.connection, plan.id, { sourceFileId: id });
    await auditExport(context, { order, at: exportedAt, fileName: name, count });
    return true;
  });
  if (isOurs) keep();
  else await context.fileStore.remove([id]);
  context.count({ processedCount: 0, totalCount: count });
  return [];
}

/** Writes the audit event of an export from the source project. */
async function auditExport(
  { connection, task }: TaskContext,
  { order, at, fileName, count }: { order: ExportOrder; at: string; fileName: string; count: number },
): Promise<void> {
  const { branchId } = order.selection;
  const projectId = (await projectIdOf(connection, branchId)) ?? null;
  await recordAudit(connection, {
    ...{ at, action: 'EXPORT', outcome: 'SUCCEEDED', subjectId: task.id, projectId },
    actor: task.actor ?? { id: 'unknown', name: 'unknown' },
    detail: {
      ...{ branchId, intoBranchId: task.branchId, format: order.format, fileName },
      counts: { processedCount: count, totalCount: count },
    },
  });
}

function tooLarge(sizeBytes: number, maxBytes: number): Problem {
  const message = `The exported file has ${sizeBytes} bytes; this server imports at most ${maxBytes} (WAYBILL_MAX_UPLOAD_BYTES).`;
  return errorProblem('FILE_TOO_LARGE', message, {
    path: ['input', 'selection'],
    fix: 'Transfer the selection in several parts, or raise the limit.',
  });
}
