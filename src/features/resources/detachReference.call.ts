import type { Actor } from '../../shared/actor.js';
import { errorProblem } from '../../shared/problem.js';
import type { WorkerCall } from '../workers/index.js';
import { auditChange } from './auditChange.js';
import { refused, type WriteOutcome } from './createResource.call.js';
import { describe, notFound } from './resource.problems.js';
import { changeResource, resourceToChange } from './resourceRows.js';

/** Makes a reference an editable copy. Its origin is kept as history; later imports no longer update it. */
export const detachReferenceCall: WorkerCall<{ id: string; actor: Actor }, WriteOutcome> = {
  name: 'resources.detach',
  run: (context, { id, actor }) =>
    context.connection.transaction(async () => {
      const { connection, clock } = context;
      const row = await resourceToChange(connection, id);
      if (!row) return refused([notFound('resource', ['input', 'id'])]);
      if (row.mode !== 'REFERENCE') {
        const message = `${describe(context, row)} is already an editable copy.`;
        return refused([
          errorProblem('NOT_A_REFERENCE', message, { path: ['input', 'id'], resourceId: id, name: row.name }),
        ]);
      }
      const by = { now: clock.now(), taskId: null, changedBy: actor.name };
      await changeResource(connection, { id }, { mode: 'EDITABLE', ...by });
      await auditChange(context, row, { action: 'DETACH', actor });
      return { id, problems: [] };
    }),
};
