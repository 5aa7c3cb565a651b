import type { JsonObject } from '../../../shared/json.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { placeOfField } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { createdIds, isReturning } from './affected.sql.js';

interface TakenText {
  id: string;
  kind: string;
  name: string;
  at: string;
  /** What would get the text back. */
  was: string;
  parentId: string | null;
  /** The spec of the parent as it would be again, or stays. */
  parentSpec: string | null;
}

/** Texts of resources that would come back or get their content of before, and that others have by now. */
export async function textsTaken(context: WorkerContext, taskId: string): Promise<Problem[]> {
  const { connection, kinds } = context;
  const recordKinds = kinds.list().flatMap(({ name, compileRecordShape }) => (compileRecordShape ? [name] : []));
  const rows = await connection.all<TakenText>(
    `SELECT r.id, r.kind, r.name, u.at, b.name AS was, b.parent_id AS "parentId",
       (SELECT pc.spec FROM content pc WHERE pc.id = coalesce(
         (SELECT s.content_id FROM resource_revision s WHERE s.resource_id = b.parent_id AND s.replaced_by_task_id = :taskId),
         (SELECT p.content_id FROM resource p WHERE p.id = b.parent_id))) AS "parentSpec"
     FROM resource_revision b
     JOIN content_unique_text u ON u.content_id = b.content_id
     JOIN content_unique_text v ON v.text = u.text AND v.at = u.at
     JOIN resource r ON r.content_id = v.content_id AND r.branch_id = b.branch_id AND r.kind = b.kind
     WHERE ${isReturning} AND r.id <> b.resource_id AND r.id NOT IN (${createdIds})
       AND (r.parent_id = b.parent_id OR b.kind NOT IN ${connection.textList(':recordKinds')})
       AND NOT EXISTS (SELECT 1 FROM resource_revision s WHERE s.resource_id = r.id AND s.replaced_by_task_id = :taskId)
     ORDER BY r.name, u.at`,
    { taskId, recordKinds: JSON.stringify(recordKinds) },
  );
  const isCompared = comparison(context);
  return rows.filter(isCompared).map((row) => textTaken(context, row));
}

/** Which texts count, of records by what their parent says; each parent is compiled once. */
function comparison({ kinds }: WorkerContext): (row: TakenText) => boolean {
  const placesByParent = new Map<string, ReadonlySet<string>>();
  return ({ kind, at, parentId, parentSpec }) => {
    const compile = kinds.find(kind)?.compileRecordShape;
    if (!compile) return true;
    if (parentId === null || parentSpec === null) return false;
    let places = placesByParent.get(parentId);
    if (!places) {
      const { uniqueFields } = compile(JSON.parse(parentSpec) as JsonObject, () => undefined);
      places = new Set(uniqueFields.map(placeOfField));
      placesByParent.set(parentId, places);
    }
    return places.has(at);
  };
}

function textTaken({ kinds }: WorkerContext, { id, kind, name, at, was }: TakenText): Problem {
  const title = kinds.find(kind)?.title ?? kind;
  const message = `"${was}" would get back a text at ${at} that ${title} "${name}" has taken since; it must be unique.`;
  const about = { path: ['input', 'taskId'], resourceId: id, kind, name };
  return errorProblem('UNIQUE_TEXT_TAKEN', message, { ...about, fix: `Change it in "${name}".` });
}
