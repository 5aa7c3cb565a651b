import { sql } from '../../database/worker.js';
import type { Problem } from '../../shared/problem.js';
import { placeOfField, recordKinds, uniqueFieldsOf } from '../records/worker.js';
import type { WorkerContext } from '../workers/index.js';
import { unsound } from './unsound.js';

/** Unique texts that two resources of a branch share, at most `limit` of each type. */
export async function sharedTexts(context: WorkerContext, limit: number): Promise<Problem[]> {
  return [...(await sharedInKind(context, limit)), ...(await sharedInParent(context, limit))];
}

async function sharedInKind({ connection, kinds }: WorkerContext, limit: number): Promise<Problem[]> {
  const declared = kinds.list().flatMap(({ name, uniqueMembers }) => (uniqueMembers ? [name] : []));
  const rows = await connection.all<{ what: string }>(
    sql`SELECT r.kind || ' ' || u.at || ' "' || u.text || '"' AS what
     FROM resource r JOIN content_unique_text u ON u.content_id = r.content_id
     WHERE r.kind IN ${declared} AND u.text IS NOT NULL
     GROUP BY r.branch_id, r.kind, u.at, u.text HAVING count(*) > 1 LIMIT ${limit}`,
  );
  return rows.map(({ what }) => unsound(`Two resources of one branch share the unique text ${what}.`, 'ERROR'));
}

interface SharedValue {
  kind: string;
  parent: string;
  spec: string;
  at: string;
  text: string;
}

/** A warning: a definition may have declared a field unique when such entries already existed. */
async function sharedInParent({ connection, kinds }: WorkerContext, limit: number): Promise<Problem[]> {
  const rows = connection.windows<SharedValue>(
    sql`SELECT s.kind, p.name AS parent, c.spec, s.at, s.text
     FROM (SELECT r.kind, r.parent_id, u.at, u.text
           FROM resource r JOIN content_unique_text u ON u.content_id = r.content_id
           WHERE r.kind IN ${recordKinds(kinds)} AND u.text IS NOT NULL
           GROUP BY r.kind, r.parent_id, u.at, u.text HAVING count(*) > 1) AS s
     JOIN resource p ON p.id = s.parent_id JOIN content c ON c.id = p.content_id`,
    100,
  );
  const problems: Problem[] = [];
  for await (const window of rows) {
    for (const { kind, parent, spec, at, text } of window) {
      if (!uniqueFieldsOf(kinds, { kind, spec }).some((field) => placeOfField(field) === at)) continue;
      problems.push(unsound(`Two records of "${parent}" share the unique value ${at} "${text}".`, 'WARNING'));
    }
    if (problems.length >= limit) break;
  }
  return problems.slice(0, limit);
}
