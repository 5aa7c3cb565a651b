import type { SqlConnection } from '../../database/index.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { codeInName, type KindDefinition } from '../kinds/worker.js';

/**
 * The external reference code of a resource that gets another name. Where the name is the code, or ends with it after a slash
 * (`Book/B1`), the code follows the name; any other code has nothing to do with the name, and stays.
 */
export function renamedCode(code: string | null, oldName: string, newName: string): string | null {
  if (code === oldName) return newName;
  return code === codeInName(oldName) ? codeInName(newName) : code;
}

/** Of a kind whose resources are records: the part of a name before the slash, which says whose record it is. */
export function recordParent(kind: Pick<KindDefinition, 'compileRecordShape'>, name: string): string | undefined {
  return kind.compileRecordShape === undefined ? undefined : name.split('/', 1)[0];
}

/**
 * The one rule for what may take the place of a name, by a rename, a remap or as a candidate: a record of one definition says nothing in
 * the place of a record of another, where what is written is its code alone.
 */
export function leavesParent(
  kind: Pick<KindDefinition, 'compileRecordShape'>,
  oldName: string,
  newName: string,
): boolean {
  return recordParent(kind, oldName) !== recordParent(kind, newName);
}

/** What to say of a rename then. */
export function parentKept(oldName: string, path: string[]): Problem {
  const start = `${oldName.split('/', 1)[0] ?? ''}/`;
  return errorProblem(
    'RENAME_NOT_ALLOWED',
    `"${oldName}" stays with its definition, so that its name starts with "${start}".`,
    {
      path,
      fix: `Choose a name that starts with "${start}".`,
    },
  );
}

/** The same as SQL, for rows whose code and names are given as expressions. */
export function renamedCodeSql(
  connection: Pick<SqlConnection, 'textAfter'>,
  { code, oldName, newName }: { code: string; oldName: string; newName: string },
): string {
  const afterSlashOf = (name: string) => connection.textAfter(name, '/');
  return `CASE WHEN ${code} IS NULL OR ${oldName} = ${newName} THEN ${code} WHEN ${code} = ${oldName} THEN ${newName}
    WHEN ${code} = ${afterSlashOf(oldName)} THEN ${afterSlashOf(newName)} ELSE ${code} END`;
}
