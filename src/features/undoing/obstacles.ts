/** Problems that prevent an undo: what was changed since, what depends on it, and states that a user could not create either. Most are a statement over `undo_outcome`. */
import { siteInName, sql } from '../../database/worker.js';
import type { Problem } from '../../shared/problem.js';
import type { ProblemCode } from '../../shared/problemCode.js';
import { packNameOf } from '../kinds/worker.js';
import { readOffPacks } from '../projects/worker.js';
import { referringEdges } from '../resources/worker.js';
import type { WorkerContext } from '../workers/index.js';
import { changedSince, createdIds, deletedSince } from './affected.sql.js';
import { more, notUndoable, type NamedRow, type UndoWording } from './undo.problems.js';
import { isOrphan, stays } from './undoOutcome.js';

/** Maximum number of problems of one code that are reported one by one. */
export const maxNamed = 100;
const limit = sql`LIMIT ${maxNamed + 1}`;

export interface UndoQuestion {
  context: WorkerContext;
  wording: UndoWording;
  taskId: string;
}

/** One problem per row, and one more if there are too many rows. */
export function problemsOf<Row>(rows: readonly Row[], code: ProblemCode, problemOf: (row: Row) => Problem): Problem[] {
  const problems = rows.slice(0, maxNamed).map(problemOf);
  return rows.length > maxNamed ? [...problems, more(code)] : problems;
}

/** Resources that were changed or deleted after the import. */
export async function changes({ context: { connection }, wording, taskId }: UndoQuestion): Promise<Problem[]> {
  const changed = await connection.all<NamedRow>(sql`${changedSince(taskId)} ORDER BY 3 ${limit}`);
  const deleted = await connection.all<NamedRow>(sql`${deletedSince(taskId)} ORDER BY 3 ${limit}`);
  const code = 'CHANGED_SINCE_IMPORT';
  return [
    ...problemsOf(changed, code, (row) =>
      wording.about(code, row, {
        sentence: (who) => `${who} was changed after the import.`,
        fix: 'Set force to true to undo anyway. The change is then lost.',
      }),
    ),
    ...problemsOf(deleted, code, (row) =>
      wording.about(code, row, {
        sentence: (who) => `${who} was deleted after the import.`,
        fix: 'Set force to true to undo the rest. This resource stays deleted.',
      }),
    ),
  ];
}

/** Resources that would remain and depend on one that would be deleted. */
export async function dependentsLeft({ context: { connection }, wording, taskId }: UndoQuestion): Promise<Problem[]> {
  const rows = await connection.all<NamedRow & { target: string }>(
    sql`SELECT DISTINCT s.id, s.kind, s.name, t.name AS target FROM ${referringEdges}
     WHERE t.id IN (${createdIds(taskId)}) AND ${stays(sql`s.id`)}
     ORDER BY s.name, t.name ${limit}`,
  );
  const code = 'HAS_DEPENDENTS';
  return problemsOf(rows, code, (row) =>
    wording.about(code, row, {
      sentence: (who) => `${who} depends on "${row.target}", which the import created.`,
      fix: 'Remove the reference first, or set force to true.',
    }),
  );
}

/** Resources that would remain inside one that would be deleted. */
export async function childrenLeft({ context: { connection }, wording }: UndoQuestion): Promise<Problem[]> {
  const rows = await connection.all<NamedRow & { target: string }>(
    sql`SELECT s.id, s.kind, s.name, o.name AS target FROM undo_outcome o JOIN resource s ON s.parent_id = o.resource_id
     WHERE o.fate = 'GOES' AND ${stays(sql`s.id`)} ORDER BY s.name ${limit}`,
  );
  const code = 'HAS_DEPENDENTS';
  return problemsOf(rows, code, (row) =>
    wording.about(code, row, {
      sentence: (who) => `${who} is inside "${row.target}", which the import created.`,
      fix: 'Delete it first.',
    }),
  );
}

