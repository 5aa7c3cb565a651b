/**
 * Writes the file of a plan whose items come from another branch of this server, before it is read. What is written is kept once its row
 * is committed: a task that starts again goes on from it.
 */
import { rm } from 'node:fs/promises';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { recordAudit } from '../../audit/worker.js';
import { writeExport, type ExportOrder } from '../../exporting/worker.js';
import { recordFile } from '../../files/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import { planToChange, updatePlan, type PlanRow } from '../tables/planRows.js';
import { findUpload } from '../tables/readUpload.js';

/** What is to be exported for a plan. */
export interface TransferOrder {
  order: ExportOrder;
  /** How large a file may be that is imported. */
  maxBytes: number;
}

/** Gives why there is no file; nothing once there is one. */
export async function writeSource(
  context: TaskContext,
  plan: PlanRow,
  { order, maxBytes }: TransferOrder,
): Promise<Problem[]> {
  if (await findUpload(context, plan)) return [];
  const { id, path, keep } = context.newFile();
  const exportedAt = context.clock.now();
  const written = await writeExport(context, order, { path, exportedAt });
  if ('problems' in written) return written.problems;
  const { count, name, mediaType, sizeBytes, sha256 } = written;
  if (sizeBytes > maxBytes) {
    await rm(path, { force: true });
    return [tooLarge(sizeBytes, maxBytes)];
  }
  const isOurs = await context.connection.transaction(async () => {
    // Another server may have taken this one for dead, and written the file.
    const current = await planToChange(context.connection, plan.id);
    if (!current || (await findUpload(context, current))) return false;
    const facts = { id, taskId: context.task.id, purpose: 'SOURCE', createdAt: exportedAt } as const;
    await recordFile(context.connection, { ...facts, name, mediaType, sizeBytes, sha256 });
    await updatePlan(context.connection, plan.id, { sourceFileId: id });
    await auditExport(context, { order, at: exportedAt, fileName: name, count });
    return true;
  });
  if (isOurs) keep();
  else await rm(path, { force: true });
  context.count({ processedCount: 0, totalCount: count });
  return [];
}

/** The source's project is told as of any export. */
async function auditExport(
  { connection, task }: TaskContext,
  { order, at, fileName, count }: { order: ExportOrder; at: string; fileName: string; count: number },
): Promise<void> {
  const { branchId } = order.selection;
  const source = await connection.get<{ projectId: string }>(
    'SELECT project_id AS "projectId" FROM branch WHERE id = :branchId',
    { branchId },
  );
  await recordAudit(connection, {
    ...{ at, action: 'EXPORT', outcome: 'SUCCEEDED', subjectId: task.id, projectId: source?.projectId ?? null },
    actor: task.actor ?? { id: 'unknown', name: 'unknown' },
    detail: {
      ...{ branchId, intoBranchId: task.branchId, format: order.format, fileName },
      counts: { processedCount: count, totalCount: count },
    },
  });
}

function tooLarge(sizeBytes: number, maxBytes: number): Problem {
  const message = `The selection comes to a file of ${sizeBytes} bytes; this server imports at most ${maxBytes} (WAYBILL_MAX_UPLOAD_BYTES).`;
  return errorProblem('FILE_TOO_LARGE', message, {
    path: ['input', 'selection'],
    fix: 'Transfer it in several parts, or have the limit raised.',
  });
}
