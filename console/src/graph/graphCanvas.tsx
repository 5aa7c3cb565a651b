/** The picture of a graph, and the way to the box that was pressed. */
import { useMemo, useState } from 'react';
import { ButtonLink } from '../design/button.js';
import { countOf } from '../design/format.js';
import { Decide, Notice } from '../design/page.js';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { boxName, drawingOf, pathTo, withLeft, type Box, type DependencyGraph, type Drawing } from './graphModel.js';
import { Picture } from './picture.js';

interface CanvasProps {
  graph: DependencyGraph;
  rootIds: readonly string[];
  isAgainst: boolean;
  /** The box whose way is drawn heavy until another one is pressed. */
  litId?: string | undefined;
  /** Of an export: whether it takes a resource along. */
  isInFile?: ((id: string) => boolean) | undefined;
}

export function GraphCanvas({ graph, rootIds, isAgainst, litId, isInFile }: CanvasProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState(litId);
  const drawing = useMemo(() => {
    const drawn = drawingOf(graph, opened, rootIds);
    return isInFile ? withLeft(drawn, isInFile) : drawn;
  }, [graph, opened, rootIds, isInFile]);
  const path = useMemo(
    () => (chosen === undefined ? [] : pathTo(chosen, drawing, isAgainst)),
    [chosen, drawing, isAgainst],
  );
  const choose = (box: Box) => {
    if (box.type === 'kind') setOpened((last) => new Set([...last, box.kind.name]));
    else setChosen(box.id);
  };
  const chosenBox = drawing.boxes.find(({ id }) => id === chosen);
  return (
    <>
      {graph.isTruncated && (
        <Notice icon="warn" tone="collision">
          Only the nearest {countOf(graph.nodes.length, 'resource')} of {graph.nodeCount} are drawn.
        </Notice>
      )}
      <Picture
        drawing={drawing}
        path={path}
        onChoose={choose}
        onClear={() => {
          setChosen(undefined);
        }}
      />
      {chosenBox && <Chosen box={chosenBox} path={path} drawing={drawing} />}
    </>
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
