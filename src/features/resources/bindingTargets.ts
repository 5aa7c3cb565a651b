/** Bindings of a project follow the resources that they lead to, which have branches of their own. */
import { sql, type SqlConnection } from '../../database/worker.js';
import { bindingLock, forgetBindings, renameTargets } from '../bindings/worker.js';
import { projectIdOf } from '../projects/worker.js';
import { isNamed } from './resourceName.sql.js';
import type { ResourceRow } from './resourceRows.js';

/** After a resource was renamed: bindings to its old name lead to the new one, unless another branch still has the old name. */
export async function followRename(
  connection: SqlConnection,
  { branchId, namespace, name: from }: Pick<ResourceRow, 'branchId' | 'namespace' | 'name'>,
  to: string,
): Promise<void> {
  const projectId = await projectIdOf(connection, branchId);
  if (projectId === undefined) return;
  const left = await connection.get(
    sql`SELECT 1 FROM branch h JOIN resource r ON r.branch_id = h.id AND ${isNamed('r', from)} AND r.namespace = ${namespace}
     WHERE h.project_id = ${projectId} LIMIT 1`,
  );
  if (left) return;
  await connection.lock(bindingLock(projectId));
  await renameTargets(connection, { projectId, namespace, from, to });
}

/**
 * Before resources are deleted: forgets replacements by them, unless another branch has the name. A new name of an item stays: the item may
 * come again. `taskId`: null for a change by hand.
 */
export async function forgetLostTargets(
  connection: SqlConnection,
  { projectId, goingIds, taskId }: { projectId: string; goingIds: readonly string[]; taskId: string | null },
): Promise<void> {
  await connection.lock(bindingLock(projectId));
  await forgetBindings(connection, {
    taskId,
    where: sql`b.project_id = ${projectId} AND b.type = 'REMAP' AND EXISTS (
        SELECT 1 FROM resource g WHERE g.id IN ${goingIds} AND g.namespace = b.namespace AND g.name = b.to_name)
      AND NOT EXISTS (SELECT 1 FROM branch h JOIN resource r ON r.branch_id = h.id AND ${isNamed('r', sql`b.to_name`)}
        AND r.namespace = b.namespace AND r.id NOT IN ${goingIds} WHERE h.project_id = b.project_id)`,
  });
}
