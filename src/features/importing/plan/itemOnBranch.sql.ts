import type { SqlConnection } from '../../../database/index.js';
import { renamedCodeSql } from '../../records/worker.js';

/**
 * Joins the resource `r` that has the name of item `i` on the branch. Used by the derivation, and by the check whether the
 * branch has changed since.
 */
export const existingJoin = `LEFT JOIN resource r ON r.branch_id = :branchId AND lower(r.name) = lower(i.effective_name)
  AND r.namespace = i.namespace AND r.name = i.effective_name`;

/** The name of the parent of item `i` on the branch: the new name if the file contains the parent and it is renamed. */
const parentName = `coalesce((
  SELECT q.effective_name FROM import_item q
  WHERE q.plan_no = i.plan_no AND q.name = i.parent_name AND q.kind = i.parent_kind), i.parent_name)`;

/**
 * The id of the parent of item `i` on the branch: the chosen container, else the parent in the file. Null for kinds without a
 * parent, and for a parent that does not exist yet.
 */
export const parentId = `CASE WHEN i.into_id IS NOT NULL THEN i.into_id WHEN i.parent_kind IS NOT NULL THEN (
  SELECT p.id FROM resource p WHERE p.branch_id = :branchId AND p.kind = i.parent_kind
    AND lower(p.name) = lower(${parentName}) AND p.name = ${parentName}) END`;

/** The external reference code of item `i` on the branch: it follows a renaming if the name contains it. */
export function effectiveCode(connection: SqlConnection): string {
  return renamedCodeSql(connection, {
    code: 'i.external_reference_code',
    oldName: 'i.name',
    newName: 'i.effective_name',
  });
}

/** The resource `s` of the branch that has the code of item `i`, and is not the resource `existingId` that the item would update. */
export function codeHolder(connection: SqlConnection, existingId: string): string {
  return `resource s WHERE s.branch_id = :branchId AND s.kind = i.kind
          AND s.external_reference_code = (${effectiveCode(connection)}) AND s.id IS DISTINCT FROM ${existingId}
          AND s.parent_id IS NOT DISTINCT FROM (${parentId})
          AND ${connection.siteInName('s.name')} = ${connection.siteInName('i.effective_name')}`;
}
