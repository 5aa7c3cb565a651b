/**
 * Lists the deletions of a plan as items with ordinals below 0, and derives their actions. A resource that something else will still refer
 * to stays, and so does everything that it needs. A deletion needs the consent to deletions; a deselected one keeps the resource.
 */
import { sql, type Sql } from '../../../database/worker.js';
import { packNameOf } from '../../kinds/worker.js';
import { readOffPacks } from '../../projects/worker.js';
import { leadsTo } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { changedOrdinals, changeItemsWhere, deriveColumns } from '../tables/changeItems.js';
import { isDeletion } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { isGoing, usersOfGoing } from './usersOfGoing.sql.js';
import { deletionCandidates, listed, mirroredKinds } from './deletionCandidates.js';

const inUse = { action: 'BLOCKED', reason: 'DELETION_IN_USE' } as const;

/** Runs after the items of the file have their actions. */
export async function deriveDeletions(context: WorkerContext, plan: PlanRow): Promise<void> {
  const { connection } = context;
  const items = { connection, planNo: plan.no };
  if (mirroredKinds(plan).length === 0) {
    await connection.run(sql`DELETE FROM import_item WHERE plan_no = ${plan.no} AND ordinal < 0`);
    return;
  }
  await listCandidates(context, plan);
  await deriveOwnActions(context, plan);
  const planned = sql`ordinal < 0 AND action = 'DELETE'`;
  let kept = await changedOrdinals(
    items,
    sql`${planned} AND existing_id IN (SELECT u.id FROM (${usersOfGoing(plan, sql`TRUE`)}) AS u)`,
    inUse,
  );
  while (kept.length > 0) {
    kept = await changedOrdinals(items, sql`${planned} AND existing_id IN (${usedByKept(plan, kept)})`, inUse);
  }
  if (plan.options.isDeletionAllowed === true) return;
  await changeItemsWhere(items, planned, { action: 'BLOCKED', reason: 'DELETION_NOT_ALLOWED' });
}

/** A deletion that is listed already keeps its ordinal, and whether it is selected. New ones come before the others, by kind and name. */
async function listCandidates(context: WorkerContext, plan: PlanRow): Promise<void> {
  const { connection } = context;
  const { no } = plan;
  const candidates = await deletionCandidates(context, plan);
  await connection.run(
    sql`DELETE FROM import_item WHERE plan_no = ${no} AND ordinal < 0 AND existing_id NOT IN (SELECT r.id FROM ${candidates})`,
  );
  await connection.run(
    sql`INSERT INTO import_item (plan_no, ordinal, line, kind, namespace, name, effective_name, title, source_id, resource_id, existing_id,
       mode, action)
     SELECT ${no}, least.ordinal - row_number() OVER (ORDER BY r.kind DESC, r.name DESC, r.id), 0, r.kind, r.namespace, r.name, r.name,
       r.title, r.source_id, r.id, r.id, r.mode, 'DELETE'
     FROM (SELECT coalesce(min(ordinal), 0) AS ordinal FROM import_item WHERE plan_no = ${no} AND ordinal < 0) AS least
     CROSS JOIN ${candidates} AND r.id NOT IN (${listed(no)})`,
  );
}

/** Without a look at what depends on the resources. It may have been renamed since it was listed. */
async function deriveOwnActions(context: WorkerContext, plan: PlanRow): Promise<void> {
  const { connection, kinds } = context;
  const off = await readOffPacks({ connection, kinds }, plan.targetProjectId);
  const offKinds = kinds.list().flatMap(({ name }) => (off.has(packNameOf(name)) ? [name] : []));
  const reason = sql`CASE WHEN i.is_selected = FALSE THEN NULL WHEN i.kind IN ${offKinds} THEN 'PACK_OFF'
    WHEN i.kind IN ${plan.rights.deniedKinds ?? []} THEN 'KIND_FORBIDDEN'
    WHEN r.id = ${plan.options.intoCollection ?? ''} THEN 'DELETION_IN_USE' END`;
  const select = sql`SELECT d.*, CASE WHEN d.is_selected = FALSE THEN 'SKIPPED' WHEN d.reason IS NULL THEN 'DELETE' ELSE 'BLOCKED' END AS action
    FROM (SELECT i.ordinal, i.is_selected, r.name, r.name AS effective_name, r.title, r.revision AS existing_revision,
        CASE r.mode WHEN 'REFERENCE' THEN 'REFERENCE' ELSE 'COPY' END AS mode, ${reason} AS reason,
        r.task_id IS NULL AS has_warning
      FROM import_item i JOIN resource r ON r.id = i.existing_id WHERE i.plan_no = ${plan.no} AND ${isDeletion(sql`i`)}) AS d`;
  const columns = ['name', 'effective_name', 'title', 'existing_revision', 'mode', 'reason', 'has_warning', 'action'];
  await deriveColumns({ connection, planNo: plan.no }, columns, select);
}

/** Ids of resources that deletions that cannot be carried out refer to or are inside. */
function usedByKept({ no }: PlanRow, kept: readonly number[]): Sql {
  const keptResources = sql`import_item b JOIN resource s ON s.id = b.existing_id`;
  const isKept = sql`b.plan_no = ${no} AND b.ordinal IN ${sql.numbers(kept)}`;
  return sql`SELECT d.existing_id FROM ${keptResources}
      JOIN edge e ON e.content_id = s.content_id
      JOIN edge_type y ON y.id = e.type_id
      JOIN import_item d ON d.name = e.target_name AND d.namespace = y.target_namespace AND ${leadsTo(sql`y.id`, sql`d.kind`)}
      WHERE ${isKept} AND ${isGoing(no, sql`d`)}
    UNION SELECT s.parent_id FROM ${keptResources} WHERE ${isKept} AND s.parent_id IS NOT NULL`;
}
