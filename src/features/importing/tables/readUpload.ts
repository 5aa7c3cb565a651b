import { sql } from '../../../database/worker.js';
import type { ReadOptions } from '../../formats/index.js';
import type { FileSource } from '../../files/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanOptions, PlanRow } from './planRows.js';

/** The file of a plan: uploaded, or written by a transfer. */
export interface Upload extends FileSource {
  name: string;
  sizeBytes: number;
}

/** Finds the file of a plan. Throws if it no longer exists. */
export async function readUpload(
  context: Pick<WorkerContext, 'connection' | 'fileStore'>,
  plan: Pick<PlanRow, 'id' | 'sourceFileId'>,
): Promise<Upload> {
  const upload = await findUpload(context, plan);
  if (!upload) throw new Error(`The upload of plan ${plan.id} is gone.`);
  return upload;
}

/** Like `readUpload`; undefined while the file of a transfer has not been written. */
export async function findUpload(
  { connection, fileStore }: Pick<WorkerContext, 'connection' | 'fileStore'>,
  { sourceFileId }: Pick<PlanRow, 'sourceFileId'>,
): Promise<Upload | undefined> {
  const file = await connection.get<{ name: string; sizeBytes: number }>(
    sql`SELECT name, size_bytes FROM stored_file WHERE id = ${sourceFileId}`,
  );
  return file && { ...file, open: fileStore.file(sourceFileId).open };
}

/** The options of a format reader for a file. */
export function readOptions(
  { open, name: fileName, sizeBytes }: Upload,
  { kind, name, definitionErc, mapping, csv }: PlanOptions,
): ReadOptions {
  return { open, fileName, sizeBytes, kind, name, definitionErc, mapping, csv };
}
