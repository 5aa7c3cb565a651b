/** File shapes of the product that records are written in, and what each can hold. */
import { errorProblem } from '../../../shared/problem.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import type { RecordDefinition } from '../format.js';
import { slugOf } from '../objects/fileNames.js';
import { apiApplicationDefinition, classOfKind, objectsClasses, objectsKinds } from '../objects/objectsClasses.js';
import { quote } from '../scanning/fileProblems.js';

/** `LIFERAY_JSON`: an array. `LIFERAY_JSONL`: one item a line. `JSONT`: a batch file with its settings. `CSV`: a table. */
export type RecordFormat = 'LIFERAY_JSON' | 'LIFERAY_JSONL' | 'JSONT' | 'CSV';

/** One resource that is to be written. */
export interface ExportRecord {
  kind: string;
  name: string;
  externalReferenceCode: string | null;
  /** For entries; told from the name when it is not given. */
  definition?: RecordDefinition | undefined;
  spec: JsonObject;
}

/** What one file holds: items of one kind, and of one definition when they are entries. */
export interface RecordClass {
  kind: string;
  /** Without `C_`. */
  definitionName: string | undefined;
}

const extensionByFormat: Record<RecordFormat, string> = {
  LIFERAY_JSON: 'json',
  LIFERAY_JSONL: 'jsonl',
  JSONT: 'batch-engine-data.json',
  CSV: 'csv',
};

/** The media type of a file; an archive of such files is a ZIP. */
export function recordMediaType(format: RecordFormat): string {
  return {
    LIFERAY_JSON: 'application/json',
    LIFERAY_JSONL: 'application/jsonl',
    JSONT: 'application/json',
    CSV: 'text/csv; charset=utf-8',
  }[format];
}

/** What a record belongs to. */
export function classOfRecord({ kind, name, definition }: ExportRecord): RecordClass {
  const isEntry = kind === objectsKinds.entry;
  return { kind, definitionName: isEntry ? (definition?.name ?? name.split('/', 1)[0]) : undefined };
}

/** Tells two classes apart. */
export function keyOfClass({ kind, definitionName = '' }: RecordClass): string {
  return `${kind}\n${definitionName}`;
}

/** The delegate of the items of a class, as the product calls it. */
export function delegateOf({ kind, definitionName }: RecordClass): string {
  if (kind === objectsKinds.apiApplication) return `C_${apiApplicationDefinition}`;
  return definitionName === undefined ? 'DEFAULT' : `C_${definitionName}`;
}

/** The name of a file: in the natural order of their names, files stand after those that they need. */
export function recordFileName(format: RecordFormat, recordClass: RecordClass): string {
  const known = classOfKind(recordClass.kind);
  const kinds = [...new Set(objectsClasses.map(({ kind }) => kind)), objectsKinds.apiApplication];
  const order = String(kinds.indexOf(recordClass.kind)).padStart(2, '0');
  const delegate = delegateOf(recordClass);
  const definition = delegate === 'DEFAULT' ? '' : `.${encodeURIComponent(delegate)}`;
  return `${order}-${known === undefined ? 'records' : slugOf(known)}${definition}.${extensionByFormat[format]}`;
}

/** Says why a format can't hold resources of a kind; null when it can. */
export function canCarry(format: RecordFormat, kind: string): Problem | null {
  if (classOfKind(kind) === undefined) {
    const message = `Resources of the kind ${quote(kind)} can't be written in the format ${format}, which is Liferay's.`;
    return errorProblem('FORMAT_UNSUPPORTED', message, { path: ['format'], kind, fix: 'Use JSON, JSONL or ZIP.' });
  }
  if (format !== 'CSV' || kind === objectsKinds.entry) return null;
  const message = `A table can't hold resources of the kind ${quote(kind)}, because they have lists of objects inside.`;
  return errorProblem('FORMAT_UNSUPPORTED', message, {
    path: ['format'],
    kind,
    fix: 'Use JSONT, LIFERAY_JSON or LIFERAY_JSONL.',
  });
}

/** Everything that speaks against writing these classes in one file, or in an archive with a file for each. */
export function checkRecordClasses(
  format: RecordFormat,
  classes: readonly RecordClass[],
  { isArchive }: { isArchive: boolean },
): Problem[] {
  const kinds = [...new Set(classes.map(({ kind }) => kind))];
  const problems = kinds.flatMap((kind) => canCarry(format, kind) ?? []);
  if (problems.length > 0 || isArchive || classes.length <= 1) return problems;
  const named = classes.slice(0, maxNamed).map(nameOfClass).join(', ');
  const more = classes.length > maxNamed ? ` and ${classes.length - maxNamed} more` : '';
  const message = `A file of the format ${format} holds resources of one kind, entries of one definition; the selection has ${named}${more}.`;
  const fix = 'Pack one file for each into an archive, or select fewer.';
  return [errorProblem('FORMAT_UNSUPPORTED', message, { path: ['format'], fix })];
}

const maxNamed = 10;

function nameOfClass({ kind, definitionName }: RecordClass): string {
  return definitionName === undefined ? kind : `${kind} of ${quote(definitionName)}`;
}
