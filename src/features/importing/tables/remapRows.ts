import { sql, type SqlConnection } from '../../../database/worker.js';

/**
 * `toName`, an item of the file or a resource of the branch, replaces `name`. They are equal if only the version or the tenant is
 * replaced.
 */
export interface Remap {
  namespace: string;
  /** The kind for which it was chosen. */
  kind: string;
  name: string;
  toName: string;
  toVersion: string | null;
  /** Empty for "no tenant". */
  toTenant: string | null;
}

/** The replacements that were chosen for a plan. */
export function readRemaps(connection: SqlConnection, planNo: number): Promise<Remap[]> {
  return connection.all<Remap>(
    sql`SELECT namespace, kind, name, to_name, to_version, to_tenant
     FROM import_remap WHERE plan_no = ${planNo} ORDER BY namespace, name`,
  );
}

/** Sets the replacement of a name; all null removes it. */
export async function writeRemap(
  connection: SqlConnection,
  planNo: number,
  { namespace, kind, name, toName, toVersion, toTenant }: Omit<Remap, 'toName'> & { toName: string | null },
): Promise<void> {
  await connection.run(
    sql`DELETE FROM import_remap WHERE plan_no = ${planNo} AND namespace = ${namespace} AND name = ${name}`,
  );
  if (toName === null && toVersion === null && toTenant === null) return;
  await connection.run(
    sql`INSERT INTO import_remap (plan_no, namespace, kind, name, to_name, to_version, to_tenant)
     VALUES (${planNo}, ${namespace}, ${kind}, ${name}, ${toName ?? name}, ${toVersion}, ${toTenant})`,
  );
}
