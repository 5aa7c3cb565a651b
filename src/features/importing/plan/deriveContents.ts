/**
 * Derives the content of each item. It is the content of the file, except if the item refers to a renamed or replaced name,
 * contains its own name and was renamed, is laid over a resource of the branch, or has versions or tenants that are removed or
 * replaced. For such a record it also determines whether all required members are present.
 */
import { sql, type Sql } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import { edgesTo, isNamed, prepareContent, writeContents } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { changeItems, isInScope, type ItemScope } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';
import type { PlanPrerequisites } from '../prerequisites/planPrerequisites.js';
import { readRemaps } from '../tables/remapRows.js';
import { PlannedShapes } from './plannedParents.js';
import { writableKinds } from './writeStrategies.js';

interface AffectedItem {
  ordinal: number;
  kind: string;
  name: string;
  effectiveName: string;
  title: string | null;
  /** The title of the resource that it is laid over, used if the file has none. */
  baseTitle: string | null;
  contentId: number;
  effectiveContentId: number;
  effectiveDigest: string;
  digest: string;
  spec: string;
  /** The spec of the resource that it is laid over, if the file contains only a part. */
  baseSpec: string | null;
  parentName: string | null;
  lacksRequired: boolean;
  isIncomplete: boolean;
}

const windowSize = 200;

/** The checked requirements of the items. */
interface KnownPrerequisites {
  prerequisites: PlanPrerequisites;
  /** Ordinals of items from which versions are removed. */
  pruned: ReadonlySet<number>;
}

export async function deriveContents(
  context: WorkerContext,
  plan: PlanRow,
  { prerequisites, pruned, scope }: KnownPrerequisites & { scope?: ItemScope },
): Promise<void> {
  const names = await renamedNames(context, plan);
  const { partialKinds } = writableKinds(
    plan,
    context.kinds.list().map(({ name }) => name),
  );
  const affected = await affectedOrdinals(context, plan, { partialKinds, scope });
  const ordinals = pruned.size === 0 ? affected : [...new Set([...affected, ...pruned])];
  const parents = new PlannedShapes(context, plan);
  for (let start = 0; start < ordinals.length; start += windowSize) {
    const window = ordinals.slice(start, start + windowSize);
    const items = await affectedItems(context, plan, { ordinals: window, partialKinds });
    for (const item of items) await deriveContent(context, { plan, item, names, prerequisites, parents });
  }
}

/** New names of renamed items and replaced prerequisites, by namespace and name in the file; few. */
type NewNames = ReadonlyMap<string, string>;

