import { sql } from '../../../database/worker.js';
import type { Actor } from '../../../shared/actor.js';
import type { JsonObject } from '../../../shared/json.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Reader } from '../../../shared/session.js';
import type { WorkerCall } from '../../workers/index.js';
import { auditChange } from '../auditChange.js';
import { prepareContent } from '../contents.js';
import { refused, type WriteOutcome } from '../createResource.call.js';
import { comparedFields } from '../handMadeRecord.js';
import { notFound, readOnlyReference } from '../resource.problems.js';
import { resourceToChange } from '../resourceRows.js';
import { takenTexts } from '../takenTexts.js';
import { replaceContent } from '../updateResource.call.js';

interface Restoring {
  id: string;
  revision: number;
  actor: Actor;
  /** The caller, for messages about other resources. */
  reader: Reader | null;
}

/** Restores the content of an earlier revision, as a new revision. The name is kept: only renaming changes references to it. */
export const restoreRevisionCall: WorkerCall<Restoring, WriteOutcome> = {
  name: 'resources.restore',
  run: (context, { id, revision, actor, reader }) =>
    context.connection.transaction(async () => {
      const { connection, kinds } = context;
      const row = await resourceToChange(connection, id);
      if (!row) return refused([notFound('resource', ['input', 'id'])]);
      if (row.mode === 'REFERENCE') return refused([readOnlyReference(context, row)]);
      if (revision === row.revision) return { id, problems: [] };
      const state = await connection.get<{ name: string; title: string | null; spec: string }>(
        sql`SELECT s.name, c.title, c.spec FROM resource_revision s JOIN content c ON c.id = s.content_id
         WHERE s.resource_id = ${id} AND s.revision = ${revision}`,
      );
      if (!state) {
        const message = `"${row.name}" has no revision ${revision}; the current one is ${row.revision}.`;
        return refused([errorProblem('NOT_FOUND', message, { path: ['input', 'revision'] })]);
      }
      const stored = JSON.parse(state.spec) as JsonObject;
      const { rewriteOwnName } = kinds.get(row.kind);
      const spec = rewriteOwnName && state.name !== row.name ? rewriteOwnName(stored, state.name, row.name) : stored;
      const { kind } = row;
      const uniqueFields = await comparedFields(context, kinds.get(kind), row);
      const content = prepareContent(context, { kind, title: state.title, spec }, uniqueFields);
      const taken = await takenTexts(context, { ...row, reader }, { ...content, spec });
      if (taken.length > 0) return refused(taken.map((problem) => ({ ...problem, path: ['input', 'revision'] })));
      const isChanged = await replaceContent(context, row, { content, actor });
      const detail = { restoredRevision: revision, revision: row.revision + 1 };
      if (isChanged) await auditChange(context, row, { action: 'RESTORE', actor, detail });
      return { id, problems: [] };
    }),
};
