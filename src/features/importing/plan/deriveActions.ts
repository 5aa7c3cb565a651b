import { evaluatedOnce, sql, type Sql } from '../../../database/worker.js';
import { packNameOf } from '../../kinds/worker.js';
import { readOffPacks } from '../../projects/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { deriveColumns, isInScope, type ItemScope } from '../tables/changeItems.js';
import { isOfFile } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { actionSql, reasonSql, ruleSql } from './actionRules.js';
import { writableKinds } from './writeStrategies.js';
import { caseTwins, codeHolder, existingJoin, parentIdOf } from './itemOnBranch.sql.js';

/**
 * Sets for each item the resource that has its name on the branch, that resource's revision, and the action before dependencies
 * are considered. Here are the facts; actionRules.ts has the rules.
 */
export async function deriveActions(context: WorkerContext, plan: PlanRow, scope?: ItemScope): Promise<void> {
  const { connection } = context;
  const ruled = sql`SELECT f.ordinal, f.id, f.revision, f.has_case_twin, f.existing_id, f.existing_revision, f.action, f.reason,
      f.has_warning, ${ruleSql()} AS rule
    FROM (${facts(context, plan, { offKinds: await offKinds(context, plan), scope })}) AS f`;
  const select = sql`SELECT n.ordinal, n.id AS existing_id, n.revision AS existing_revision, ${actionSql()} AS action,
      ${reasonSql()} AS reason, n.has_case_twin AS has_warning
    FROM (${evaluatedOnce(ruled)}) AS n
    WHERE n.id IS DISTINCT FROM n.existing_id OR n.revision IS DISTINCT FROM n.existing_revision
      OR ${actionSql()} <> n.action OR ${reasonSql()} IS DISTINCT FROM n.reason OR n.has_case_twin <> n.has_warning`;
  const columns = ['existing_id', 'existing_revision', 'action', 'reason', 'has_warning'];
  await deriveColumns({ connection, planNo: plan.no }, columns, select);
}

/** Kinds of packs that are switched off in the project of the branch. */
async function offKinds({ connection, kinds }: WorkerContext, plan: PlanRow): Promise<string[]> {
  const off = await readOffPacks({ connection, kinds }, plan.targetProjectId);
  return off.size === 0 ? [] : kinds.list().flatMap(({ name }) => (off.has(packNameOf(name)) ? [name] : []));
}

/** Kinds that are treated alike. */
function kindLists({ kinds }: WorkerContext, plan: PlanRow) {
  const all = kinds.list();
  const names = (isMeant: (kind: (typeof all)[number]) => boolean) => all.filter(isMeant).map(({ name }) => name);
  const { upsertKinds } = writableKinds(
    plan,
    names(() => true),
  );
  return {
    upsertKinds,
    copyOnlyKinds: names(({ reference }) => !reference.allowed),
    lackingKinds: names(
      ({ reference: { requiredCapability } }) =>
        requiredCapability !== undefined && !plan.targetCapabilities.includes(requiredCapability),
    ),
    // A part of such a resource is incomplete on its own.
    wholeKinds: names(({ overlay }) => overlay !== undefined),
  };
}

/** A reference is identified by kind, source name and source project, even if its name or its branch there has changed. */
const isSameReference = ({ sourceInstanceId, sourceProjectId }: PlanRow) =>
  sql`(r.mode = 'REFERENCE' AND r.kind = i.kind AND r.source_name = i.name
    AND v.instance_id = ${sourceInstanceId} AND v.project_id = ${sourceProjectId})`;

/** The item was exported from this very resource. */
const isItself = ({ instance }: WorkerContext, { sourceInstanceId }: PlanRow) =>
  sql`(${sourceInstanceId === instance.id} AND r.id = i.source_id)`;

/** The resource comes from where the item comes from. */
function isSameSource(context: WorkerContext, plan: PlanRow): Sql {
  const { sourceInstanceId, sourceProjectId } = plan;
  if (sourceInstanceId === null && sourceProjectId === null) return sql`TRUE`;
  return sql`(${isItself(context, plan)} OR (r.source_name = i.name
    AND v.instance_id IS NOT DISTINCT FROM ${sourceInstanceId} AND v.project_id IS NOT DISTINCT FROM ${sourceProjectId}))`;
}

