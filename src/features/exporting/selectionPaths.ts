/** Where the parts of a selection stand in the arguments of an export and of its preview. */

/** The selection itself. */
export const selectionPath: readonly string[] = ['input', 'selection'];

/** One of the ids that it names, by its place from 0. */
export function resourceIdPath(index: number): string[] {
  return [...selectionPath, 'resourceIds', String(index)];
}

/** One of the kinds that it names, by its place from 0. */
export function kindPath(index: number): string[] {
  return [...selectionPath, 'kinds', String(index)];
}