/** Resources whose container no longer exists, and has no successor with the same name. */
export async function parentsMissing({ context: { connection }, wording }: UndoQuestion): Promise<Problem[]> {
  const rows = await connection.all<NamedRow & { parentKind: string | null; parentName: string | null }>(
    sql`SELECT o.resource_id AS id, o.kind, o.name, w.kind AS parent_kind, w.name AS parent_name
     FROM undo_outcome o LEFT JOIN resource_revision w ON w.resource_id = o.parent_id
       AND NOT EXISTS (SELECT 1 FROM resource_revision l WHERE l.resource_id = w.resource_id AND l.revision > w.revision)
     WHERE ${isOrphan} ORDER BY o.name ${limit}`,
  );
  const code = 'PARENT_MISSING';
  return problemsOf(rows, code, (row) => {
    const { parentKind, parentName } = row;
    const parent =
      parentKind === null ? 'its former container' : `${wording.titleOf(parentKind)} "${parentName ?? ''}"`;
    return wording.about(code, row, {
      sentence: (who) => `${who} cannot be restored into ${parent}, which no longer exists on the branch.`,
      fix: `Create ${parent} on the branch, and try again.`,
    });
  });
}

/** Names of resources that would be restored and that other resources use now. */
export async function namesTaken({ context: { connection }, wording }: UndoQuestion): Promise<Problem[]> {
  const rows = await connection.all<NamedRow>(
    sql`SELECT r.id, r.kind, r.name FROM undo_outcome o
     JOIN resource r ON r.branch_id = o.branch_id AND lower(r.name) = o.folded_name AND r.namespace = o.namespace AND r.name = o.name
     WHERE o.fate <> 'GOES' AND ${stays(sql`r.id`)} ORDER BY r.name ${limit}`,
  );
  const code = 'NAME_TAKEN';
  return problemsOf(rows, code, (row) =>
    wording.about(code, row, {
      sentence: (who) => `The name "${row.name}" is now used by ${who}.`,
      fix: 'Rename that resource, and try again.',
    }),
  );
}

/** External reference codes of resources that would be restored and that other resources in the same container use now. */
export async function codesTaken({ context: { connection }, wording }: UndoQuestion): Promise<Problem[]> {
  const rows = await connection.all<NamedRow & { code: string; was: string }>(
    sql`SELECT r.id, r.kind, r.name, o.code, o.name AS was FROM undo_outcome o
     JOIN resource r ON r.branch_id = o.branch_id AND r.kind = o.kind AND r.external_reference_code = o.code
       AND coalesce(r.parent_id, '') = coalesce(o.parent_id, '') AND ${siteInName(sql`r.name`)} = ${siteInName(sql`o.name`)}
     WHERE o.fate <> 'GOES' AND ${stays(sql`r.id`)} ORDER BY r.name ${limit}`,
  );
  const code = 'NAME_TAKEN';
  return problemsOf(rows, code, (row) =>
    wording.about(code, row, {
      sentence: (who) =>
        `"${row.was}" cannot be restored: its external reference code "${row.code}" is now used by ${who}.`,
      fix: 'Delete that resource, or rename it so that it gets another code.',
    }),
  );
}

/** Resources that would be restored although their pack is switched off in the project, or unknown to this server. */
export async function packsOff({ context, wording }: UndoQuestion, projectId: string): Promise<Problem[]> {
  const { connection, kinds } = context;
  const rows = await connection.all<NamedRow>(
    sql`SELECT min(o.resource_id) AS id, o.kind, min(o.name) AS name FROM undo_outcome o WHERE o.fate = 'RETURNS'
     GROUP BY o.kind ORDER BY o.kind`,
  );
  const off = rows.length === 0 ? undefined : await readOffPacks(context, projectId);
  return rows.flatMap((row) => {
    if (!kinds.find(row.kind)) {
      return [notUndoable(`"${row.name}" has the kind ${row.kind}, which is unknown to this server.`)];
    }
    const problem = off?.get(packNameOf(row.kind));
    if (!problem) return [];
    const { message, fix = '' } = problem;
    return [wording.about('PACK_OFF', row, { sentence: (who) => `${who} cannot be restored. ${message}`, fix })];
  });
}
