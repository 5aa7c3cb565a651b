/** Facts for the reasons that few items have; read only if an item of the page has one of them. */
import { sql } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import type { WorkerContext } from '../../workers/index.js';
import { codeHolder } from '../plan/itemOnBranch.sql.js';
import { PlannedShapes } from '../plan/plannedParents.js';
import type { ItemRow } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';

/** A unique text of an item that another item of the file, a resource of the branch, or both have at the same place. */
export interface TextConflict {
  at: string;
  otherItem: { name: string; line: number } | null;
  /** `isSeen`: whether whoever reads the plan may see it. */
  resource: { id: string; kind: string; name: string; isSeen: boolean } | null;
}

/** The external reference code of an item, and the resource of the branch that has it. */
export interface CodeHolder {
  code: string;
  id: string;
  kind: string;
  name: string;
  /** Whether whoever reads the plan may see it. */
  isSeen: boolean;
}

/** The facts for the problems of these reasons. */
export interface ReasonFacts {
  textConflicts: TextConflict[];
  codeHolder: CodeHolder | null;
  /** The problems of required members that a record lacks. */
  missingMembers: Problem[];
}

interface FactsOfPage {
  items: readonly ItemRow[];
  facts: ReadonlyMap<number, ReasonFacts & { spec: string | null }>;
}

/** For items whose external reference code is taken. */
export async function addCodeHolders(
  { connection }: WorkerContext,
  plan: PlanRow,
  { items, facts, unseenIds }: FactsOfPage & { unseenIds: ReadonlySet<string> },
): Promise<void> {
  const ordinals = items.filter(({ reason }) => reason === 'CODE_TAKEN').map(({ ordinal }) => ordinal);
  if (ordinals.length === 0) return;
  const rows = await connection.all<Omit<CodeHolder, 'isSeen'> & { ordinal: number }>(
    sql`SELECT i.ordinal, s.external_reference_code AS code, s.id, s.kind, s.name
     FROM import_item i CROSS JOIN ${codeHolder(plan.branchId, sql`i.existing_id`)}
       AND i.plan_no = ${plan.no} AND i.ordinal IN ${sql.numbers(ordinals)}`,
  );
  for (const { ordinal, ...holder } of rows) {
    const fact = facts.get(ordinal);
    if (fact) fact.codeHolder = { ...holder, isSeen: !unseenIds.has(holder.id) };
  }
}

/** For records that lack required members of their definition. */
export async function addMissingMembers(
  context: WorkerContext,
  plan: PlanRow,
  { items, facts }: FactsOfPage,
): Promise<void> {
  const parents = new PlannedShapes(context, plan);
  for (const item of items.filter(({ reason }) => reason === 'SPEC_INVALID')) {
    const fact = facts.get(item.ordinal);
    const shape = await parents.shapeOf(item);
    if (!shape || !fact || fact.spec === null) continue;
    fact.missingMembers.push(...shape.missing(JSON.parse(fact.spec) as JsonObject));
  }
}

interface ConflictRow {
  ordinal: number;
  at: string;
  itemName: string | null;
  line: number | null;
  id: string | null;
  kind: string | null;
  name: string | null;
}

/** For items with a unique text that is taken. */
export async function addTextConflicts(
  { connection }: WorkerContext,
  plan: PlanRow,
  { items, facts, unseenIds }: FactsOfPage & { unseenIds: ReadonlySet<string> },
): Promise<void> {
  const ordinals = items.filter(({ reason }) => reason === 'UNIQUE_TEXT_TAKEN').map(({ ordinal }) => ordinal);
  if (ordinals.length === 0) return;
  const rows = await connection.all<ConflictRow>(
    sql`SELECT c.ordinal, c.at, o.name AS item_name, o.line, r.id, r.kind, r.name FROM import_text_conflict c
     LEFT JOIN import_item o ON o.plan_no = c.plan_no AND o.ordinal = c.other_ordinal
     LEFT JOIN resource r ON r.id = c.resource_id
     WHERE c.plan_no = ${plan.no} AND c.ordinal IN ${sql.numbers(ordinals)} ORDER BY c.ordinal, c.at`,
  );
  for (const { ordinal, at, itemName, line, id, kind, name } of rows) {
    facts.get(ordinal)?.textConflicts.push({
      at,
      otherItem: itemName === null || line === null ? null : { name: itemName, line },
      resource: id === null || kind === null || name === null ? null : { id, kind, name, isSeen: !unseenIds.has(id) },
    });
  }
}
