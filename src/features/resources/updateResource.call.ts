import { sql } from '../../database/worker.js';
import type { Actor } from '../../shared/actor.js';
import type { JsonObject } from '../../shared/json.js';
import type { Reader } from '../../shared/session.js';
import type { WorkerCall, WorkerContext } from '../workers/index.js';
import { auditChange } from './auditChange.js';
import { prepareContent, writeContents, type PreparedContent } from './contents.js';
import { refused, type WriteOutcome } from './createResource.call.js';
import { checkRecord, inSpec, isError, validateSpec } from './handMadeRecord.js';
import { notFound, readOnlyReference, staleRevision } from './resource.problems.js';
import { changeResource, resourceToChange, type ResourceRow } from './resourceRows.js';
import { takenTexts } from './takenTexts.js';

interface ResourceUpdate {
  id: string;
  expectedRevision: number | null;
  /** Undefined keeps the title, null removes it. */
  title?: string | null | undefined;
  spec: JsonObject;
  actor: Actor;
  /** The caller, for messages about other resources. */
  reader: Reader | null;
}

/** Replaces title and spec. If nothing changes, nothing is written and the revision is kept. */
export const updateResourceCall: WorkerCall<ResourceUpdate, WriteOutcome> = {
  name: 'resources.update',
  run: (context, input) =>
    context.connection.transaction(async () => {
      const row = await resourceToChange(context.connection, input.id);
      if (!row) return refused([notFound('resource', ['input', 'id'])]);
      if (row.mode === 'REFERENCE') return refused([readOnlyReference(context, row)]);
      if (input.expectedRevision !== null && input.expectedRevision !== row.revision) {
        return refused([staleRevision(row, input.expectedRevision)]);
      }
      const ofSpec = validateSpec(context, row.kind, input.spec);
      if (ofSpec.some(isError)) return refused(ofSpec);
      const title = input.title === undefined ? row.title : input.title;
      const kind = context.kinds.get(row.kind);
      const given = { ...row, spec: input.spec, externalReferenceCode: null, isNew: false };
      const { spec: shaped, uniqueFields, problems, warnings } = await checkRecord(context, kind, given);
      if (problems.length > 0) return refused(problems);
      const spec = kind.withOwnName?.(shaped, row.name) ?? shaped;
      const content = prepareContent(context, { kind: row.kind, title, spec }, uniqueFields);
      const taken = await takenTexts(context, { ...row, reader: input.reader }, { ...content, spec });
      if (taken.length > 0) return refused(taken.map(inSpec));
      const isChanged = await replaceContent(context, row, { content, actor: input.actor });
      const detail = { revision: row.revision + 1 };
      if (isChanged) await auditChange(context, row, { action: 'UPDATE', actor: input.actor, detail });
      return { id: row.id, problems: [...ofSpec, ...warnings] };
    }),
};

/**
 * Replaces the content of a resource and stores the former revision, inside the caller's transaction; false if the content is
 * unchanged.
 */
export async function replaceContent(
  context: WorkerContext,
  row: ResourceRow,
  { content, actor }: { content: PreparedContent; actor: Actor },
): Promise<boolean> {
  const { connection, clock } = context;
  const present = await connection.get<{ digest: string }>(sql`SELECT digest FROM content WHERE id = ${row.contentId}`);
  if (present?.digest === content.digest) return false;
  const contentId = await writeContents(connection, [content]);
  const by = { now: clock.now(), taskId: null, changedBy: actor.name };
  await changeResource(connection, row, { contentId, title: content.title, ...by });
  return true;
}
