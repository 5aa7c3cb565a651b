/** How the rows of a statement are given: the same for each of them. */
export interface RowShape {
  keys: readonly string[];
  isTruth: readonly boolean[];
}

/**
 * The one rule for the members of rows: a column `parent_name` is `parentName`; a column whose name begins with `is_`, `has_` or `lacks_` holds
 * a truth and is a boolean, also where the database has only 1 and 0 for it.
 */
export function rowShapeOf(columns: readonly string[]): RowShape {
  return {
    keys: columns.map((column) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())),
    isTruth: columns.map((column) => /^(?:is|has|lacks)_/.test(column)),
  };
}

/** A row of the values of its columns. */
export function shapedRow({ keys, isTruth }: RowShape, values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < keys.length; index += 1) {
    const value = values[index];
    row[keys[index] ?? ''] = isTruth[index] === true && value !== null ? Boolean(value) : value;
  }
  return row;
}
