/**
 * What of the graph of a plan is drawn. A small plan is drawn item by item; a large one by kind, with the true number of items and
 * dependencies, and a kind is opened on demand.
 */
import type {
  ImportAction,
  PlanCountsFragment,
  PlanGraphItemFragment,
  PlanGraphQuery,
} from '../api/operations.generated.js';
import type { Tone } from '../design/badge.js';
import { formatCount } from '../design/format.js';
import { badgeTone } from '../design/severity.js';
import {
  Arrows,
  missingBox,
  mostOfKind,
  mostSingle,
  type Box,
  type Drawing,
  type ItemBox,
} from '../graph/graphModel.js';
import { actionLooks, lookOf, titleOf, type Phase } from './actions.js';

export type PlanGraphData = NonNullable<PlanGraphQuery['importPlan']>['graph'];

interface DrawingChoice {
  kindCounts: readonly { kind: { name: string }; counts: PlanCountsFragment }[];
  /** Only items with this action are drawn. */
  action: ImportAction | undefined;
  /** Whether only items with some text are drawn: the counts of the plan say nothing about them. */
  isSearched: boolean;
  phase: Phase;
  /** Names of the kinds that were opened. */
  opened: ReadonlySet<string>;
}

export function drawingOfPlan(graph: PlanGraphData, choice: DrawingChoice): Drawing {
  const boxes = new Map<string, Box>();
  const boxOf = new Map<string, string>();
  const isGrouped = graph.nodeCount > mostSingle;
  const cycleOf = new Map(graph.cycles.flatMap(({ itemIds }, cycle) => itemIds.map((id) => [id, cycle] as const)));
  const drawnOfKind = new Map<string, number>();
  const put = (id: string, box: Box) => {
    boxes.set(box.id, box);
    boxOf.set(id, box.id);
  };
  for (const item of graph.nodes) {
    const drawn = drawnOfKind.get(item.kind.name) ?? 0;
    if (isGrouped && (!choice.opened.has(item.kind.name) || drawn >= mostOfKind))
      boxOf.set(item.id, `kind:${item.kind.name}`);
    else {
      drawnOfKind.set(item.kind.name, drawn + 1);
      put(item.id, itemBox(item, { isInCycle: cycleOf.has(item.id), phase: choice.phase }));
    }
  }
  if (isGrouped) for (const box of kindBoxes(graph, choice, drawnOfKind)) boxes.set(box.id, box);
  const arrows = new Arrows();
  const isSingle = (id: string) => boxes.get(boxOf.get(id) ?? '')?.type === 'item';
  const resourceById = new Map(graph.resources.map((resource) => [resource.id, resource]));
  for (const { sourceId, targetId, requirement, isMet } of graph.edges) {
    const resource = resourceById.get(targetId);
    // What begins at kinds is counted for all their items, below.
    if (!isSingle(sourceId) && (resource !== undefined || !isSingle(targetId))) continue;
    if (resource) put(targetId, { id: targetId, type: 'resource', resource, isRoot: false, isInCycle: false });
    const [from = '', to = ''] = [boxOf.get(sourceId), boxOf.get(targetId)];
    if (!boxes.has(from) || !boxes.has(to)) continue;
    const cycle = cycleOf.get(sourceId);
    const isInCycle = cycle !== undefined && cycle === cycleOf.get(targetId);
    arrows.add({ from, to, requirement, isInCycle, isUnmet: !isMet });
  }
  for (const { sourceId, targetName, requirement, severityIfMissing } of graph.missing) {
    if (!isSingle(sourceId)) continue;
    const to = `missing:${targetName}`;
    boxes.set(to, missingBox(to, { name: targetName, severityIfMissing, known: boxes.get(to) }));
    arrows.add({
      ...{ from: boxOf.get(sourceId) ?? '', to, requirement, isInCycle: false },
      isUnmet: severityIfMissing === 'ERROR',
    });
  }
  if (isGrouped) addKindArrows(graph, boxes, arrows);
  return { boxes: [...boxes.values()], arrows: arrows.all() };
}

function itemBox(item: PlanGraphItemFragment, { isInCycle, phase }: { isInCycle: boolean; phase: Phase }): ItemBox {
  const { id, name, newName, mode, kind } = item;
  const look = lookOf(item.action);
  const action = { ...look, title: titleOf(look, phase) };
  return { id, type: 'item', name: newName ?? name, kind, action, isReference: mode === 'REFERENCE', isInCycle };
}

/** A box for each kind, for those of its items that are not drawn one by one. */
function kindBoxes(graph: PlanGraphData, choice: DrawingChoice, drawnOfKind: ReadonlyMap<string, number>): Box[] {
  const kindByName = new Map(graph.nodes.map(({ kind }) => [kind.name, kind]));
  const isCut = choice.isSearched && graph.nodeCount > graph.nodes.length;
  return [...kindByName].flatMap(([name, kind]) => {
    const present = countsOfKind(graph, choice, name).filter(({ count }) => count > 0);
    const all = present.reduce((sum, { count }) => sum + count, 0);
    const count = all - (drawnOfKind.get(name) ?? 0);
    if (count === 0) return [];
    const ofEach = present
      .map((one) => `${formatCount(one.count)} ${titleOf(one.look, choice.phase).toLowerCase()}`)
      .join(', ');
    // Once some are drawn one by one, the numbers of the kind are not those of the rest.
    const about = isCut ? 'or more' : count === all ? ofEach : 'more, which are not drawn';
    const tone = present[0]?.look.tone;
    return [{ id: `kind:${name}`, type: 'kind', kind, count, about, ...(tone && { tone }) } as const];
  });
}

/** How many items of a kind match, by what happens to them. */
function countsOfKind({ nodes }: PlanGraphData, { kindCounts, action, isSearched }: DrawingChoice, kind: string) {
  const looks = actionLooks.filter((look) => action === undefined || look.action === action);
  const counts = kindCounts.find((one) => one.kind.name === kind)?.counts;
  const ofKind = isSearched ? nodes.filter((node) => node.kind.name === kind) : [];
  return looks.map((look) => ({
    look,
    count: isSearched ? ofKind.filter((node) => node.action === look.action).length : counts ? look.countIn(counts) : 0,
  }));
}

/** The hue of all that is missing: red once something of it blocks its item. */
export function toneOfMissing(missing: PlanGraphData['missing']): Tone {
  return badgeTone(missing.some(({ severityIfMissing }) => severityIfMissing === 'ERROR') ? 'ERROR' : 'WARNING');
}

function addKindArrows({ kindEdges, missing }: PlanGraphData, boxes: Map<string, Box>, arrows: Arrows): void {
  for (const { source, target, isInFile, count } of kindEdges) {
    const from = `kind:${source.name}`;
    if (!boxes.has(from)) continue;
    const to = target === null ? 'missing' : `${isInFile ? 'kind' : 'branch'}:${target.name}`;
    if (target === null) boxes.set(to, { id: to, type: 'missing', name: 'Missing', tone: toneOfMissing(missing) });
    else if (!isInFile) boxes.set(to, { id: to, type: 'onBranch', kind: target });
    if (boxes.has(to) && from !== to)
      arrows.add({ from, to, requirement: 'INCLUDED', isInCycle: false, isUnmet: target === null }, count);
  }
}
