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
