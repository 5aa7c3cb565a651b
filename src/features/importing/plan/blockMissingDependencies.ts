/**
 * Blocks items with missing dependencies: an item that refers, in its spec or as its parent, to something neither selected nor
 * on the branch; then, repeatedly, every item that depends on a blocked item. A name that is neither in the file nor on the
 * branch blocks only if the kind says so; one that is in the file but not imported blocks unless the reference is only advised.
 */
import { type Sql, sql } from '../../../database/worker.js';
import { edgesTo, isNamed } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { changedOrdinals, changeItems, changeItemsWhere, isInScope, type ItemScope } from '../tables/changeItems.js';
import { missingDependencies, type MissingDependency } from './missingDependencies.js';

/** The items to derive, where not all are. */
export interface DependencyScope {
  ordinals: readonly number[];
  /** Called with items, in the scope or not, before they are blocked because what they depend on is. */
  beforeBlocking: (ordinals: readonly number[]) => Promise<void>;
}

export async function blockMissingDependencies(
  context: WorkerContext,
  plan: PlanRow,
  part?: DependencyScope,
): Promise<void> {
  const scope = part?.ordinals;
  const blocked = new Set<number>();
  const waiting = new Set<number>();
  const warned = new Set<number>();
  const candidates = sql`i.is_selected AND i.is_valid AND i.action NOT IN ('BLOCKED', 'COLLISION')`;
  for await (const targets of missingDependencies(context, plan, {
    where: candidates,
    isOwnState: part !== undefined,
    scope,
  })) {
    for (const target of targets)
      (!isBlocking(target) ? warned : target.isTargetOpen ? waiting : blocked).add(target.ordinal);
  }
  const items = { connection: context.connection, planNo: plan.no };
  await changeItems(items, warned, { hasWarning: true });
  await warnOfLocalNodes(context, plan, scope);
  await changeItems(items, waiting, { action: 'BLOCKED', reason: 'DEPENDENCY_OPEN' });
  await changeItems(items, blocked, { action: 'BLOCKED', reason: 'DEPENDENCY_MISSING' });
  await context.connection.byIndex(() => spread(context, plan, part));
}

/** Whether an unmet dependency blocks its item. */
export function isBlocking({ whenMissing, requirement, isInFile }: MissingDependency): boolean {
  if (whenMissing === 'BLOCK') return true;
  return whenMissing === 'WARN' && requirement !== 'ADVISED' && isInFile;
}

/**
 * Marks items that include a resource of a kind that is never exported: the resource on the branch may differ from that of the
 * source.
 */
async function warnOfLocalNodes({ connection, kinds }: WorkerContext, plan: PlanRow, scope: ItemScope): Promise<void> {
  const localKinds = kinds.list().flatMap((kind) => (kind.isExportable ? [] : [kind.name]));
  const { no: planNo, branchId } = plan;
  const any = await connection.get(
    sql`SELECT 1 FROM resource_count WHERE branch_id = ${branchId} AND kind IN ${localKinds} AND total > 0 LIMIT 1`,
  );
  if (!any) return;
  const usesLocalNode = sql`is_selected AND is_valid AND ${isInScope(sql`ordinal`, scope)} AND ordinal IN (
    SELECT i.ordinal FROM resource t
    JOIN ${edgesTo(sql`t.name`)}
    JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = t.namespace AND y.requirement = 'INCLUDED'
    JOIN import_item i ON i.content_id = e.content_id AND i.plan_no = ${planNo}
    WHERE t.branch_id = ${branchId} AND t.kind IN ${localKinds})`;
  await changeItemsWhere({ connection, planNo }, usesLocalNode, { hasWarning: true });
}

