/** Who may see a restricted resource: its readers. */
import { sql, type Sql } from '../../database/worker.js';

/** Whether one of these principals is a reader of a resource. */
export function hasReader(resourceId: Sql, principalIds: readonly string[]): Sql {
  return sql`EXISTS (SELECT 1 FROM resource_reader y WHERE y.resource_id = ${resourceId} AND y.principal_id IN ${principalIds})`;
}

/** Whether a resource is not restricted, or one of these principals is a reader of it; null: the caller may see every resource. */
export function isOpenTo(readerIds: readonly string[] | null, resourceId: Sql): Sql {
  return readerIds === null ? sql`TRUE` : sql`(NOT ${isRestricted(resourceId)} OR ${hasReader(resourceId, readerIds)})`;
}

export function isRestricted(resourceId: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = ${resourceId})`;
}

/** Whether a column holds a principal, or one of its groups. */
export function isPrincipalOrGroup(column: Sql, principalId: string | null): Sql {
  return sql`(${column} = ${principalId}
    OR ${column} IN (SELECT g.group_id FROM group_member g WHERE g.principal_id = ${principalId}))`;
}

/** Whether the row of `held_resource` is of a resource that none of these principals may read, or of unknown resources. */
export function isHiddenHeld(row: Sql, principalIds: readonly string[]): Sql {
  const id = sql`${row}.resource_id`;
  return sql`(${id} = '' OR ${isRestricted(id)}) AND NOT ${hasReader(id, principalIds)}`;
}
