/**
 * What of a dependency graph is drawn. A small graph is drawn as it is; a large one by kind, and a kind is opened on demand. What is
 * missing on the branch is a box of its own. Nothing is recursive: a graph may be as deep as it likes.
 */
import type { GraphQuery, GraphResourceFragment, Requirement } from '../api/operations.generated.js';
import type { Tone } from '../design/badge.js';
import { formatCount } from '../design/format.js';
import type { IconName } from '../design/icon.js';
import { badgeTone, type Severity } from '../design/severity.js';

export type DependencyGraph = NonNullable<GraphQuery['dependencyGraph']>;

export type Box =
  | ResourceBox
  | ItemBox
  | { id: string; type: 'kind'; kind: GraphResourceFragment['kind']; count: number; about?: string; tone?: Tone }
  | { id: string; type: 'onBranch'; kind: GraphResourceFragment['kind'] }
  | { id: string; type: 'missing'; name: string; tone: Tone };

export interface ResourceBox {
  id: string;
  type: 'resource';
  resource: GraphResourceFragment;
  isRoot: boolean;
  isInCycle: boolean;
  /** Whether an export leaves it behind: the target has to have it. */
  isLeft?: boolean;
}

/** An item of an import, in the hue of what happens to it. */
export interface ItemBox {
  id: string;
  type: 'item';
  /** Its name on the branch. */
  name: string;
  kind: GraphResourceFragment['kind'];
  action: { title: string; tone: Tone; icon: IconName; isDashed?: boolean };
  isReference: boolean;
  isInCycle: boolean;
}

export interface Arrow {
  id: string;
  from: string;
  to: string;
  requirement: Requirement;
  /** How many dependencies it draws. */
  count: number;
  isInCycle: boolean;
  /** Whether the target is there, but will not be on the branch. */
  isUnmet?: boolean;
}

export interface Drawing {
  boxes: readonly Box[];
  arrows: readonly Arrow[];
}

/** A graph with more resources is drawn by kind. */
export const mostSingle = 500;
/** So many of an opened kind are drawn; the nearest come first. */
export const mostOfKind = 300;

export function drawingOf(graph: DependencyGraph, opened: ReadonlySet<string>, rootIds: readonly string[]): Drawing {
  const isGrouped = graph.nodes.length > mostSingle;
  const roots = new Set(rootIds);
  const cycleOf = new Map(graph.cycles.flatMap(({ nodes }, cycle) => nodes.map(({ id }) => [id, cycle] as const)));
  const boxes = new Map<string, Box>();
  const boxOf = new Map<string, string>();
  const drawnOfKind = new Map<string, number>();
  for (const resource of graph.nodes) {
    const { id, kind } = resource;
    const drawn = drawnOfKind.get(kind.name) ?? 0;
    const isSingle = !isGrouped || roots.has(id) || (opened.has(kind.name) && drawn < mostOfKind);
    const box = isSingle ? id : `kind:${kind.name}`;
    boxOf.set(id, box);
    if (isSingle) {
      drawnOfKind.set(kind.name, drawn + 1);
      const isRoot = roots.has(id) && roots.size < graph.nodes.length;
      boxes.set(box, { id, type: 'resource', resource, isRoot, isInCycle: cycleOf.has(id) });
    } else {
      const group = boxes.get(box);
      boxes.set(box, { id: box, type: 'kind', kind, count: (group?.type === 'kind' ? group.count : 0) + 1 });
    }
  }
  const arrows = new Arrows();
  for (const { sourceId, targetId, requirement } of graph.edges) {
    const from = boxOf.get(sourceId);
    const to = boxOf.get(targetId);
    if (from === undefined || to === undefined || (from === to && sourceId !== targetId)) continue;
    const cycle = cycleOf.get(sourceId);
    arrows.add({ from, to, requirement, isInCycle: cycle !== undefined && cycle === cycleOf.get(targetId) });
  }
  for (const { targetName, requirement, severityIfMissing, source } of graph.unresolved) {
    const from = boxOf.get(source.id);
    if (from === undefined) continue;
    const to = `missing:${targetName}`;
    boxes.set(to, missingBox(to, { name: targetName, severityIfMissing, known: boxes.get(to) }));
    arrows.add({ from, to, requirement, isInCycle: false, isUnmet: severityIfMissing === 'ERROR' });
  }
  return { boxes: [...boxes.values()], arrows: arrows.all() };
}

interface Missing {
  name: string;
  severityIfMissing: Severity | null;
  /** The box of an earlier place that names it. */
  known: Box | undefined;
}

/** What is missing, in the hue of the severest place that names it. */
export function missingBox(id: string, { name, severityIfMissing, known }: Missing): Box {
  if (known?.type === 'missing' && known.tone === 'blocked') return known;
  return { id, type: 'missing', name, tone: severityIfMissing === null ? 'neutral' : badgeTone(severityIfMissing) };
}

/** The drawing of an export: what is not in the file stays behind. */
export function withLeft(drawing: Drawing, isInFile: (id: string) => boolean): Drawing {
  const boxes = drawing.boxes.map((box) => (box.type === 'resource' ? { ...box, isLeft: !isInFile(box.id) } : box));
  return { ...drawing, boxes };
}

/** Collects arrows; those between the same two boxes become one. */
export class Arrows {
  private readonly arrowById = new Map<string, Arrow>();

  add(arrow: Omit<Arrow, 'id' | 'count'>, count = 1): void {
    const id = `${arrow.from}>${arrow.to}`;
    const known = this.arrowById.get(id);
    const isInCycle = arrow.isInCycle || (known?.isInCycle ?? false);
    const isUnmet = (arrow.isUnmet ?? false) || (known?.isUnmet ?? false);
    this.arrowById.set(id, {
      ...(known ?? { ...arrow, id, count: 0 }),
      count: (known?.count ?? 0) + count,
      isInCycle,
      isUnmet,
    });
  }

  all(): readonly Arrow[] {
    return [...this.arrowById.values()];
  }
}

/** The boxes on the shortest way from a root to a box, both included; only the box where there is no way. */
export function pathTo(target: string, { boxes, arrows }: Drawing, isAgainst: boolean): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) {
    const [here, there] = isAgainst ? [to, from] : [from, to];
    next.set(here, [...(next.get(here) ?? []), there]);
  }
  const starts = boxes.filter((box) => box.type === 'resource' && box.isRoot).map(({ id }) => id);
  const cameFrom = new Map<string, string | undefined>(starts.map((id) => [id, undefined]));
  const queue = [...starts];
  for (const here of queue)
    for (const there of next.get(here) ?? [])
      if (!cameFrom.has(there)) {
        cameFrom.set(there, here);
        queue.push(there);
      }
  const path = [target];
  for (let at = cameFrom.get(target); at !== undefined; at = cameFrom.get(at)) path.unshift(at);
  return path;
}

export function boxName(box: Box): string {
  if (box.type === 'resource') return box.isLeft === true ? `${box.resource.name}, not in the file` : box.resource.name;
  if (box.type === 'item') return `${box.name}, ${box.action.title}`;
  if (box.type === 'missing') return box.name;
  if (box.type === 'onBranch') return `${box.kind.pluralTitle} on the branch`;
  const name = `${formatCount(box.count)} ${box.kind.pluralTitle}`;
  return box.about === undefined ? name : `${name}, ${box.about}`;
}
