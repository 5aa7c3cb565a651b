import { sql, type SqlConnection } from '../../database/worker.js';
import type { JsonObject } from '../../shared/json.js';
import { pointerSegments } from '../../shared/jsonPointer.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { Reader } from '../../shared/session.js';
import { quoted, valueAt, type ResourceMode } from '../kinds/worker.js';
import type { WorkerContext } from '../workers/index.js';
import type { PreparedContent } from './contents.js';
import { ShownNames } from './readers/shownNames.js';

/** A resource to write; `id` is null if it is new. */
interface Place {
  id: string | null;
  branchId: string;
  kind: string;
  parentId: string | null;
  /** The caller, for messages about other resources. */
  reader: Reader | null;
}

interface Holder {
  id: string;
  kind: string;
  name: string;
  mode: ResourceMode;
}

/**
 * Problems of unique texts that another resource of the kind on the branch has, or for a record another record of its parent;
 * paths lead into the spec.
 */
export async function takenTexts(
  context: Pick<WorkerContext, 'connection' | 'kinds'>,
  place: Place,
  { spec, uniqueTexts }: { spec: JsonObject } & Pick<PreparedContent, 'uniqueTexts'>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const isRecord = context.kinds.get(place.kind).compileRecordShape !== undefined;
  const among = { ...place, parentId: isRecord ? place.parentId : null };
  for (const { at, text } of uniqueTexts) {
    const holder = text === null ? undefined : await holderOf(context.connection, among, { at, text });
    if (!holder) continue;
    const names = await ShownNames.of(context, place, [holder]);
    problems.push(textTaken(names, holder, { at, text: quoted(valueAt(spec, at) ?? null) }));
  }
  return problems;
}

function holderOf(
  connection: SqlConnection,
  { id, branchId, kind, parentId }: Omit<Place, 'reader'>,
  { at, text }: { at: string; text: string },
): Promise<Holder | undefined> {
  return connection.get(
    sql`SELECT r.id, r.kind, r.name, r.mode FROM content_unique_text u JOIN resource r ON r.content_id = u.content_id
     WHERE u.text = ${text} AND u.at = ${at} AND r.branch_id = ${branchId} AND r.kind = ${kind} AND r.id <> ${id ?? ''}
       ${parentId === null ? sql.empty : sql`AND r.parent_id = ${parentId}`}
     ORDER BY r.id LIMIT 1`,
  );
}

function textTaken(names: ShownNames, holder: Holder, { at, text }: { at: string; text: string }): Problem {
  return errorProblem(
    'UNIQUE_TEXT_TAKEN',
    `${names.subject(holder)} already has ${text} at ${at}; it must be unique.`,
    {
      path: pointerSegments(at),
      ...names.about(holder),
      fix: names.shows(holder)
        ? `Use another value, or change that of "${holder.name}" first.`
        : 'Use another value, or ask a manager of the project.',
    },
  );
}
