import type { SqlConnection } from '../../../database/index.js';

/**
 * A name, and what stands for it: an item of the file or a resource of the branch, by its name, which may be the same; and the version and
 * the tenant of it, where others than the items name were chosen.
 */
export interface Remap {
  namespace: string;
  name: string;
  toName: string;
  toVersion: string | null;
  /** Empty for "no tenant". */
  toTenant: string | null;
}

/** What was chosen for a plan. */
export function readRemaps(connection: SqlConnection, planNo: number): Promise<Remap[]> {
  return connection.all<Remap>(
    `SELECT namespace, name, to_name AS "toName", to_version AS "toVersion", to_tenant AS "toTenant"
     FROM import_remap WHERE plan_no = :planNo ORDER BY namespace, name`,
    { planNo },
  );
}

/** Chooses what stands for a name; all null takes the choice back. */
export async function writeRemap(
  connection: SqlConnection,
  planNo: number,
  { namespace, name, toName, toVersion, toTenant }: Omit<Remap, 'toName'> & { toName: string | null },
): Promise<void> {
  await connection.run('DELETE FROM import_remap WHERE plan_no = :planNo AND namespace = :namespace AND name = :name', {
    ...{ planNo, namespace, name },
  });
  if (toName === null && toVersion === null && toTenant === null) return;
  await connection.run(
    `INSERT INTO import_remap (plan_no, namespace, name, to_name, to_version, to_tenant)
     VALUES (:planNo, :namespace, :name, :toName, :toVersion, :toTenant)`,
    { planNo, namespace, name, toName: toName ?? name, toVersion, toTenant },
  );
}