/** Blocks the items that depend on blocked items, step by step, until nothing changes. */
async function spread({ connection }: WorkerContext, plan: PlanRow, part?: DependencyScope): Promise<void> {
  const first = await connection.all<{ ordinal: number }>(
    part === undefined
      ? sql`SELECT ordinal FROM import_item WHERE plan_no = ${plan.no} AND action = 'BLOCKED'`
      : blockedAround(plan, part.ordinals),
  );
  const items = { connection, planNo: plan.no };
  const change = { action: 'BLOCKED', reason: 'DEPENDENCY_BLOCKED' } as const;
  for (let frontier = first.map(({ ordinal }) => ordinal); frontier.length > 0;) {
    if (part === undefined) frontier = await changedOrdinals(items, dependsOn(plan, frontier), change);
    else {
      const next = await connection.all<{ ordinal: number }>(
        sql`SELECT ordinal FROM import_item WHERE plan_no = ${plan.no} AND (${dependsOn(plan, frontier)})`,
      );
      frontier = next.map(({ ordinal }) => ordinal);
      await part.beforeBlocking(frontier);
      await changeItems(items, frontier, change);
    }
  }
}

/** The blocked items among some, and among those that they refer to. */
function blockedAround({ no }: PlanRow, ordinals: readonly number[]): Sql {
  const isSome = sql`i.plan_no = ${no} AND i.ordinal IN ${sql.numbers(ordinals)}`;
  return sql`SELECT i.ordinal FROM import_item i WHERE ${isSome} AND i.action = 'BLOCKED'
    UNION
    SELECT f.ordinal FROM import_item i
    JOIN edge e ON e.content_id = i.content_id
    JOIN edge_type y ON y.id = e.type_id
    JOIN import_item f ON f.plan_no = i.plan_no AND f.name = e.target_name AND f.namespace = y.target_namespace
    WHERE ${isSome} AND f.action = 'BLOCKED'
    UNION
    SELECT f.ordinal FROM import_item i
    JOIN import_item f ON f.plan_no = i.plan_no AND f.name = i.parent_name AND f.kind = i.parent_kind
    WHERE ${isSome} AND f.action = 'BLOCKED'`;
}

/** Whether an item depends on one of the blocked items `b` with these ordinals, unless the branch has a resource to use instead. */
function dependsOn({ no, branchId }: PlanRow, blocked: readonly number[]): Sql {
  const isBlocked = sql`b.plan_no = ${no} AND b.ordinal IN ${sql.numbers(blocked)}`;
  // The resource on the branch that has the name of `b`.
  const isNamesake = sql`t.branch_id = ${branchId} AND ${isNamed('t', sql`b.effective_name`)} AND t.namespace = b.namespace`;
  const dependents = (edges: Sql) => sql`SELECT i.ordinal FROM import_item b
    ${edges}
    JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = b.namespace AND y.requirement <> 'ADVISED'
      AND y.when_missing <> 'IGNORE'
    JOIN edge_type_target k ON k.type_id = y.id AND k.kind = b.kind
    JOIN import_item i ON i.content_id = e.content_id AND i.plan_no = b.plan_no
    WHERE ${isBlocked} AND NOT EXISTS (
      SELECT 1 FROM resource t JOIN edge_type_target s ON s.type_id = y.id AND s.kind = t.kind WHERE ${isNamesake})`;
  return sql`is_selected AND is_valid AND action NOT IN ('BLOCKED', 'COLLISION') AND ordinal IN (
    ${dependents(sql`JOIN ${edgesTo(sql`b.name`)}`)} AND NOT ${isReplaced}
    UNION
    ${dependents(byRemap)}
    UNION
    SELECT i.ordinal FROM import_item b
    JOIN import_item i ON i.plan_no = b.plan_no AND i.parent_kind = b.kind AND i.parent_name = b.name AND i.into_id IS NULL
    WHERE ${isBlocked} AND NOT EXISTS (SELECT 1 FROM resource t WHERE ${isNamesake}))`;
}

const byRemap = sql`JOIN import_remap m ON m.plan_no = b.plan_no AND m.namespace = b.namespace AND m.to_name = b.name
  JOIN ${edgesTo(sql`m.name`)}`;

/** The name of `b` was replaced by another one. */
const isReplaced = sql`EXISTS (SELECT 1 FROM import_remap m
  WHERE m.plan_no = b.plan_no AND m.namespace = b.namespace AND m.name = b.name AND m.to_name <> b.name)`;
