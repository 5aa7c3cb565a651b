import { sql, type Sql } from '../../../database/worker.js';
import type { ProblemSeverity } from '../../../shared/problem.js';
import type { Reader } from '../../../shared/session.js';
import { cyclesAmong, edgeTraits, readNodes, severityIfMissing, type GraphNodeRow } from '../../dependencies/worker.js';
import type { Requirement } from '../../kinds/worker.js';
import { hiddenIds } from '../../resources/worker.js';
import type { HeavyRead, WorkerContext } from '../../workers/index.js';
import { hasItems, type ImportAction } from '../tables/importStates.js';
import { itemHasText } from '../tables/itemText.sql.js';
import { readPlan, type PlanRow } from '../tables/planRows.js';
import { planEdges, type PlanEdgeRow } from './planEdges.sql.js';
import { graphItemColumns, type GraphItemRow } from './graphItems.js';

/** Which items of a plan; null for all. */
interface ItemFilter {
  kinds: readonly string[] | null;
  actions: readonly ImportAction[] | null;
  /** In the name or the title. */
  search: string | null;
}

/** Requested parts of a graph. Fewer parts are faster. */
interface PlanGraphParts {
  /** False: edges, missing dependencies, resources and cycles are not read. */
  withEdges: boolean;
  /** False: the dependencies are not counted. */
  withTotals: boolean;
}

interface PlanGraphInput extends ItemFilter, PlanGraphParts {
  planId: string;
  /** The caller; null if the caller may see every resource. */
  reader: Reader | null;
  maxNodes: number;
}

/** A dependency between shown nodes; `target`: a place in `items`, or after these one in `resources`. */
export interface PlanGraphEdge {
  source: number;
  target: number;
  at: string;
  requirement: Requirement;
  isMet: boolean;
}

/** A dependency of a shown item whose target is neither in the file nor on the branch. */
export interface PlanGraphGap {
  source: number;
  at: string;
  targetName: string;
  targetKinds: readonly string[];
  requirement: Requirement;
  severityIfMissing: ProblemSeverity | null;
}

/** The number of dependencies from items of a kind to the items or resources of a kind, or to what is missing. */
export interface KindEdgeCount {
  sourceKind: string;
  /** Null if the targets are missing. */
  targetKind: string | null;
  isInFile: boolean;
  count: number;
}

export interface PlanGraphAnswer {
  /** Of all matching items. */
  nodeCount: number;
  isTruncated: boolean;
  items: GraphItemRow[];
  resources: GraphNodeRow[];
  edges: PlanGraphEdge[];
  missing: PlanGraphGap[];
  /** Places in `items`. */
  cycles: number[][];
  /** Of all matching items. */
  kindEdges: KindEdgeCount[];
}

/** Maximum number of edges, per allowed node. */
const edgesPerNode = 10;
const windowSize = 5000;

const nothing: PlanGraphAnswer = {
  ...{ nodeCount: 0, isTruncated: false, items: [], resources: [], edges: [], missing: [], cycles: [], kindEdges: [] },
};

/** The items of a plan, and what they depend on, in one snapshot. */
export const planGraphCall: HeavyRead<PlanGraphInput, PlanGraphAnswer> = {
  name: 'importing.planGraph',
  isRead: true,
  isHeavy: true,
  run: (context, question) =>
    context.connection.snapshot(async () => {
      const { connection } = context;
      const plan = await readPlan(connection, question.planId);
      if (!plan || !hasItems(plan.status)) return nothing;
      const hidden = await hiddenIds(context, { branchId: plan.branchId, reader: question.reader });
      const items = await nearestItems(context, plan, question);
      const isShown = sql.numbers(items.map(({ ordinal }) => ordinal));
      const matches = (item: Sql) => matching(question, item);
      const shown = question.withEdges
        ? await connection.byIndex(() =>
            readEdges(
              context,
              planEdges(plan, { matches: (item) => sql`${item}.ordinal IN ${isShown}`, hiddenIds: hidden }),
              {
                items,
                maxEdges: question.maxNodes * edgesPerNode,
              },
            ),
          )
        : noEdges;
      const kindEdges = question.withTotals
        ? await countByKind(context, planEdges(plan, { matches, hiddenIds: hidden }))
        : [];
      const nodeCount = await countItems(context, plan, question);
      const { isWhole, ...parts } = shown;
      return { ...parts, nodeCount, items, kindEdges, isTruncated: nodeCount > items.length || !isWhole };
    }),
};

function matching({ kinds, actions, search }: ItemFilter, item: Sql): Sql {
  const conditions = [
    ...(kinds ? [sql`${item}.kind IN ${kinds}`] : []),
    ...(actions ? [sql`${item}.action IN ${actions}`] : []),
    ...(search !== null && search !== '' ? [itemHasText(item, search)] : []),
  ];
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, ' AND ');
}

