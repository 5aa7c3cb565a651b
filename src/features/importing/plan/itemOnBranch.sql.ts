import { siteInName, sql, type Sql } from '../../../database/worker.js';
import { renamedCodeSql } from '../../records/worker.js';
import { isNamed } from '../../resources/worker.js';

/**
 * Joins the resource `r` that has the name of item `i` on the branch. Used by the derivation, and by the check whether the
 * branch has changed since.
 */
export function existingJoin(branchId: string): Sql {
  return sql`LEFT JOIN resource r ON r.branch_id = ${branchId} AND ${isNamed('r', sql`i.effective_name`)} AND r.namespace = i.namespace`;
}

/** The name of the parent of item `i` on the branch: the new name if the file contains the parent and it is renamed. */
const parentName = sql`coalesce((
  SELECT q.effective_name FROM import_item q
  WHERE q.plan_no = i.plan_no AND q.name = i.parent_name AND q.kind = i.parent_kind), i.parent_name)`;

/**
 * The id of the parent of item `i` on the branch: the chosen container, else the parent in the file. Null for kinds without a
 * parent, and for a parent that does not exist yet.
 */
export function parentIdOf(branchId: string): Sql {
  return sql`CASE WHEN i.into_id IS NOT NULL THEN i.into_id WHEN i.parent_kind IS NOT NULL THEN (
    SELECT p.id FROM resource p WHERE p.branch_id = ${branchId} AND p.kind = i.parent_kind AND ${isNamed('p', parentName)}) END`;
}

/** The external reference code of item `i` on the branch: it follows a renaming if the name contains it. */
export const effectiveCode = renamedCodeSql({
  code: sql`i.external_reference_code`,
  oldName: sql`i.name`,
  newName: sql`i.effective_name`,
});

/** The resource `s` of the branch that has the code of item `i`, and is not the resource `existingId` that the item would update. */
export function codeHolder(branchId: string, existingId: Sql): Sql {
  return sql`resource s WHERE s.branch_id = ${branchId} AND s.kind = i.kind
    AND s.external_reference_code = (${effectiveCode}) AND s.id IS DISTINCT FROM ${existingId}
    AND s.parent_id IS NOT DISTINCT FROM (${parentIdOf(branchId)})
    AND ${siteInName(sql`s.name`)} = ${siteInName(sql`i.effective_name`)}`;
}

/** The resources `s` of the branch whose name differs from that of item `i` only in upper and lower case. */
export function caseTwins(branchId: string): Sql {
  return sql`resource s WHERE s.branch_id = ${branchId} AND lower(s.name) = lower(i.effective_name)
    AND s.namespace = i.namespace AND s.name <> i.effective_name`;
}
