/**
 * Proposes in a new plan what earlier imports from the same project have remembered: new names of items, and replacements of prerequisites.
 * They are choices like any other, marked as remembered: a person may change or remove them.
 */
import { sql, type Sql } from '../../../database/worker.js';
import { isBindingOf } from '../../bindings/worker.js';
import { edgesTo, isNamed, leadsTo } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { isOfFile } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { unseenBy } from '../tables/unseenBy.js';
import { scopeOf } from './bindingScope.js';

/** Runs after the file was read and before the first derivation. */
export async function proposeBindings(context: WorkerContext, plan: PlanRow): Promise<void> {
  const scope = scopeOf(plan);
  if (!scope) return;
  const { connection } = context;
  const unseen = [...(await unseenBy(context, { plan, viewer: 'IMPORTER' }))];
  await connection.run(
    sql`UPDATE import_item SET new_name = b.to_name, is_name_remembered = TRUE FROM binding b
     WHERE import_item.plan_no = ${plan.no} AND ${isBindingOf(scope)} AND b.type = 'RENAME'
       AND b.kind = import_item.kind AND b.name = import_item.name AND b.to_name <> import_item.name
       AND import_item.origin_chain IS NULL AND NOT import_item.is_built_in
       AND NOT EXISTS (SELECT 1 FROM resource t WHERE t.branch_id = ${plan.branchId} AND ${isNamed('t', sql`b.to_name`)}
         AND t.namespace = b.namespace AND t.id IN ${unseen})`,
  );
  await connection.run(
    sql`INSERT INTO import_remap (plan_no, namespace, name, kind, to_name, to_version, to_tenant, is_remembered)
     SELECT ${plan.no}, b.namespace, b.name, b.kind, b.to_name, b.to_version, b.to_tenant, TRUE
     FROM binding b WHERE ${isBindingOf(scope)} AND ${isApplicableRemap(plan, unseen)} ON CONFLICT DO NOTHING`,
  );
}

/**
 * Whether a binding `b` replaces a prerequisite of a plan: items refer to its name, which the file does not have, and the branch has what it
 * became here.
 */
export function isApplicableRemap({ no, branchId }: PlanRow, unseen: readonly string[]): Sql {
  return sql`NOT EXISTS (SELECT 1 FROM import_item f
      WHERE f.plan_no = ${no} AND f.name = b.name AND f.namespace = b.namespace AND ${isOfFile(sql`f`)})
    AND EXISTS (SELECT 1 FROM resource t WHERE t.branch_id = ${branchId} AND ${isNamed('t', sql`b.to_name`)}
      AND t.namespace = b.namespace AND t.kind = b.kind AND t.id NOT IN ${unseen})
    AND EXISTS (SELECT 1 FROM (SELECT b.name AS value) AS w JOIN ${edgesTo(sql`w.value`)}
      JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = b.namespace AND ${leadsTo(sql`y.id`, sql`b.kind`)}
      JOIN import_item i ON i.content_id = e.content_id AND i.plan_no = ${no})`;
}
