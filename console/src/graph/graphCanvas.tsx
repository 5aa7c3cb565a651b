/** The picture of a graph: boxes in layers, arrows between them, and the way to the box that was pressed. */
import { Background, MarkerType, ReactFlow, useReactFlow, type Edge, type NodeMouseHandler } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo, useState } from 'react';
import { Button, ButtonLink } from '../design/button.js';
import { countOf } from '../design/format.js';
import { Decide, Notice } from '../design/page.js';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { GraphBox, type BoxNode } from './graphBox.js';
import { boxName, drawingOf, pathTo, type Box, type DependencyGraph, type Drawing } from './graphModel.js';
import { layOut } from './layOut.js';
import styles from './graph.module.css';

const nodeTypes = { box: GraphBox };

interface CanvasProps {
  graph: DependencyGraph;
  rootIds: readonly string[];
  isAgainst: boolean;
  /** The box whose way is drawn heavy until another one is pressed. */
  litId?: string | undefined;
}

export function GraphCanvas({ graph, rootIds, isAgainst, litId }: CanvasProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState(litId);
  const drawing = useMemo(() => drawingOf(graph, opened, rootIds), [graph, opened, rootIds]);
  const places = useMemo(() => layOut(drawing), [drawing]);
  const path = useMemo(
    () => (chosen === undefined ? [] : pathTo(chosen, drawing, isAgainst)),
    [chosen, drawing, isAgainst],
  );
  const nodes = useMemo(() => nodesOf(drawing, places, new Set(path)), [drawing, places, path]);
  const edges = useMemo(() => edgesOf(drawing, path), [drawing, path]);
  const choose = (box: Box) => {
    if (box.type === 'kind') setOpened((last) => new Set([...last, box.kind.name]));
    else setChosen(box.id);
  };
  const onNodeClick: NodeMouseHandler<BoxNode> = (_, { data }) => {
    choose(data.box);
  };
  const chosenBox = drawing.boxes.find(({ id }) => id === chosen);
  return (
    <>
      {graph.isTruncated && (
        <Notice icon="warn" tone="collision">
          Only the nearest {countOf(graph.nodes.length, 'resource')} of {graph.nodeCount} are drawn.
        </Notice>
      )}
      <div
        className={styles.canvas}
        onKeyDown={(event) => {
          const id = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node')?.dataset['id'];
          const box = event.key === 'Enter' ? drawing.boxes.find((one) => one.id === id) : undefined;
          if (box) choose(box);
        }}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          onNodeClick={onNodeClick}
          onPaneClick={() => {
            setChosen(undefined);
          }}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          fitView
          fitViewOptions={{ maxZoom: 1, padding: 0.1 }}
          minZoom={0.05}
          onlyRenderVisibleElements={nodes.length > 100}
          proOptions={{ hideAttribution: true }}
        >
          <Background color="var(--line-strong)" />
        </ReactFlow>
        <Zoom />
      </div>
      {chosenBox && <Chosen box={chosenBox} path={path} drawing={drawing} />}
    </>
  );
}

function Zoom() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <span className={styles.controls}>
      <Button icon="plus" label="Larger" onPress={() => void zoomIn()} />
      <Button icon="minus" label="Smaller" onPress={() => void zoomOut()} />
      <Button onPress={() => void fitView({ maxZoom: 1, padding: 0.1 })}>Show all</Button>
    </span>
  );
}

/** What was pressed, and the way to it. */
function Chosen({ box, path, drawing }: { box: Box; path: readonly string[]; drawing: Drawing }) {
  const branch = useBranch();
  const place = { projectKey: branch.project.key, branchName: branch.name };
  const boxById = new Map(drawing.boxes.map((one) => [one.id, one]));
  const names = path.map((id) => {
    const one = boxById.get(id);
    return one ? boxName(one) : id;
  });
  return (
    <Decide
      say={<span className={text.name}>{names.join(' › ')}</span>}
      detail={box.type === 'missing' ? 'It is missing on this branch.' : undefined}
    >
      {box.type === 'resource' && (
        <>
          <ButtonLink to={branchPath(place, 'graph')} search={{ root: box.id } as never} icon="graph">
            Draw from here
          </ButtonLink>
          <ButtonLink to={branchPath(place)} search={{ open: box.id } as never} look="primary">
            Open {box.resource.name}
          </ButtonLink>
        </>
      )}
    </Decide>
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
  return arrows.map(({ id, from, to, requirement, count, isInCycle }) => ({
    id,
    source: from,
    target: to,
    className: [requirement !== 'INCLUDED' && styles.weak, isInCycle && styles.cycle, steps.has(id) && styles.heavy]
      .filter(Boolean)
      .join(' '),
    markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--line-control)' },
    ...(count > 1 && from.startsWith('kind:') && { label: String(count) }),
  }));
}
