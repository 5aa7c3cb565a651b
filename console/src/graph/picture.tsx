/** A drawing on a canvas: boxes in layers and arrows between them, moved and enlarged by pointer or keyboard. */
import { Background, MarkerType, ReactFlow, useReactFlow, type Edge, type NodeMouseHandler } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo } from 'react';
import { Button } from '../design/button.js';
import { useNarrow } from '../design/useNarrow.js';
import { GraphBox, type BoxNode } from './graphBox.js';
import { boxName, type Box, type Drawing } from './graphModel.js';
import { layOut } from './layOut.js';
import styles from './graph.module.css';

const nodeTypes = { box: GraphBox };
const noPath: readonly string[] = [];

interface PictureProps {
  drawing: Drawing;
  /** Ids of boxes, in order: they and the arrows between them are drawn heavy. */
  path?: readonly string[];
  onChoose: (box: Box) => void;
  /** The ground between the boxes was pressed. */
  onClear: () => void;
}

export function Picture({ drawing, path = noPath, onChoose, onClear }: PictureProps) {
  const fit = useFit();
  const places = useMemo(() => layOut(drawing), [drawing]);
  const nodes = useMemo(() => nodesOf(drawing, places, new Set(path)), [drawing, places, path]);
  const edges = useMemo(() => edgesOf(drawing, path), [drawing, path]);
  const onNodeClick: NodeMouseHandler<BoxNode> = (_, { data }) => {
    onChoose(data.box);
  };
  return (
    <div
      className={styles.canvas}
      onKeyDown={(event) => {
        const id = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node')?.dataset['id'];
        const box = event.key === 'Enter' ? drawing.boxes.find((one) => one.id === id) : undefined;
        if (box) onChoose(box);
      }}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodeClick={onNodeClick}
        onPaneClick={onClear}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        fitView
        fitViewOptions={fit}
        minZoom={0.05}
        onlyRenderVisibleElements={nodes.length > 100}
        proOptions={{ hideAttribution: true }}
      >
        <Background color="var(--line-strong)" />
      </ReactFlow>
      <Zoom />
    </div>
  );
}

/** How all of a drawing is shown: on a phone no smaller than it can be read, so that a part is seen and the rest is moved there. */
function useFit() {
  const isNarrow = useNarrow();
  return useMemo(() => ({ maxZoom: 1, padding: 0.1, ...(isNarrow && { minZoom: 0.6 }) }), [isNarrow]);
}

function Zoom() {
  const fit = useFit();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <span className={styles.controls}>
      <Button icon="plus" label="Larger" onPress={() => void zoomIn()} />
      <Button icon="minus" label="Smaller" onPress={() => void zoomOut()} />
      <Button onPress={() => void fitView(fit)}>Show all</Button>
    </span>
  );
}

type Places = ReadonlyMap<string, { x: number; y: number }>;

function nodesOf({ boxes }: Drawing, places: Places, onPath: ReadonlySet<string>): BoxNode[] {
  return boxes.map((box) => ({
    id: box.id,
    type: 'box',
    position: places.get(box.id) ?? { x: 0, y: 0 },
    data: { box, isOnPath: onPath.has(box.id) },
    ariaLabel: boxName(box),
  }));
}

function edgesOf({ arrows }: Drawing, path: readonly string[]): Edge[] {
  const steps = new Set(
    path.slice(1).flatMap((id, index) => [`${path[index] ?? ''}>${id}`, `${id}>${path[index] ?? ''}`]),
  );
  return arrows.map(({ id, from, to, requirement, count, isInCycle, isUnmet = false }) => ({
    id,
    source: from,
    target: to,
    className: [
      requirement !== 'INCLUDED' && styles.weak,
      isUnmet && styles.unmet,
      isInCycle && styles.cycle,
      steps.has(id) && styles.heavy,
    ]
      .filter(Boolean)
      .join(' '),
    markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--line-control)' },
    ...(count > 1 && from.startsWith('kind:') && { label: String(count) }),
  }));
}
