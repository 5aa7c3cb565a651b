import { defaultPageSize, maxPageSize } from '../../graphql/index.js';

/** How many items a list without pages is taken for; most have fewer. */
export const usualListSize = 10;

/** Lists without pages that are as long as what was asked about. */
export const listSizeByField: ReadonlyMap<string, number> = new Map([
  ['DependencyGraph.nodes', 1000],
  ['DependencyGraph.edges', 1000],
  ['DependencyGraph.unresolved', 1000],
  ['ExportPreview.requirements', 1000],
  ['ExportPreview.unresolved', 1000],
  ['RenameResourcePayload.rewritten', 1000],
]);

/** How many nodes a page has, by what its `first` says; what is no fit size is refused later, and taken for the largest. */
export function pageSizeOf(first: unknown): number {
  if (first === undefined || first === null) return defaultPageSize;
  return typeof first === 'number' && first >= 0 ? Math.min(first, maxPageSize) : maxPageSize;
}
