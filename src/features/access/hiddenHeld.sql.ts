/** SQL condition: the row of `held_resource` is of a resource that none of `:...principalIds` may read, or of unknown resources. */
export function hiddenHeld(row: string): string {
  return `(${row}.resource_id = '' OR EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = ${row}.resource_id))
    AND NOT EXISTS (SELECT 1 FROM resource_reader y
      WHERE y.resource_id = ${row}.resource_id AND y.principal_id IN (:...principalIds))`;
}
