/**
 * Joins the resource `r` that has the name of item `i` on the branch. Used by the derivation, and by the check whether the
 * branch has changed since.
 */
export const existingJoin = `LEFT JOIN resource r ON r.branch_id = :branchId AND lower(r.name) = lower(i.effective_name)
  AND r.namespace = i.namespace AND r.name = i.effective_name`;
