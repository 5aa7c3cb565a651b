import { sql, textAfter, type Sql } from '../../database/worker.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { codeInName, type KindDefinition } from '../kinds/worker.js';

/**
 * The external reference code of a resource after a rename. If the name is the code, or ends with it after a slash (`Book/B1`), the code
 * changes with the name. Any other code stays.
 */
export function renamedCode(code: string | null, oldName: string, newName: string): string | null {
  if (code === oldName) return newName;
  return code === codeInName(oldName) ? codeInName(newName) : code;
}

/** For kinds whose resources are records: the part of a name before the slash, which identifies the parent. */
export function recordParent(kind: Pick<KindDefinition, 'compileRecordShape'>, name: string): string | undefined {
  return kind.compileRecordShape === undefined ? undefined : name.split('/', 1)[0];
}

/**
 * Whether a new name would move a record to another parent. This is not allowed for renames, remaps and candidates, because references
 * contain only the code of the record.
 */
export function leavesParent(
  kind: Pick<KindDefinition, 'compileRecordShape'>,
  oldName: string,
  newName: string,
): boolean {
  return recordParent(kind, oldName) !== recordParent(kind, newName);
}

/** The problem of such a rename. */
export function parentKept(oldName: string, path: string[]): Problem {
  const start = `${oldName.split('/', 1)[0] ?? ''}/`;
  return errorProblem(
    'RENAME_NOT_ALLOWED',
    `"${oldName}" cannot move to another definition: its new name must start with "${start}".`,
    {
      path,
      fix: `Choose a name that starts with "${start}".`,
    },
  );
}

/** The same rule in SQL. */
export function renamedCodeSql({ code, oldName, newName }: { code: Sql; oldName: Sql; newName: Sql }): Sql {
  return sql`CASE WHEN ${code} IS NULL OR ${oldName} = ${newName} THEN ${code} WHEN ${code} = ${oldName} THEN ${newName}
    WHEN ${code} = ${textAfter(oldName, '/')} THEN ${textAfter(newName, '/')} ELSE ${code} END`;
}
