/** The items of a plan as a picture: what is new, changed or in collision, what it needs, and what is missing. */
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { PlanGraphDocument, PlanItemDetailDocument, type PlanItemFragment } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { ToneIcon, type Tone } from '../design/badge.js';
import { Button } from '../design/button.js';
import { Drawer } from '../design/drawer.js';
import { countOf } from '../design/format.js';
import { EmptyState, ErrorState, SkeletonRows } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { mostOfKind, type Box } from '../graph/graphModel.js';
import { Picture } from '../graph/picture.js';
import { useBranch } from '../shell/branch.js';
import { actionLooks, lookOf, titleOf } from './actions.js';
import { ItemDetail } from './itemDetail.js';
import { itemsPanelId } from './kindTabs.js';
import { isToDecide } from './openItems.js';
import { usePlanScreen } from './planContext.js';
import { drawingOfPlan, toneOfMissing, type PlanGraphData } from './planDrawing.js';
import type { PlanSearch, PlanSearchChange } from './planSearch.js';
import styles from './plan.module.css';

/** So many items are asked for: as many of each kind. */
const maxNodes = 3_000;

interface PlanGraphProps {
  search: PlanSearch;
  /** How often a person has asked for the first item that is to be decided. */
  firstAsked: number;
  onSearch: (change: PlanSearchChange) => void;
}

export function PlanGraph({ search: { action, kind, q = '' }, firstAsked, onSearch }: PlanGraphProps) {
  const { plan } = usePlanScreen();
  const [chosen, setChosen] = useState<string>();
  const version = usePlanVersion();
  const { data, error, refresh } = useQuery(PlanGraphDocument, {
    ...{ id: plan.id, maxNodes },
    ...(kind !== undefined && { kinds: [kind] }),
    ...(action && { actions: [action] }),
    ...(q !== '' && { search: q }),
  });
  useRefreshed(version, refresh);
  const graph = data?.importPlan?.graph;
  useFirstToDecide(firstAsked, graph, setChosen);
  return (
    <div className={layout.split} id={itemsPanelId} role="tabpanel" aria-label="Items">
      <div className={layout.column}>
        {error && !data && <ErrorState error={error} onRetry={refresh} />}
        {!error && !graph && <SkeletonRows />}
        {graph?.nodeCount === 0 && (
          <EmptyState title="Nothing matches">
            <p>No item of the plan fits the search and the filters.</p>
            <Button onPress={() => onSearch({ action: undefined, kind: undefined, q: undefined })}>Show all</Button>
          </EmptyState>
        )}
        {graph && graph.nodeCount > 0 && (
          <ReactFlowProvider key={`${action ?? ''} ${kind ?? ''} ${q}`}>
            <Drawn graph={graph} isSearched={q !== ''} action={action} chosen={chosen} onChoose={setChosen} />
          </ReactFlowProvider>
        )}
      </div>
      {chosen !== undefined && graph && (
        <ItemDrawer key={chosen} id={chosen} graph={graph} version={version} onChoose={setChosen} />
      )}
    </div>
  );
}

/** Changes whenever the items may have changed. */
function usePlanVersion(): string {
  const { plan } = usePlanScreen();
  const branch = useBranch();
  return `${plan.updatedAt} ${plan.status} ${String(branch.version)}`;
}

function useRefreshed(version: string, refresh: () => void): void {
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    refresh();
  }, [version, refresh]);
}

function useFirstToDecide(firstAsked: number, graph: PlanGraphData | undefined, onFirst: (id: string) => void): void {
  const answered = useRef(firstAsked);
  useEffect(() => {
    if (answered.current === firstAsked || !graph) return;
    answered.current = firstAsked;
    const first = graph.nodes.find(({ action }) => action === 'COLLISION' || action === 'BLOCKED');
    if (first) onFirst(first.id);
  }, [firstAsked, graph, onFirst]);
}

interface DrawnProps {
  graph: PlanGraphData;
  isSearched: boolean;
  action: PlanSearch['action'];
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}

