/** The members of the rows of a statement, the same for all its rows. */
export interface RowShape {
  keys: readonly string[];
  isTruth: readonly boolean[];
}

/**
 * The only rule for the members of rows: a column `parent_name` becomes `parentName`; a column whose name begins with `is_`, `has_` or
 * `lacks_` becomes a boolean, also if the database returns 1 or 0.
 */
export function rowShapeOf(columns: readonly string[]): RowShape {
  return {
    keys: columns.map((column) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())),
    isTruth: columns.map((column) => /^(?:is|has|lacks)_/.test(column)),
  };
}

/** A row from the values of its columns. */
export function shapedRow({ keys, isTruth }: RowShape, values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < keys.length; index += 1) {
    const value = values[index];
    row[keys[index] ?? ''] = isTruth[index] === true && value !== null ? Boolean(value) : value;
  }
  return row;
}