/** The shown items: of each kind a fair share, those that a person must decide about first, then those that change what is there. */
function nearestItems({ connection }: WorkerContext, plan: PlanRow, question: PlanGraphInput): Promise<GraphItemRow[]> {
  const urgency = sql`CASE i.action WHEN 'COLLISION' THEN 0 WHEN 'BLOCKED' THEN 0 WHEN 'UPDATE' THEN 1 WHEN 'REFERENCE_UPDATE' THEN 1
    WHEN 'CREATE' THEN 2 ELSE 3 END`;
  return connection.all(
    sql`SELECT ${graphItemColumns} FROM (
        SELECT i.ordinal, row_number() OVER (PARTITION BY i.kind ORDER BY ${urgency}, i.ordinal) AS place
        FROM import_item i WHERE i.plan_no = ${plan.no} AND ${matching(question, sql`i`)}
        ORDER BY 2, 1 LIMIT ${question.maxNodes}) AS o
      JOIN import_item i ON i.plan_no = ${plan.no} AND i.ordinal = o.ordinal
      ORDER BY o.place, i.ordinal`,
  );
}

async function countItems({ connection }: WorkerContext, plan: PlanRow, choice: ItemFilter): Promise<number> {
  const row = await connection.get<{ total: number }>(
    sql`SELECT count(*) AS total FROM import_item i WHERE i.plan_no = ${plan.no} AND ${matching(choice, sql`i`)}`,
  );
  return row?.total ?? 0;
}

type ShownEdges = Pick<PlanGraphAnswer, 'resources' | 'edges' | 'missing' | 'cycles'> & { isWhole: boolean };

const noEdges: ShownEdges = { resources: [], edges: [], missing: [], cycles: [], isWhole: true };

async function readEdges(
  context: WorkerContext,
  edges: Sql,
  { items, maxEdges }: { items: readonly GraphItemRow[]; maxEdges: number },
): Promise<ShownEdges> {
  const placeByOrdinal = new Map(items.map(({ ordinal }, place) => [ordinal, place]));
  const placeByResource = new Map<string, number>();
  const shown: ShownEdges = { ...noEdges, edges: [], missing: [] };
  const ordered = sql`SELECT * FROM (${edges}) AS g ORDER BY g.source, g.type_id, g.at LIMIT ${maxEdges + 1}`;
  let left = maxEdges;
  for await (const rows of context.connection.windows<PlanEdgeRow>(ordered, windowSize)) {
    for (const row of rows.slice(0, left)) addEdge(context, row, { shown, placeByOrdinal, placeByResource });
    shown.isWhole &&= rows.length <= left;
    left -= Math.min(left, rows.length);
  }
  const sources = Int32Array.from(shown.edges, ({ source }) => source);
  const targets = Int32Array.from(shown.edges, ({ target }) => target);
  return {
    ...shown,
    resources: await readNodes(context, [...placeByResource.keys()]),
    cycles: cyclesAmong({ nodeCount: items.length + placeByResource.size, sources, targets }),
  };
}

interface Places {
  shown: ShownEdges;
  placeByOrdinal: ReadonlyMap<number, number>;
  placeByResource: Map<string, number>;
}

function addEdge(context: WorkerContext, row: PlanEdgeRow, { shown, placeByOrdinal, placeByResource }: Places): void {
  const { at, targetName, sourceKind, targetItem, targetResource, isMet } = row;
  const source = placeByOrdinal.get(row.source) ?? 0;
  const traits = edgeTraits(context, { typeId: row.typeId, sourceKind, targetKind: row.targetKind ?? undefined });
  const { requirement, targetKinds } = traits;
  if (targetItem !== null) {
    shown.edges.push({ source, target: placeByOrdinal.get(targetItem) ?? 0, at, requirement, isMet });
  } else if (targetResource !== null) {
    const place = placeByResource.get(targetResource) ?? placeByOrdinal.size + placeByResource.size;
    placeByResource.set(targetResource, place);
    shown.edges.push({ source, target: place, at, requirement, isMet });
  } else {
    shown.missing.push({
      source,
      at,
      targetName,
      targetKinds,
      requirement,
      severityIfMissing: severityIfMissing(traits),
    });
  }
}

function countByKind({ connection }: WorkerContext, edges: Sql): Promise<KindEdgeCount[]> {
  return connection.all(
    sql`SELECT g.source_kind, g.target_kind, g.target_item IS NOT NULL AS is_in_file, count(*) AS count FROM (${edges}) AS g
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
}
