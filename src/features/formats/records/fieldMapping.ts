/**
 * A mapping pairs fields of a file with target fields. The mapping itself is checked before the file is read. Fields of the file that
 * the mapping does not name are left out, with one warning.
 */
import type { JsonObject } from '../../../shared/json.js';
import { errorProblem, warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { FieldMapping } from '../format.js';
import { quote } from '../scanning/fileProblems.js';
import { forbiddenKeys, leavesOf, setAt, valueAt } from './fieldPaths.js';

const maxNamed = 20;
/** Maximum number of distinct field names that are remembered. */
const maxKept = 1000;

/** Checks a mapping without its file. */
export function checkMapping(mapping: readonly FieldMapping[]): Problem[] {
  return [
    ...mapping.flatMap(({ source, target }, place) => checkPair(source, target, place)),
    ...twice(mapping.map(({ source }) => source).filter(Boolean)).map((name) =>
      invalid(`The mapping contains the source field ${quote(name)} more than once.`, 'Keep one of them.'),
    ),
    ...twice(mapping.map(({ target }) => target).filter(Boolean)).map((name) =>
      invalid(`The mapping contains the target field ${quote(name)} more than once.`, 'Keep one of them.'),
    ),
    ...checkNesting(mapping.map(({ target }) => target)),
  ];
}

function checkPair(source: string, target: string, place: number): Problem[] {
  const path = ['mapping', String(place)];
  if (source === '' || target === '') {
    const message = `Pair ${place + 1} of the mapping has no ${source === '' ? 'source' : 'target'}.`;
    return [errorProblem('MAPPING_INVALID', message, { path, fix: 'Set both fields, or remove the pair.' })];
  }
  const segments = target.split('.');
  if (segments.includes('')) {
    const message = `The target ${quote(target)} of the mapping has an empty part between its dots.`;
    return [errorProblem('MAPPING_INVALID', message, { path })];
  }
  const forbidden = segments.find((segment) => forbiddenKeys.has(segment));
  if (forbidden === undefined) return [];
  return [errorProblem('FORBIDDEN_KEY', `A field must not be named ${quote(forbidden)}.`, { path })];
}

/** Names that occur in a list more than once. */
export function twice(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) found.add(name);
    seen.add(name);
  }
  return [...found];
}

/** A field cannot have a value and nested fields at the same time. */
export function checkNesting(fields: readonly string[]): Problem[] {
  const known = new Set(fields);
  const outer = new Set<string>();
  for (const field of fields) {
    for (let end = field.lastIndexOf('.'); end > 0; end = field.lastIndexOf('.', end - 1)) {
      if (known.has(field.slice(0, end))) outer.add(field.slice(0, end));
    }
  }
  return [...outer].map((field) =>
    invalid(
      `${quote(field)} cannot both be mapped and contain other mapped fields.`,
      'Map either the field or the fields inside it.',
    ),
  );
}

function invalid(message: string, fix: string): Problem {
  return errorProblem('MAPPING_INVALID', message, { path: ['mapping'], fix });
}

/** MAPPING_INVALID: source fields that the file does not have. */
export function unknownSources(unknown: readonly string[], known: readonly string[]): Problem[] {
  return unknown.map((name) => {
    const message = `The mapping contains the source field ${quote(name)}, which the file does not have.`;
    return invalid(message, `The file has ${listed(known)}.`);
  });
}

/** FIELD_UNMAPPED: one warning for all fields that the mapping left out. */
export function unmappedFields(fields: readonly string[]): Problem[] {
  if (fields.length === 0) return [];
  const message = `These fields of the file are not mapped, and were left out: ${listed(fields)}.`;
  return [warningProblem('FIELD_UNMAPPED', message, { path: ['mapping'], fix: 'Map them to import their values.' })];
}

function listed(names: readonly string[]): string {
  const more = names.length > maxNamed ? ` and ${names.length - maxNamed} more` : '';
  return `${names.slice(0, maxNamed).map(quote).join(', ')}${more}`;
}

/** Applies a mapping to records, and records which fields it left out. */
export class RecordMapper {
  private readonly pairs: readonly { source: string; segments: string[] }[];
  private readonly unseen: Set<string>;
  private readonly unmapped = new Set<string>();
  private readonly sources: ReadonlySet<string>;

  constructor(mapping: readonly FieldMapping[]) {
    this.pairs = mapping.map(({ source, target }) => ({ source, segments: target.split('.') }));
    this.sources = new Set(mapping.map(({ source }) => source));
    this.unseen = new Set(this.sources);
  }

  map(record: JsonObject): JsonObject {
    const mapped: JsonObject = {};
    for (const { source, segments } of this.pairs) {
      const value = valueAt(record, source);
      if (value === undefined) continue;
      this.unseen.delete(source);
      setAt(mapped, segments, value);
    }
    for (const [field] of leavesOf(record))
      if (this.unmapped.size < maxKept && !isFieldMapped(field, this.sources)) this.unmapped.add(field);
    return mapped;
  }

  /** Fields left out so far. */
  unmappedFields(): string[] {
    return [...this.unmapped];
  }

  /** Problems of the mapping, after the last record. */
  finish(): Problem[] {
    const known = [...this.unmapped, ...[...this.sources].filter((source) => !this.unseen.has(source))];
    return [...unknownSources([...this.unseen], known), ...unmappedFields([...this.unmapped])];
  }
}

/** Whether a field, or an object around it, is mapped. */
export function isFieldMapped(field: string, sources: ReadonlySet<string>): boolean {
  if (sources.has(field)) return true;
  for (let end = field.lastIndexOf('.'); end > 0; end = field.lastIndexOf('.', end - 1)) {
    if (sources.has(field.slice(0, end))) return true;
  }
  return false;
}
