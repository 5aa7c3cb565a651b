/** Holds for a row of `held_resource` that is of a resource which is open to none of `:...principalIds`, or of nobody knows what. */
export function hiddenHeld(row: string): string {
  return `(${row}.resource_id = '' OR EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = ${row}.resource_id))
    AND NOT EXISTS (SELECT 1 FROM resource_reader y
      WHERE y.resource_id = ${row}.resource_id AND y.principal_id IN (:...principalIds))`;
}
