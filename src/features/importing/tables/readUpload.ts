import type { ReadOptions } from '../../formats/index.js';
import { storedFilePath } from '../../files/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanOptions, PlanRow } from './planRows.js';

/** The file of a plan, as it was uploaded. */
export interface Upload {
  path: string;
  name: string;
  sizeBytes: number;
}

/** Finds the file of a plan. Throws when it is gone. */
export async function readUpload(
  { connection, filesDir }: Pick<WorkerContext, 'connection' | 'filesDir'>,
  { id, sourceFileId }: Pick<PlanRow, 'id' | 'sourceFileId'>,
): Promise<Upload> {
  const file = await connection.get<{ name: string; sizeBytes: number }>(
    'SELECT name, size_bytes AS "sizeBytes" FROM stored_file WHERE id = :id',
    { id: sourceFileId },
  );
  if (!file) throw new Error(`The upload of plan ${id} is gone.`);
  return { ...file, path: storedFilePath(filesDir, sourceFileId) };
}

/** What a reader is told of a file. */
export function readOptions(
  { path, name: fileName, sizeBytes }: Upload,
  { kind, name, definitionErc, mapping, csv }: PlanOptions,
): ReadOptions {
  return { path, fileName, sizeBytes, kind, name, definitionErc, mapping, csv };
}
