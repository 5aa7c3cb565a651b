/** Puts the boxes of a graph into layers, from what needs to what is needed. */
import dagre from '@dagrejs/dagre';
import type { Drawing } from './graphModel.js';

export const boxSize = { width: 216, height: 44 };

/** @returns the upper left corner of each box, by its id. */
export function layOut({ boxes, arrows }: Drawing): ReadonlyMap<string, { x: number; y: number }> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 56 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of boxes) graph.setNode(id, { ...boxSize });
  for (const { from, to } of arrows) if (from !== to) graph.setEdge(from, to);
  dagre.layout(graph);
  return new Map(
    boxes.map(({ id }) => {
      const { x, y } = graph.node(id) as { x: number; y: number };
      return [id, { x: x - boxSize.width / 2, y: y - boxSize.height / 2 }];
    }),
  );
}
