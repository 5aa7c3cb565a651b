import { previewBounds } from './exportSelection.js';

/**
 * The path to a node of a graph, from its start to the node before it. Of a path that is too long, only the start and the last steps are
 * returned.
 * @param reachedFrom the previous node of each node; a start node has itself
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
