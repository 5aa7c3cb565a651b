import { escapePointerSegment } from '../../../shared/jsonPointer.js';
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { DocumentItem } from '../documents/documentReader.js';
import { quote } from '../scanning/fileProblems.js';
import { Members } from './members.js';

/** Kinds of the Fast Data pack. */
export const fastDataKinds = {
  castFunction: 'fast-data/CastFunction',
  systemOfRecord: 'fast-data/SystemOfRecord',
  projection: 'fast-data/Projection',
  erSchema: 'fast-data/ErSchema',
  singleView: 'fast-data/SingleView',
  crudCollection: 'fast-data/CrudCollection',
} as const;

/** One entry of an object keyed by id, or of a list. */
export interface LooseEntry {
  /** The key in an object; undefined in a list. */
  key: string | undefined;
  /** JSON Pointer to the entry in the document. */
  at: string;
  value: JsonValue;
}

/** An item, and the places inside its entry that were not read. */
export type LooseItem = DocumentItem & { left?: readonly string[] };

/** The places that were not read, without duplicates. `place` leads to the entries and ends in a dot. */
export function leftOf(place: string, items: readonly LooseItem[]): string[] {
  return [...new Set(items.flatMap(({ left = [] }) => left))].map((key) => `${place}${key}`);
}

/** Entries of an object keyed by id, or of a list; none for any other value. */
export function entriesOf(value: JsonValue | undefined, at: string): LooseEntry[] {
  if (Array.isArray(value))
    return value.map((element, index) => ({ key: undefined, at: `${at}/${index}`, value: element }));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([key, member]) => ({
    key,
    at: `${at}/${escapePointerSegment(key)}`,
    value: member,
  }));
}

/** The first non-empty text under one of `keys`. */
export function pickText(object: JsonObject, keys: readonly string[]): string | undefined {
  return new Members(object).text(keys);
}

/** The name of an entry: the first text under one of `keys`, else its key, else its position in the list. */
export function nameOfEntry(entry: LooseEntry, keys: readonly string[]): string {
  const named = isJsonObject(entry.value) ? pickText(entry.value, keys) : undefined;
  return named ?? entry.key ?? entry.at.replace(/^.*\//, '#');
}

/** ITEM_MALFORMED: an entry has the wrong shape; `fault` continues the sentence after "it". */
export function malformed(what: string, name: string, fault: string): Problem {
  return errorProblem('ITEM_MALFORMED', `The ${what} ${quote(name)} cannot be read: it ${fault}.`);
}
