import type { SqlConnection } from '../../database/index.js';

/** Writes down which resources of `export_item` that are not open to all the file of an export holds, inside the caller's transaction. */
export async function holdExported(connection: SqlConnection, taskId: string): Promise<void> {
  await connection.run(
    `INSERT INTO held_resource (holder_id, resource_id)
     SELECT :taskId, n.id FROM export_item n JOIN resource_restriction x ON x.resource_id = n.id ON CONFLICT DO NOTHING`,
    { taskId },
  );
}
