import type { Actor } from '../../shared/actor.js';
import type { Problem } from '../../shared/problem.js';
import type { WorkerCall, WorkerContext } from '../workers/index.js';
import { auditChange } from './auditChange.js';
import { refused, type WriteOutcome } from './createResource.call.js';
import { dependentsOf } from './referrers.js';
import { hasChild, hasDependent, notFound } from './resource.problems.js';
import { keepRevisions, resourceToChange, type ResourceRow } from './resourceRows.js';

/** Deletes a resource that nothing depends on. `force` leaves dependents with an unresolved edge, but never deletes contents. */
export const deleteResourceCall: WorkerCall<{ id: string; force: boolean; actor: Actor }, WriteOutcome> = {
  name: 'resources.delete',
  run: (context, { id, force, actor }) =>
    context.connection.transaction(async () => {
      const { connection, clock } = context;
      const row = await resourceToChange(connection, id);
      if (!row) return refused([notFound('resource', ['input', 'id'])]);
      const problems = await checkDelete(context, row, force);
      if (problems.length > 0) return refused(problems);
      await keepRevisions(connection, 'r.id = :id', { id, now: clock.now(), taskId: null });
      await connection.run('DELETE FROM resource WHERE id = :id', { id });
      await auditChange(context, row, { action: 'DELETE', actor, detail: { force } });
      return { id, problems: [] };
    }),
};

async function checkDelete(context: WorkerContext, row: ResourceRow, force: boolean): Promise<Problem[]> {
  const dependents = await dependentsOf(context.connection, row);
  return dependents.flatMap((dependent) => {
    if (dependent.parentId === row.id) return [hasChild(context, row, dependent)];
    return force ? [] : [hasDependent(context, row, dependent)];
  });
}
