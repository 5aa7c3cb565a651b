/** Paths to the parts of a selection in the arguments of an export and of its preview. */

export const selectionPath: readonly string[] = ['input', 'selection'];

/** An id of the selection, by position from 0. */
export function resourceIdPath(index: number): string[] {
  return [...selectionPath, 'resourceIds', String(index)];
}

/** A kind of the selection, by position from 0. */
export function kindPath(index: number): string[] {
  return [...selectionPath, 'kinds', String(index)];
}
