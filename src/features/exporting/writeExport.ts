/** Writes a selection into a file, streamed from one snapshot of the branch. */
import { sql } from '../../database/worker.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import {
  bundleMediaType,
  entityMediaType,
  isEntityFormat,
  isRecordFormat,
  recordMediaType,
  type WrittenRecords,
} from '../formats/index.js';
import type { FileTarget } from '../files/worker.js';
import type { TaskContext } from '../tasks/worker.js';
import { exportBundle } from './exportBundle.js';
import { exportEntities } from './exportEntities.js';
import { exportFileName } from './exportFileName.js';
import { exportRecords } from './exportRecords.js';
import type { ExportOrder } from './exportSelection.js';
import { fillOrder } from './fillOrder.js';
import { heldByExport } from './holdExported.js';

/** A complete file. */
interface WrittenExport {
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  count: number;
  /** Restricted resources that the file reveals. */
  heldIds: readonly string[];
}

/** Why nothing was written. */
interface UnfitExport {
  problems: [Problem, ...Problem[]];
}

interface ExportTarget {
  file: FileTarget;
  exportedAt: string;
}

/** Writes nothing if the selection cannot be exported from the current state of the branch. */
export function writeExport(
  context: TaskContext,
  order: ExportOrder,
  target: ExportTarget,
): Promise<WrittenExport | UnfitExport> {
  return context.connection.snapshot(() => writeSelection(context, order, target));
}

async function writeSelection(
  context: TaskContext,
  { format, ...order }: ExportOrder,
  { file, exportedAt }: ExportTarget,
): Promise<WrittenExport | UnfitExport> {
  context.enterStage('collecting');
  // The branch may have been changed or deleted after the check of the export.
  if (!(await isThere(context, order.selection.branchId))) return { problems: [branchGone()] };
  const { totalCount, classes, problems } = await fillOrder(context, { format, ...order }, context);
  const [first, ...rest] = problems;
  if (first) return { problems: [first, ...rest] };
  context.enterStage('writing');
  context.count({ totalCount });
  const { sizeBytes, sha256, count } = await writeItems(context, { format, ...order }, { file, exportedAt });
  const name = exportFileName({ format, ...order }, classes, exportedAt);
  const mediaType = mediaTypeOf({ format, ...order });
  return { name, mediaType, sizeBytes, count, sha256, heldIds: await heldByExport(context, order.selection) };
}

async function isThere({ connection }: TaskContext, branchId: string): Promise<boolean> {
  return (await connection.get(sql`SELECT 1 FROM branch WHERE id = ${branchId}`)) !== undefined;
}

function branchGone(): Problem {
  return errorProblem('NOT_FOUND', 'The branch of the selection was deleted before it was exported.', {
    path: ['input', 'selection', 'branchId'],
    fix: 'Export from another branch.',
  });
}

function writeItems(
  context: TaskContext,
  { format, ...order }: ExportOrder,
  { file, exportedAt }: ExportTarget,
): Promise<Pick<WrittenRecords, 'sizeBytes' | 'sha256' | 'count'>> {
  const { branchId } = order.selection;
  if (isRecordFormat(format)) return exportRecords(context, { format, ...order }, file);
  if (isEntityFormat(format)) return exportEntities(context, { file, branchId });
  return exportBundle(context, { format, file }, { selection: order.selection, exportedAt });
}

function mediaTypeOf({ format, isArchive = false }: ExportOrder): string {
  if (isEntityFormat(format)) return entityMediaType;
  if (!isRecordFormat(format)) return bundleMediaType(format);
  return isArchive ? 'application/zip' : recordMediaType(format);
}
