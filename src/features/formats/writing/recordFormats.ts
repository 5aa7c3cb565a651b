/** File shapes of the product that records are written in, and what each can hold. */
import { ownerInName, type SiteMember } from '../../kinds/worker.js';
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
  /** Written for kinds outside of the product alone; its own items say it themselves. */
  title?: string | null | undefined;
  spec: JsonObject;
}

/** What one file holds: items of one kind, and of one definition when they are entries. */
export interface RecordClass {
  kind: string;
  /** Without `C_`. */
  definitionName: string | undefined;
  /** Of entries of a site: the product takes the entries of one site at a time. */
  site?: string | undefined;
  /** The member of these that says it. */
  siteMember?: SiteMember | undefined;
}

const extensionByFormat: Record<RecordFormat, string> = {
  LIFERAY_JSON: 'json',
  LIFERAY_JSONL: 'jsonl',
  JSONT: 'batch-engine-data.json',
  CSV: 'csv',
};

/** Whether a format holds records, and is no bundle. */
export function isRecordFormat(format: string): format is RecordFormat {
  return Object.hasOwn(extensionByFormat, format);
}

/** What the name of a file ends with. */
export function recordExtension(format: RecordFormat): string {
  return extensionByFormat[format];
}

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
export function classOfRecord({
  kind,
  name,
  definition,
}: Pick<ExportRecord, 'kind' | 'name' | 'definition'>): RecordClass {
  if (kind !== objectsKinds.entry) return { kind, definitionName: undefined };
  const owner = ownerInName(name);
  return { kind, definitionName: definition?.name ?? owner.definition, site: owner.site };
}

/** Tells two classes apart. */
export function keyOfClass({ kind, definitionName = '', site = '' }: RecordClass): string {
  return `${kind}\n${definitionName}\n${site}`;
}

/** The delegate of the items of a class, as the product calls it. */
export function delegateOf({ kind, definitionName }: RecordClass): string {
  if (kind === objectsKinds.apiApplication) return `C_${apiApplicationDefinition}`;
  return definitionName === undefined ? 'DEFAULT' : `C_${definitionName}`;
}

/** The name of a file: in the natural order of their names, files stand after those that they need. */
export function recordFileName(format: RecordFormat, recordClass: RecordClass): string {
  const kinds = [...new Set(objectsClasses.map(({ kind }) => kind)), objectsKinds.apiApplication];
  const place = kinds.indexOf(recordClass.kind);
  const order = String(place < 0 ? kinds.length : place).padStart(2, '0');
  return `${order}-${recordFileStem(recordClass)}.${extensionByFormat[format]}`;
}

/** The part of a file's name that tells what its records are, such as `object-entry.C_Ticket`: reading understands it. */
export function recordFileStem(recordClass: RecordClass): string {
  const known = classOfKind(recordClass.kind) ?? { className: recordClass.kind, kind: recordClass.kind };
  const delegate = delegateOf(recordClass);
  const site = recordClass.site === undefined ? '' : `@${recordClass.site}`;
  const definition = delegate === 'DEFAULT' ? '' : `.${encodeURIComponent(`${delegate}${site}`)}`;
  return `${slugOf(known).replaceAll('/', '-')}${definition}`;
}

/** Whether a kind is none of the product's: its records are known by their names. */
export function isKnownByName(kind: string): boolean {
  return classOfKind(kind) === undefined;
}

/** Says why a format can't hold resources of a kind; null when it can. `isPlain` claims that specs of the kind are texts alone. */
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
  const why = format === 'CSV' ? 'because CSV contains only strings' : `which is Liferay's`;
  const message = `Resources of the kind ${quote(kind)} cannot be exported in the format ${format}, ${why}.`;
  const fix = isPlain ? 'Use JSON, JSONL, ZIP or CSV.' : 'Use JSON, JSONL or ZIP.';
  return errorProblem('FORMAT_UNSUPPORTED', message, { path: ['format'], kind, fix });
}

/** Everything that speaks against writing these classes in one file, or in an archive with a file for each. */
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
