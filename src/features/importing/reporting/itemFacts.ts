import { sql, type Sql } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import type { PartChanges, ResourceMode } from '../../kinds/worker.js';
import { isNamed } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { unseenBy, type ShownPlan } from '../tables/unseenBy.js';
import { caseTwins } from '../plan/itemOnBranch.sql.js';
import type { ItemRow } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { countHolders } from './partHolders.js';
import { addCodeHolders, addMissingMembers, addTextConflicts, type ReasonFacts } from './reasonFacts.js';

/** The resource that has the name of an item on the branch. */
export interface ExistingFact {
  id: string;
  kind: string;
  name: string;
  mode: ResourceMode;
  originProjectKey: string | null;
  /** The name of its parent. */
  parentName: string | null;
  /** Whether whoever reads the plan may see it. */
  isSeen: boolean;
}

/** A reference to a resource of a kind that is never exported. */
export interface LocalNode {
  at: string;
  kind: string;
  name: string;
}

/** The facts that the problems of an item need beyond its row. */
export interface ItemFacts extends ReasonFacts {
  spec: string | null;
  existing: ExistingFact | null;
  /** A name on the branch that differs only in case. */
  caseTwin: string | null;
  localNodes: LocalNode[];
  /** For kinds with parts: the spec of the existing resource, and the number of its records. */
  existingSpec: string | null;
  childCount: number;
  /** The changes of an update to its parts; null if the item is no update. */
  parts: (PartChanges & { holders: ReadonlyMap<string, number> | undefined }) | null;
}

type FactRow = Pick<ItemFacts, 'spec' | 'caseTwin' | 'existingSpec' | 'childCount'> & { ordinal: number } & {
  [key in Exclude<keyof ExistingFact, 'isSeen'>]: ExistingFact[key] | null;
};

/** Reads the facts of a page of items, in a fixed number of statements for most pages. */
export async function readItemFacts(
  context: WorkerContext,
  shown: ShownPlan,
  items: readonly ItemRow[],
): Promise<Map<number, ItemFacts>> {
  const { plan } = shown;
  const { connection } = context;
  const unseenIds = await unseenBy(context, shown);
  const kindsWithParts = context.kinds.list().flatMap(({ name, compareParts }) => (compareParts ? [name] : []));
  const hasParts = sql`i.kind IN ${kindsWithParts}`;
  const isOnPage = sql`i.plan_no = ${plan.no} AND i.ordinal IN ${sql.numbers(items.map(({ ordinal }) => ordinal))}`;
  const rows = await connection.all<FactRow>(
    sql`SELECT i.ordinal, c.spec, r.id, r.kind, r.name, r.mode, v.project_key AS origin_project_key, q.name AS parent_name,
       (SELECT s.name FROM ${caseTwins(plan.branchId)} AND s.id NOT IN ${[...unseenIds]} LIMIT 1) AS case_twin,
       CASE WHEN ${hasParts} THEN b.spec END AS existing_spec,
       CASE WHEN ${hasParts} THEN (SELECT count(*) FROM resource k WHERE k.parent_id = r.id) ELSE 0 END AS child_count
     FROM import_item i
     LEFT JOIN content c ON c.id = i.effective_content_id
     LEFT JOIN resource r ON r.id = i.existing_id
     LEFT JOIN resource q ON q.id = r.parent_id
     LEFT JOIN content b ON b.id = r.content_id
     LEFT JOIN provenance v ON v.id = r.provenance_id
     WHERE ${isOnPage}`,
  );
  const facts = new Map(rows.map((row) => [row.ordinal, factsOf(row, unseenIds)]));
  for (const { ordinal, ...node } of await localNodes(context, plan, { isOnPage, unseenIds }))
    facts.get(ordinal)?.localNodes.push(node);
  await addCodeHolders(context, plan, { items, facts, unseenIds });
  await addTextConflicts(context, plan, { items, facts, unseenIds });
  await addMissingMembers(context, plan, { items, facts });
  for (const item of items) await addPartChanges(context, plan, { item, fact: facts.get(item.ordinal) });
  return facts;
}

/** For an update, also one that is blocked because it removes parts. */
async function addPartChanges(
  context: WorkerContext,
  { branchId }: PlanRow,
  { item, fact }: { item: ItemRow; fact: ItemFacts | undefined },
): Promise<void> {
  if (item.reason !== 'DELETION_NOT_ALLOWED' && item.action !== 'UPDATE') return;
  const kind = context.kinds.find(item.kind);
  if (!kind?.compareParts || !fact?.existing || fact.spec === null || fact.existingSpec === null) return;
  const changes = kind.compareParts(JSON.parse(fact.existingSpec) as JsonObject, JSON.parse(fact.spec) as JsonObject);
  const partNames = changes.removed.map(({ name }) => name);
  const taken = { branchId, kind, existing: fact.existing, partNames };
  fact.parts = { ...changes, holders: partNames.length === 0 ? undefined : await countHolders(context, taken) };
}

/** Of a resource that the reader may not see, only that it has the name. */
function factsOf(row: FactRow, unseenIds: ReadonlySet<string>): ItemFacts {
  const { spec, caseTwin, existingSpec, childCount } = row;
  const existing = existingOf(row, unseenIds);
  const ofExisting = existing?.isSeen === false ? { existingSpec: null, childCount: 0 } : { existingSpec, childCount };
  return {
    spec,
    caseTwin,
    existing,
    ...ofExisting,
    localNodes: [],
    textConflicts: [],
    codeHolder: null,
    missingMembers: [],
    parts: null,
  };
}

function existingOf(
  { id, kind, name, mode, originProjectKey, parentName }: FactRow,
  unseenIds: ReadonlySet<string>,
): ExistingFact | null {
  if (id === null || kind === null || name === null || mode === null) return null;
  return { id, kind, name, mode, originProjectKey, parentName, isSeen: !unseenIds.has(id) };
}

function localNodes(
  { connection, kinds }: WorkerContext,
  { branchId }: PlanRow,
  { isOnPage, unseenIds }: { isOnPage: Sql; unseenIds: ReadonlySet<string> },
): Promise<(LocalNode & { ordinal: number })[]> {
  const localKinds = kinds.list().flatMap((kind) => (kind.isExportable ? [] : [kind.name]));
  return connection.all(
    sql`SELECT DISTINCT i.ordinal, min(e.at) AS at, t.kind, t.name
     FROM import_item i JOIN edge e ON e.content_id = i.effective_content_id JOIN edge_type y ON y.id = e.type_id
     JOIN resource t ON t.branch_id = ${branchId} AND ${isNamed('t', sql`e.target_name`)}
       AND t.namespace = y.target_namespace AND t.id NOT IN ${[...unseenIds]}
     WHERE ${isOnPage} AND t.kind IN ${localKinds} AND y.requirement = 'INCLUDED'
     GROUP BY i.ordinal, t.kind, t.name ORDER BY 1, 2`,
  );
}
