import { previewBounds } from './exportSelection.js';

/**
 * The way to a node of a graph: where it begins, and each step up to the one before the node. Of a way that is longer than is told, where it
 * begins and the last steps.
 *
 * @param reachedFrom for each node the one that it was first reached from; itself where ways begin
 */
export function wayTo(reachedFrom: readonly number[], index: number): number[] {
  const way: number[] = [];
  for (let node = index; reachedFrom[node] !== node; node = reachedFrom[node] ?? node) {
    way.push(reachedFrom[node] ?? node);
  }
  const { reason: longest } = previewBounds;
  if (way.length > longest) way.splice(longest - 1, way.length - longest);
  return way.reverse();
}
