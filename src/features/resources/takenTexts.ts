import type { SqlConnection } from '../../database/index.js';
import type { JsonObject } from '../../shared/json.js';
import { pointerSegments } from '../../shared/jsonPointer.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { Reader } from '../../shared/session.js';
import { quoted, valueAt, type ResourceMode } from '../kinds/worker.js';
import type { WorkerContext } from '../workers/index.js';
import type { PreparedContent } from './contents.js';
import { ShownNames } from './readers/shownNames.js';

/** A resource that is to get a content; `id` is null while it is new. */
interface Place {
  id: string | null;
  branchId: string;
  kind: string;
  parentId: string | null;
  /** Who is told what has a text. */
  reader: Reader | null;
}

interface Holder {
  id: string;
  kind: string;
  name: string;
  mode: ResourceMode;
}

/**
 * A problem for each text of a content that another resource of its kind on the branch has, or of a record another one of its parent;
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
    `SELECT r.id, r.kind, r.name, r.mode FROM content_unique_text u JOIN resource r ON r.content_id = u.content_id
     WHERE u.text = :text AND u.at = :at AND r.branch_id = :branchId AND r.kind = :kind AND r.id <> :id
       ${parentId === null ? '' : 'AND r.parent_id = :parentId'}
     ORDER BY r.id LIMIT 1`,
    { text, at, branchId, kind, id: id ?? '', ...(parentId !== null && { parentId }) },
  );
}

function textTaken(names: ShownNames, holder: Holder, { at, text }: { at: string; text: string }): Problem {
  return errorProblem(
    'UNIQUE_TEXT_TAKEN',
    `${names.subject(holder)} has ${text} at ${at} already; it must be unique.`,
    {
      path: pointerSegments(at),
      ...names.about(holder),
      fix: names.shows(holder)
        ? `Give another one, or change that of "${holder.name}" first.`
        : 'Give another one, or ask a manager of the project.',
    },
  );
}
