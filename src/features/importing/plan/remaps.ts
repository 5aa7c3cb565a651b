import type { SqlConnection } from '../../../database/index.js';

/** A name that is nowhere, and the name of what stands for it: an item of the file, or a resource of the branch. */
export interface Remap {
  namespace: string;
  name: string;
  toName: string;
}

/** What was chosen for a plan. */
export function readRemaps(connection: SqlConnection, planNo: number): Promise<Remap[]> {
  return connection.all<Remap>(
    'SELECT namespace, name, to_name AS "toName" FROM import_remap WHERE plan_no = :planNo ORDER BY namespace, name',
    { planNo },
  );
}

/** Chooses what stands for a name; null takes the choice back. */
export async function writeRemap(
  connection: SqlConnection,
  planNo: number,
  { namespace, name, toName }: Omit<Remap, 'toName'> & { toName: string | null },
): Promise<void> {
  await connection.run('DELETE FROM import_remap WHERE plan_no = :planNo AND namespace = :namespace AND name = :name', {
    ...{ planNo, namespace, name },
  });
  if (toName === null) return;
  await connection.run(
    'INSERT INTO import_remap (plan_no, namespace, name, to_name) VALUES (:planNo, :namespace, :name, :toName)',
    { planNo, namespace, name, toName },
  );
}
