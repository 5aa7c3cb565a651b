/** Texts that must be unique, of resources that would be restored, and that other resources use now. */
import { sql, type Sql } from '../../database/worker.js';
import type { Problem } from '../../shared/problem.js';
import {
  ensureRecordTexts,
  lacksRecordTexts,
  placeOfField,
  recordKinds,
  recordsOf,
  uniqueFieldsOf,
} from '../records/worker.js';
import type { WorkerContext } from '../workers/index.js';
import { maxNamed, problemsOf, type UndoQuestion } from './obstacles.js';
import type { NamedRow } from './undo.problems.js';
import { stays } from './undoOutcome.js';

type TakenText = NamedRow & {
  at: string;
  /** Name of the resource that would be restored. */
  was: string;
};

/** Records that are compared with each other, by the rules that their parent will have after the undo. */
interface RecordScope {
  parentId: string;
  fields: readonly string[];
}

export async function textsTaken({ context, wording }: UndoQuestion): Promise<Problem[]> {
  const { kinds } = context;
  const declared = kinds.list().flatMap(({ name, uniqueMembers }) => (uniqueMembers ? [name] : []));
  const rows = await takenIn(context, sql`o.kind IN ${declared}`);
  for (const { parentId, fields } of await recordScopes(context)) {
    const inScope = sql`o.parent_id = ${parentId} AND r.parent_id = ${parentId} AND u.at IN ${fields.map(placeOfField)}`;
    rows.push(...(await takenIn(context, inScope)));
    if (rows.length > maxNamed) break;
  }
  const code = 'UNIQUE_TEXT_TAKEN';
  return problemsOf(rows, code, (row) =>
    wording.about(code, row, {
      sentence: (who) =>
        `"${row.was}" cannot be restored: its value at ${row.at} must be unique, and is now used by ${who}.`,
      fix: `Change the value in "${row.name}".`,
    }),
  );
}

function takenIn({ connection }: WorkerContext, scope: Sql): Promise<TakenText[]> {
  return connection.all(
    sql`SELECT DISTINCT r.id, r.kind, r.name, u.at, o.name AS was
     FROM undo_outcome o
     JOIN content_unique_text u ON u.content_id = o.content_id
     JOIN content_unique_text v ON v.text = u.text AND v.at = u.at
     JOIN resource r ON r.content_id = v.content_id AND r.branch_id = o.branch_id AND r.kind = o.kind
     WHERE o.fate <> 'GOES' AND ${scope} AND ${stays(sql`r.id`)}
     ORDER BY r.name, u.at LIMIT ${maxNamed + 1}`,
  );
}

/** Whether texts of records that must be compared are not indexed yet; see `indexTexts`. */
export async function lacksTexts(context: WorkerContext): Promise<boolean> {
  for (const scope of await recordScopes(context)) {
    if (await lacksRecordTexts(context.connection, contentsOf(scope), scope.fields)) return true;
  }
  return false;
}

/** Indexes these texts, inside the caller's transaction. */
export async function indexTexts(context: WorkerContext): Promise<void> {
  for (const scope of await recordScopes(context)) {
    await ensureRecordTexts(context.connection, contentsOf(scope), scope.fields);
  }
}

function contentsOf({ parentId }: RecordScope): Sql {
  return sql`${recordsOf(parentId)}
    UNION SELECT o.content_id FROM undo_outcome o WHERE o.parent_id = ${parentId} AND o.fate <> 'GOES'`;
}

async function recordScopes({ connection, kinds }: WorkerContext): Promise<RecordScope[]> {
  const rows = await connection.all<{ kind: string; parentId: string; spec: string }>(
    sql`SELECT s.kind, s.parent_id, c.spec FROM (
       SELECT DISTINCT o.kind, o.parent_id FROM undo_outcome o
       WHERE o.fate <> 'GOES' AND o.parent_id IS NOT NULL AND o.kind IN ${recordKinds(kinds)}) AS s
     LEFT JOIN undo_outcome p ON p.resource_id = s.parent_id
     LEFT JOIN resource r ON r.id = s.parent_id
     JOIN content c ON c.id = coalesce(p.content_id, r.content_id)`,
  );
  return rows.flatMap(({ kind, parentId, spec }) => {
    const fields = uniqueFieldsOf(kinds, { kind, spec });
    return fields.length > 0 ? [{ parentId, fields }] : [];
  });
}
