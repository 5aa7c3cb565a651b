/** The rows of an error report, as CSV and as JSON. */
import { toPointer } from '../../../shared/jsonPointer.js';
import type { Problem } from '../../../shared/problem.js';
import type { ProblemCode } from '../../../shared/problemCode.js';
import { csvLine } from '../../formats/index.js';
import type { FailedItem } from './failedItems.js';
import { lostNumber, unmarkLostNumbers } from '../../../shared/exactNumbers.js';
import type { JsonValue } from '../../../shared/json.js';

/**
 * `file`: the member of an archive. `line`: the line in that file, from 1. `index`: the position among all items, from 1.
 * `pointer`: JSON Pointer into the spec of the item, or to its name, kind or parent. `value`: the value at that place.
 */
const columns = [
  ...['file', 'line', 'index', 'kind', 'name', 'externalReferenceCode', 'code', 'pointer', 'value', 'message', 'fix'],
] as const;

type ReportRow = Record<string, string | number>;

/** Codes whose path leads to the name, kind or parent of an item. All others lead into its spec. */
const aboutItself: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...(['NAME_INVALID', 'NAME_LOOKALIKE', 'NAME_TAKEN', 'NAME_COLLISION', 'DUPLICATE_IN_FILE', 'UNKNOWN_KIND'] as const),
  ...(['PACK_OFF', 'PARENT_REQUIRED', 'PARENT_INVALID', 'CHARACTER_NOT_ALLOWED', 'DIGEST_MISMATCH'] as const),
]);

/** Reasons whose problem also leads there, with a code that elsewhere leads into the spec. */
const reasonsAboutItself: ReadonlySet<string | null> = new Set([
  ...['KIND_FORBIDDEN', 'FORBIDDEN', 'INTO_MISSING', 'PART_WITHOUT_WHOLE'],
]);
const membersOfItself: ReadonlySet<string> = new Set(['kind', 'name', 'parent']);

function isAboutItself(row: FailedItem['row'], { code, path }: Problem): boolean {
  if (row.ordinal < 0 || aboutItself.has(code)) return true;
  return reasonsAboutItself.has(row.reason) && path.length === 1 && membersOfItself.has(path[0] ?? '');
}

/** One row for each problem of an item. */
export function rowsOfItem(item: FailedItem): ReportRow[] {
  const { row, externalReferenceCode, member, spec, problems } = item;
  const { kind, name, line } = row;
  const itself = { kind, name, parent: row.parentName, title: row.title, externalReferenceCode };
  return problems.map((problem) => ({
    file: member ?? '',
    line: row.ordinal < 0 ? '' : (problem.line ?? line),
    index: row.ordinal < 0 ? '' : row.ordinal + 1,
    kind,
    name,
    externalReferenceCode: externalReferenceCode ?? '',
    ...toldOf(problem),
    value: offendingValue(isAboutItself(row, problem) ? itself : spec, problem.path),
  }));
}

/** The row of a problem of the file as a whole. */
export function rowOfFile(problem: Problem): ReportRow {
  const { line = '', kind = '', name = '' } = problem;
  const unknown = { file: '', index: '', externalReferenceCode: '', value: '' };
  return { ...unknown, line, kind, name, ...toldOf(problem) };
}

function toldOf({ code, path, message, fix = '' }: Problem): ReportRow {
  return { code, pointer: toPointer(path), message, fix };
}

/** The header line of the CSV report. */
export const csvHead = csvLine(columns);

/** A row as a line of the CSV report. */
export function csvRow(row: ReportRow): string {
  return csvLine(columns.map((column) => row[column] ?? ''));
}

/** A row as JSON, with its members in the order of the CSV columns. */
export function jsonRow(row: ReportRow): string {
  return JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])));
}

/** Longer values are cut: a reader of the report needs only to find the place. */
const maxValueLength = 200;

/** Members that may contain secrets. */
const secretMember = /password|passphrase|secret|token|credential|api[-_]?key|private[-_]?key/i;

/**
 * The value at a place of an item, for a report: texts as they are, other values as JSON, cut after 200 characters; empty if
 * there is no value. Values of members that are named like a secret are never shown.
 */
export function offendingValue(item: JsonValue, path: readonly string[]): string {
  if (path.length === 0) return '';
  if (path.some((member) => secretMember.test(member))) return '(not shown)';
  let value: JsonValue | undefined = item;
  for (const member of path) value = memberOf(value, member);
  if (value === undefined) return '';
  const text =
    lostNumber(value) ?? (typeof value === 'string' ? value : unmarkLostNumbers(JSON.stringify(value, withoutSecrets)));
  return text.length > maxValueLength ? `${text.slice(0, maxValueLength)}…` : text;
}

function memberOf(value: JsonValue | undefined, member: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return undefined;
  return (value as Record<string, JsonValue>)[member];
}

function withoutSecrets(member: string, value: unknown): unknown {
  return secretMember.test(member) ? '(not shown)' : value;
}