/** The item would have the name of something that every project has without a resource. */
function hasBuiltInName({ kinds }: WorkerContext): Sql {
  const conditions = kinds
    .list()
    .flatMap(({ name, builtIns }) =>
      builtIns ? [sql`(i.kind = ${name} AND i.effective_name IN ${[...builtIns.names]})`] : [],
    );
  return conditions.length === 0 ? sql`FALSE` : sql`(${sql.join(conditions, ' OR ')})`;
}

/** Whether the kind of an item is one of some, which are often none. */
function isOneOf(kinds: readonly string[]): Sql {
  return kinds.length === 0 ? sql`FALSE` : sql`i.kind IN ${kinds}`;
}

/** One row per item, with the facts that the rules use. */
function facts(
  context: WorkerContext,
  plan: PlanRow,
  { offKinds, scope }: { offKinds: readonly string[]; scope: ItemScope },
): Sql {
  const { branchId } = plan;
  const { copyOnlyKinds, lackingKinds, upsertKinds, wholeKinds } = kindLists(context, plan);
  return sql`SELECT i.ordinal, i.existing_id, i.existing_revision, i.action, i.reason, i.has_warning, r.id, r.revision, i.is_selected, i.is_valid, i.is_partial, i.mode,
      ${isOneOf(copyOnlyKinds)} AS is_copy_only,
      ${isOneOf(lackingKinds)} AS lacks_capability,
      ${isOneOf(upsertKinds)} AS is_upsert,
      ${isOneOf(offKinds)} AS is_off,
      ${isOneOf(plan.rights.deniedKinds ?? [])} AS is_denied,
      i.is_incomplete,
      i.is_built_in,
      ${hasBuiltInName(context)} AS has_built_in_name,
      i.is_partial AND r.id IS NULL AND ${isOneOf(wholeKinds)} AS lacks_whole,
      r.id IS NOT NULL AS is_taken,
      r.kind = i.kind AS is_same_kind,
      r.mode AS existing_mode,
      (r.content_id = i.effective_content_id OR EXISTS (
        SELECT 1 FROM content c JOIN content n ON n.digest = c.digest
        WHERE c.id = r.content_id AND n.id = i.effective_content_id))
        AND (${parentIdOf(branchId)}) IS NOT DISTINCT FROM r.parent_id AS is_same_content,
      ${isSameSource(context, plan)} AS is_same_source,
      ${isItself(context, plan)} AS is_itself,
      ${isSameReference(plan)} AS is_same_reference,
      r.mode = CASE i.mode WHEN 'REFERENCE' THEN 'REFERENCE' ELSE 'EDITABLE' END AS is_same_mode,
      ${plan.sourceProjectId !== null} AS is_source_known,
      i.external_reference_code IS NOT NULL AND EXISTS (
        SELECT 1 FROM ${codeHolder(branchId, sql`r.id`)}) AS is_erc_taken,
      i.effective_name <> i.name AND (i.mode = 'REFERENCE' AND ${isSameReference(plan)}) IS NOT TRUE AND EXISTS (
        SELECT 1 FROM import_item s WHERE s.plan_no = i.plan_no AND s.ordinal <> i.ordinal AND ${isOfFile(sql`s`)} AND s.is_selected
          AND s.namespace = i.namespace AND s.effective_name = i.effective_name
          AND (s.name = i.effective_name OR s.effective_name <> s.name)) AS is_twin_in_plan,
      EXISTS (SELECT 1 FROM ${caseTwins(branchId)}) AS has_case_twin
    FROM import_item i ${existingJoin(branchId)}
    LEFT JOIN provenance v ON v.id = r.provenance_id
    WHERE i.plan_no = ${plan.no} AND i.ordinal >= 0 AND ${isInScope(sql`i.ordinal`, scope)}`;
}
