/**
 * Remembers what an import has renamed and replaced, inside its transaction. A name that was remembered before and not used now is forgotten:
 * what was done last is proposed next.
 */
import { sql } from '../../../database/worker.js';
import { bindingLock, forgetBindings, isBindingOf, rememberBindings } from '../../bindings/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import { isOfFile } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { unseenBy } from '../tables/unseenBy.js';
import { scopeOf } from './bindingScope.js';
import { isApplicableRemap } from './proposeBindings.js';

export async function rememberChoices(context: TaskContext, plan: PlanRow): Promise<void> {
  const scope = scopeOf(plan);
  if (!scope) return;
  const { connection, task } = context;
  await connection.lock(bindingLock(scope.projectId));
  const by = { taskId: task.id, now: context.clock.now() };
  const unseen = [...(await unseenBy(context, { plan, viewer: 'IMPORTER' }))];
  const isImported = sql`i.plan_no = ${plan.no} AND ${isOfFile(sql`i`)}
    AND i.action IN ('CREATE', 'UPDATE', 'REFERENCE_UPDATE', 'UNCHANGED')`;
  // What was set after the plan was made was not proposed in it.
  const isEarlier = sql`${isBindingOf(scope)} AND b.updated_at < (SELECT p.created_at FROM import_plan p WHERE p.id = ${plan.id})`;
  await forgetBindings(connection, {
    taskId: task.id,
    where: sql`${isEarlier} AND (b.type = 'RENAME' AND EXISTS (SELECT 1 FROM import_item i
        WHERE ${isImported} AND i.kind = b.kind AND i.name = b.name AND i.effective_name = i.name)
      OR ${isApplicableRemap(plan, unseen)} AND NOT EXISTS (SELECT 1 FROM import_remap m
        WHERE m.plan_no = ${plan.no} AND m.namespace = b.namespace AND m.name = b.name))`,
  });
  const names = sql`SELECT i.kind, i.namespace, i.name, 'RENAME' AS type, i.effective_name AS to_name,
      CAST(NULL AS TEXT) AS to_version, CAST(NULL AS TEXT) AS to_tenant
    FROM import_item i WHERE ${isImported} AND i.new_name IS NOT NULL AND i.effective_name = i.new_name`;
  const replacements = sql`SELECT m.kind, m.namespace, m.name, 'REMAP' AS type, coalesce((SELECT min(i.effective_name) FROM import_item i
        WHERE ${isImported} AND i.kind = m.kind AND i.name = m.to_name), m.to_name) AS to_name, m.to_version, m.to_tenant
    FROM import_remap m WHERE m.plan_no = ${plan.no} AND NOT m.is_remembered`;
  await rememberBindings(connection, scope, { wanted: sql`${names} UNION ALL ${replacements}`, by });
}
