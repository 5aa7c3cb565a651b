/** What stands on the branch under the name of items `i`, as `r`: what the plan rests on, and the test whether that has changed since. */
export const existingJoin = `LEFT JOIN resource r ON r.branch_id = :branchId AND lower(r.name) = lower(i.effective_name)
  AND r.namespace = i.namespace AND r.name = i.effective_name`;
