import { sql, type SqlConnection } from '../../database/worker.js';
import type { WrittenFile } from './fileBytes.js';
import type { FilePurpose } from './storedFile.entity.js';

export interface NewFile extends WrittenFile {
  id: string;
  taskId: string;
  purpose: FilePurpose;
  name: string;
  mediaType: string;
  createdAt: string;
}

/** Inserts the row of a stored file, inside the caller's transaction. The file becomes visible with the commit. */
export async function recordFile(connection: SqlConnection, file: NewFile): Promise<void> {
  const { id, taskId, purpose, name, mediaType, sizeBytes, sha256, createdAt } = file;
  await connection.run(
    sql`INSERT INTO stored_file (id, task_id, purpose, name, media_type, size_bytes, sha256, created_at)
      VALUES (${id}, ${taskId}, ${purpose}, ${name}, ${mediaType}, ${sizeBytes}, ${sha256}, ${createdAt})`,
  );
}