function Drawn({ graph, isSearched, action, chosen, onChoose }: DrawnProps) {
  const { plan, phase } = usePlanScreen();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const { kindCounts } = plan;
  const drawing = useMemo(
    () => drawingOfPlan(graph, { kindCounts, action, isSearched, phase, opened }),
    [graph, kindCounts, action, isSearched, phase, opened],
  );
  const path = useMemo(() => (chosen === undefined ? [] : [chosen]), [chosen]);
  const choose = (box: Box) => {
    if (box.type === 'kind') setOpened((last) => new Set([...last, box.kind.name]));
    else onChoose(box.type === 'item' ? box.id : undefined);
  };
  return (
    <>
      <Legend graph={graph} boxes={drawing.boxes} />
      <Picture drawing={drawing} path={path} onChoose={choose} onClear={() => onChoose(undefined)} />
    </>
  );
}

/** What hues and signs mean, of those that are drawn, and how much there is. */
function Legend({ graph, boxes }: { graph: PlanGraphData; boxes: readonly Box[] }) {
  const { plan, phase } = usePlanScreen();
  const drawn = new Set(boxes.flatMap((box) => (box.type === 'item' ? [box.action.title] : [])));
  const isGrouped = boxes.some(({ type }) => type === 'kind');
  const looks = actionLooks.filter((look) =>
    isGrouped ? look.countIn(plan.counts) > 0 : drawn.has(titleOf(look, phase)),
  );
  return (
    <ul className={styles.legend} aria-label="Legend">
      <li>{countOf(graph.edgeCount, 'dependency', 'dependencies')}</li>
      {looks.map((look) => (
        <li key={look.action}>
          <ToneIcon tone={look.tone} name={look.icon} /> {titleOf(look, phase)}
        </li>
      ))}
      {graph.missingCount > 0 && (
        <li>
          <MissingIcon tone={toneOfMissing(graph.missing)} /> {graph.missingCount} missing
        </li>
      )}
      {graph.cycles.length > 0 && (
        <li>
          <ToneIcon tone="collision" name="sync" /> {countOf(graph.cycles.length, 'cycle')}
        </li>
      )}
      {graph.resources.length > 0 && <li>Plain: on the branch already</li>}
      {isGrouped && <li>Press a kind to draw its items one by one, at most {mostOfKind}</li>}
    </ul>
  );
}

function MissingIcon({ tone }: { tone: Tone }) {
  return <ToneIcon tone={tone} name={tone === 'blocked' ? 'block' : 'warn'} />;
}

interface ItemDrawerProps {
  id: string;
  graph: PlanGraphData;
  version: string;
  onChoose: (id: string | undefined) => void;
}

function ItemDrawer({ id, graph, version, onChoose }: ItemDrawerProps) {
  const { phase } = usePlanScreen();
  const [isSpecShown, setSpecShown] = useState(false);
  const { data, error, refresh } = useQuery(PlanItemDetailDocument, { id });
  useRefreshed(version, refresh);
  const at = graph.nodes.findIndex((node) => node.id === id);
  const node = graph.nodes[at];
  const item = data?.node && 'diffCount' in data.node ? (data.node as PlanItemFragment) : undefined;
  const stepTo = (there: number, why: string) => {
    const other = graph.nodes[there];
    return other ? { onPress: () => onChoose(other.id) } : { why };
  };
  return (
    <Drawer
      title={node?.newName ?? node?.name ?? item?.name ?? 'Item'}
      isMono
      facts={
        item && (
          <span>
            {titleOf(lookOf(item.action), phase)}, {item.kind.title}
          </span>
        )
      }
      previous={stepTo(at < 0 ? -1 : at - 1, 'This is the first item.')}
      next={stepTo(at < 0 ? -1 : at + 1, 'This is the last item.')}
      onClose={() => onChoose(undefined)}
    >
      <div className={layout.scroll}>
        {error && !data && <ErrorState error={error} onRetry={refresh} />}
        {!error && !item && <SkeletonRows />}
        {item?.problems[0] && isToDecide(item) && (
          <p className={`${layout.padded ?? ''} ${text.muted ?? ''}`}>{item.problems[0].message}</p>
        )}
        {item && (
          <ItemDetail item={item} isSpecShown={isSpecShown} onSpecToggle={() => setSpecShown((isShown) => !isShown)} />
        )}
      </div>
    </Drawer>
  );
}
