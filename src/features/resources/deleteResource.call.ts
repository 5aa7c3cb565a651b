import { sql } from '../../database/worker.js';
import type { Actor } from '../../shared/actor.js';
import type { Reader } from '../../shared/session.js';
import type { Problem } from '../../shared/problem.js';
import type { WorkerCall, WorkerContext } from '../workers/index.js';
import { projectIdOf } from '../projects/worker.js';
import { auditChange } from './auditChange.js';
import { forgetLostTargets } from './bindingTargets.js';
import { refused, type WriteOutcome } from './createResource.call.js';
import { dependentsOf } from './referrers.js';
import { hiddenIds } from './readers/restrictedIds.js';
import { hasChild, hasDependent, hasHiddenDependent, notFound } from './resource.problems.js';
import { keepRevisions, resourceToChange, type ResourceRow } from './resourceRows.js';

interface Deletion {
  id: string;
  force: boolean;
  actor: Actor;
  /** The caller, for messages about other resources. */
  reader: Reader | null;
}

/**
 * Deletes a resource that nothing depends on. With `force`, dependents keep an unresolved reference; resources inside it are
 * never deleted.
 */
export const deleteResourceCall: WorkerCall<Deletion, WriteOutcome> = {
  name: 'resources.delete',
  run: (context, { id, force, actor, reader }) =>
    context.connection.transaction(async () => {
      const { connection, clock } = context;
      const row = await resourceToChange(connection, id);
      if (!row) return refused([notFound('resource', ['input', 'id'])]);
      const problems = await checkDelete(context, row, { force, reader });
      if (problems.length > 0) return refused(problems);
      const projectId = await projectIdOf(connection, row.branchId);
      if (projectId !== undefined) await forgetLostTargets(connection, { projectId, goingIds: [id], taskId: null });
      await keepRevisions(connection, sql`r.id = ${id}`, { now: clock.now(), taskId: null });
      await connection.run(sql`DELETE FROM resource WHERE id = ${id}`);
      await auditChange(context, row, { action: 'DELETE', actor, detail: { force } });
      return { id, problems: [] };
    }),
};

async function checkDelete(
  context: WorkerContext,
  row: ResourceRow,
  { force, reader }: Pick<Deletion, 'force' | 'reader'>,
): Promise<Problem[]> {
  const dependents = await dependentsOf(context.connection, row);
  const standing = dependents.filter(({ parentId }) => parentId === row.id || !force);
  if (standing.length === 0) return [];
  const hidden = new Set(await hiddenIds(context, { branchId: row.branchId, reader }));
  const shown = standing.filter(({ id }) => !hidden.has(id));
  const problems = shown.flatMap((dependent) => {
    if (dependent.parentId === row.id) return [hasChild(context, row, dependent)];
    return [hasDependent(context, row, dependent)];
  });
  return shown.length < standing.length ? [...problems, hasHiddenDependent(row)] : problems;
}
