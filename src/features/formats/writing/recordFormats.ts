/** File formats of Liferay for records, and the kinds that each can contain. */
import { ownerInName, type SiteMember } from '../../kinds/worker.js';
import { errorProblem } from '../../../shared/problem.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import type { RecordDefinition } from '../format.js';
import { slugOf } from '../objects/fileNames.js';
import { apiApplicationDefinition, classOfKind, objectsClasses, objectsKinds } from '../objects/objectsClasses.js';
import { quote } from '../scanning/fileProblems.js';

/** `LIFERAY_JSON`: an array. `LIFERAY_JSONL`: one item per line. `JSONT`: a batch file with settings. `CSV`: a table. */
export type RecordFormat = 'LIFERAY_JSON' | 'LIFERAY_JSONL' | 'JSONT' | 'CSV';

/** A resource to be written. */
export interface ExportRecord {
  kind: string;
  name: string;
  externalReferenceCode: string | null;
  /** Definition of an entry; derived from the name by default. */
  definition?: RecordDefinition | undefined;
  /** Written only for kinds outside Liferay; Liferay items contain their title. */
  title?: string | null | undefined;
  spec: JsonObject;
}

/** Contents of one file: items of one kind; entries of one definition. */
export interface RecordClass {
  kind: string;
  /** Without `C_`. */
  definitionName: string | undefined;
  /** Site of the entries: Liferay imports the entries of one site at a time. */
  site?: string | undefined;
  /** The member of the entries that holds the site. */
  siteMember?: SiteMember | undefined;
}

const extensionByFormat: Record<RecordFormat, string> = {
  LIFERAY_JSON: 'json',
  LIFERAY_JSONL: 'jsonl',
  JSONT: 'batch-engine-data.json',
  CSV: 'csv',
};

export function isRecordFormat(format: string): format is RecordFormat {
  return Object.hasOwn(extensionByFormat, format);
}

export function recordExtension(format: RecordFormat): string {
  return extensionByFormat[format];
}

/** The media type of a file. An archive of such files is a ZIP. */
export function recordMediaType(format: RecordFormat): string {
  return {
    LIFERAY_JSON: 'application/json',
    LIFERAY_JSONL: 'application/jsonl',
    JSONT: 'application/json',
    CSV: 'text/csv; charset=utf-8',
  }[format];
}

export function classOfRecord({
  kind,
  name,
  definition,
}: Pick<ExportRecord, 'kind' | 'name' | 'definition'>): RecordClass {
  if (kind !== objectsKinds.entry) return { kind, definitionName: undefined };
  const owner = ownerInName(name);
  return { kind, definitionName: definition?.name ?? owner.definition, site: owner.site };
}

/** A unique key of a class. */
export function keyOfClass({ kind, definitionName = '', site = '' }: RecordClass): string {
  return `${kind}\n${definitionName}\n${site}`;
}

/** The delegate of a class, as Liferay names it. */
export function delegateOf({ kind, definitionName }: RecordClass): string {
  if (kind === objectsKinds.apiApplication) return `C_${apiApplicationDefinition}`;
  return definitionName === undefined ? 'DEFAULT' : `C_${definitionName}`;
}

/** The name of a file. Sorted by their names, files come after those that they depend on. */
export function recordFileName(format: RecordFormat, recordClass: RecordClass): string {
  const kinds = [...new Set(objectsClasses.map(({ kind }) => kind)), objectsKinds.apiApplication];
  const place = kinds.indexOf(recordClass.kind);
  const order = String(place < 0 ? kinds.length : place).padStart(2, '0');
  return `${order}-${recordFileStem(recordClass)}.${extensionByFormat[format]}`;
}

/** The part of a file name that states the class of its records, such as `object-entry.C_Ticket`; the reader understands it. */
export function recordFileStem(recordClass: RecordClass): string {
  const known = classOfKind(recordClass.kind) ?? { className: recordClass.kind, kind: recordClass.kind };
  const delegate = delegateOf(recordClass);
  const site = recordClass.site === undefined ? '' : `@${recordClass.site}`;
  const definition = delegate === 'DEFAULT' ? '' : `.${encodeURIComponent(`${delegate}${site}`)}`;
  return `${slugOf(known).replaceAll('/', '-')}${definition}`;
}

/** Whether a kind is not a Liferay kind: its records are identified by name. */
export function isKnownByName(kind: string): boolean {
  return classOfKind(kind) === undefined;
}

/** The problem of a kind that a format cannot contain, else null. `isPlain`: specs of the kind contain only strings. */
export function canCarry(format: RecordFormat, kind: string, isPlain = false): Problem | null {
  if (isKnownByName(kind)) return isPlain && format === 'CSV' ? null : foreign(format, kind, isPlain);
  if (format !== 'CSV' || kind === objectsKinds.entry) return null;
  const message = `CSV cannot contain resources of the kind ${quote(kind)}, because they contain lists of objects.`;
  return errorProblem('FORMAT_UNSUPPORTED', message, {
    path: ['format'],
    kind,
    fix: 'Use JSONT, LIFERAY_JSON or LIFERAY_JSONL.',
  });
}

function foreign(format: RecordFormat, kind: string, isPlain: boolean): Problem {
  const why = format === 'CSV' ? 'because CSV contains only strings' : 'because it is a format of Liferay';
  const message = `Resources of the kind ${quote(kind)} cannot be exported in the format ${format}, ${why}.`;
  const fix = isPlain ? 'Use JSON, JSONL, ZIP or CSV.' : 'Use JSON, JSONL or ZIP.';
  return errorProblem('FORMAT_UNSUPPORTED', message, { path: ['format'], kind, fix });
}

/** Problems of writing these classes into one file, or into an archive with one file per class. */
export function checkRecordClasses(
  format: RecordFormat,
  classes: readonly RecordClass[],
  { isArchive, isPlain }: { isArchive: boolean; isPlain?: ((kind: string) => boolean) | undefined },
): Problem[] {
  const kinds = [...new Set(classes.map(({ kind }) => kind))];
  const problems = kinds.flatMap((kind) => canCarry(format, kind, isPlain?.(kind)) ?? []);
  if (problems.length > 0 || isArchive || classes.length <= 1) return problems;
  const named = classes.slice(0, maxNamed).map(nameOfClass).join(', ');
  const more = classes.length > maxNamed ? ` and ${classes.length - maxNamed} more` : '';
  const message = `A file of the format ${format} can only contain resources of one kind, and entries of one definition and one site; the selection has ${named}${more}.`;
  const fix = 'Set isArchive to export an archive with one file for each, or select fewer.';
  return [errorProblem('FORMAT_UNSUPPORTED', message, { path: ['format'], fix })];
}

const maxNamed = 10;

function nameOfClass({ kind, definitionName, site }: RecordClass): string {
  if (definitionName === undefined) return kind;
  return `${kind} of ${quote(definitionName)}${site === undefined ? '' : ` on the site ${quote(site)}`}`;
}
