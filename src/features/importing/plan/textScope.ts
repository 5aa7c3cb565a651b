import { sql } from '../../../database/worker.js';
import { ensureRecordTexts, placeOfField, recordsOf } from '../../records/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { plannedParents, type PlannedParent } from './plannedParents.js';

/** The scope in which texts are unique: the resources of one kind, or the records of one parent. */
export interface TextScope {
  kinds: readonly string[];
  /** For records: the parent, by its name in the file and its id on the branch, and the places that are compared. */
  records?: { parentName: string; parentId: string | null; ats: readonly string[] };
}

/**
 * The scopes of the items of a plan; none for most files. Actions must be known: if a definition is not imported, that of the
 * branch applies.
 */
export async function textScopes(context: WorkerContext, plan: PlanRow): Promise<TextScope[]> {
  const kinds = (plan.fileFacts.uniqueKinds ?? []).flatMap((name) => context.kinds.find(name) ?? []);
  const declared = kinds.filter(({ uniqueMembers }) => uniqueMembers !== undefined).map(({ name }) => name);
  const scopes: TextScope[] = declared.length === 0 ? [] : [{ kinds: declared }];
  for (const { name } of kinds.filter(({ compileRecordShape }) => compileRecordShape)) {
    const names = await parentNames(context, plan, name);
    for await (const parent of plannedParents(context, plan, { kind: name, names, items: 'coming' })) {
      if (parent.shape.uniqueFields.length > 0) scopes.push(await recordScope(context, plan, { kind: name, parent }));
    }
  }
  return scopes;
}

async function parentNames({ connection }: WorkerContext, plan: PlanRow, kind: string): Promise<string[]> {
  const rows = await connection.all<{ name: string }>(
    sql`SELECT DISTINCT i.parent_name AS name FROM import_item i
     WHERE i.plan_no = ${plan.no} AND i.kind = ${kind} AND i.parent_name IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function recordScope(
  { connection }: WorkerContext,
  plan: PlanRow,
  { kind, parent }: { kind: string; parent: PlannedParent },
): Promise<TextScope> {
  const { name: parentName, id: parentId } = parent;
  const fields = parent.shape.uniqueFields;
  const ofPlan = sql`SELECT i.effective_content_id AS id FROM import_item i WHERE i.plan_no = ${plan.no} AND i.kind = ${kind}
    AND i.parent_name = ${parentName} AND i.effective_content_id IS NOT NULL`;
  await ensureRecordTexts(connection, ofPlan, fields);
  if (parentId !== null) await ensureRecordTexts(connection, recordsOf(parentId), fields);
  return { kinds: [kind], records: { parentName, parentId, ats: fields.map(placeOfField) } };
}