async function renamedNames({ connection }: WorkerContext, plan: PlanRow): Promise<NewNames> {
  const rows = await connection.all<{ namespace: string; name: string; effectiveName: string }>(
    sql`SELECT namespace, name, effective_name FROM import_item
     WHERE plan_no = ${plan.no} AND effective_name <> name`,
  );
  const names = new Map(rows.map(({ namespace, name, effectiveName }) => [keyOf(namespace, name), effectiveName]));
  for (const { namespace, name, toName } of await readRemaps(connection, plan.no)) {
    names.set(keyOf(namespace, name), names.get(keyOf(namespace, toName)) ?? toName);
  }
  return names;
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}\n${name}`;
}

/**
 * Items whose content may differ from the file, or did before: they refer to a renamed or replaced name, are renamed
 * themselves, or are laid over a resource.
 */
async function affectedOrdinals(
  { connection }: WorkerContext,
  plan: PlanRow,
  { partialKinds, scope }: { partialKinds: readonly string[]; scope: ItemScope },
): Promise<number[]> {
  const ofRenamed = scope === undefined ? refersToRenamed(plan) : refersToRenamedIn(plan, scope);
  const rows = await connection.all<{ ordinal: number }>(
    sql`SELECT ordinal FROM import_item WHERE plan_no = ${plan.no} AND ${isInScope(sql`ordinal`, scope)} AND is_valid
       AND (effective_name <> name OR is_partial OR effective_content_id <> content_id OR is_incomplete <> lacks_required
         OR kind IN ${partialKinds})
     UNION
     ${ofRenamed}
     UNION
     SELECT d.ordinal FROM import_remap m
       JOIN ${edgesTo(sql`m.name`)}
       JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = m.namespace
       JOIN import_item d ON d.content_id = e.content_id AND d.plan_no = m.plan_no
       WHERE m.plan_no = ${plan.no} AND ${isInScope(sql`d.ordinal`, scope)}
     ORDER BY 1`,
  );
  return rows.map(({ ordinal }) => ordinal);
}

/** Starts from the renamed items, which are few. */
function refersToRenamed({ no }: PlanRow): Sql {
  return sql`SELECT d.ordinal FROM import_item n
    JOIN ${edgesTo(sql`n.name`)}
    JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = n.namespace
    JOIN import_item d ON d.content_id = e.content_id AND d.plan_no = n.plan_no
    WHERE n.plan_no = ${no} AND n.effective_name <> n.name`;
}

/** Starts from the items of the scope. */
function refersToRenamedIn({ no }: PlanRow, scope: ItemScope): Sql {
  return sql`SELECT d.ordinal FROM import_item d
    JOIN edge e ON e.content_id = d.content_id
    JOIN edge_type y ON y.id = e.type_id
    JOIN import_item n ON n.plan_no = d.plan_no AND n.name = e.target_name AND n.namespace = y.target_namespace
    WHERE d.plan_no = ${no} AND ${isInScope(sql`d.ordinal`, scope)} AND n.effective_name <> n.name`;
}

function affectedItems(
  { connection }: WorkerContext,
  plan: PlanRow,
  { ordinals, partialKinds }: { ordinals: readonly number[]; partialKinds: readonly string[] },
): Promise<AffectedItem[]> {
  return connection.all<AffectedItem>(
    sql`SELECT i.ordinal, i.kind, i.name, i.effective_name, i.title, i.content_id,
       i.effective_content_id, ec.digest AS effective_digest, c.digest, c.spec,
       b.spec AS base_spec, b.title AS base_title, i.parent_name,
       i.lacks_required, i.is_incomplete
     FROM import_item i JOIN content c ON c.id = i.content_id JOIN content ec ON ec.id = i.effective_content_id
     LEFT JOIN resource r ON (i.is_partial OR i.kind IN ${partialKinds})
       AND r.branch_id = ${plan.branchId} AND ${isNamed('r', sql`i.effective_name`)} AND r.namespace = i.namespace
       AND r.kind = i.kind AND r.mode = 'EDITABLE'
     LEFT JOIN content b ON b.id = r.content_id
     WHERE i.plan_no = ${plan.no} AND i.ordinal IN ${sql.numbers(ordinals)} ORDER BY i.ordinal`,
  );
}

interface Derivation {
  plan: PlanRow;
  item: AffectedItem;
  names: NewNames;
  prerequisites: PlanPrerequisites;
  parents: PlannedShapes;
}

async function deriveContent(
  context: WorkerContext,
  { plan, item, names, prerequisites, parents }: Derivation,
): Promise<void> {
  const { connection } = context;
  const spec = specOf(context, item, { names, inFile: await specInFile(context, item, prerequisites) });
  const shape = item.baseSpec === null ? undefined : await parents.shapeOf(item);
  await noteCompleteness(context, plan, {
    item,
    isIncomplete: shape ? shape.missing(spec).length > 0 : item.lacksRequired,
  });
  const about = { kind: item.kind, title: item.title ?? item.baseTitle, spec };
  const content = prepareContent(context, about, shape?.uniqueFields);
  if (content.digest === item.effectiveDigest) return;
  const isAsInFile = content.digest === item.digest;
  const contentId = isAsInFile ? item.contentId : await writeContents(connection, [content]);
  await changeItems({ connection, planNo: plan.no }, [item.ordinal], { effectiveContentId: contentId });
  if (item.effectiveContentId !== item.contentId) await deleteContent(context, item.effectiveContentId);
}

async function noteCompleteness(
  { connection }: WorkerContext,
  plan: PlanRow,
  { item, isIncomplete }: { item: AffectedItem; isIncomplete: boolean },
): Promise<void> {
  if (isIncomplete === item.isIncomplete) return;
  await changeItems({ connection, planNo: plan.no }, [item.ordinal], { isIncomplete });
}

function replaceMembers(before: JsonObject, part: JsonObject): JsonObject {
  return { ...before, ...part };
}

async function specInFile(
  { kinds }: WorkerContext,
  item: AffectedItem,
  prerequisites: PlanPrerequisites,
): Promise<JsonObject> {
  const spec = JSON.parse(item.spec) as JsonObject;
  return kinds.kindsWithPrerequisites.has(item.kind) ? prerequisites.adjusted({ kind: item.kind, spec }) : spec;
}

function specOf(
  { kinds }: WorkerContext,
  item: AffectedItem,
  { names, inFile }: { names: NewNames; inFile: JsonObject },
): JsonObject {
  const { overlay = replaceMembers, rewriteOwnName } = kinds.get(item.kind);
  const whole = item.baseSpec === null ? inFile : overlay(JSON.parse(item.baseSpec) as JsonObject, inFile);
  const spec = kinds.rewriteReferences(item.kind, whole, (namespace, name) => names.get(keyOf(namespace, name)));
  return rewriteOwnName && item.effectiveName !== item.name
    ? rewriteOwnName(spec, item.name, item.effectiveName)
    : spec;
}

/** A derived content is used only by this plan. */
async function deleteContent({ connection }: WorkerContext, contentId: number): Promise<void> {
  await connection.run(sql`DELETE FROM edge WHERE content_id = ${contentId}`);
  await connection.run(sql`DELETE FROM content_unique_text WHERE content_id = ${contentId}`);
  await connection.run(sql`DELETE FROM content WHERE id = ${contentId}`);
}
