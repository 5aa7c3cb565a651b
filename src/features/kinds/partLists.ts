/**
 * Compares specs that consist of parts: fields, entries, endpoints, conditions. A kind declares the lists of its parts and what
 * identifies them; each part that the new spec lacks is reported, also within parts that are kept.
 */
import { canonicalJson } from '../../shared/canonicalJson.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import { toPointer } from '../../shared/jsonPointer.js';
import { ownMember } from './objectCopies.js';
import type { PartChanges, PartRemoval } from './partChanges.js';

/** A list of parts, a list of texts, or an object whose keys name the parts. */
export interface PartList {
  /** Its path in the spec, or in the part that contains it. */
  at: readonly string[];
  /** The type of its parts for display. */
  title: string;
  /**
   * Members that identify parts, in order of precedence; a part may lack some. The last one names it; several together count as
   * one.
   */
  identity?: readonly (string | readonly string[])[];
  /** If the new spec lacks the list, the former one is kept. */
  isKeptWhenAbsent?: boolean;
  isSpared?: (part: JsonObject) => boolean;
  /** See `PartRemoval`. */
  isOnlyTold?: boolean;
  whatIsLost?: string;
  partOf?: string;
  /** Lists within a part. */
  inside?: readonly PartList[];
}

/** Compares the parts of two specs, in the order of the one before. */
export function comparePartLists(before: JsonObject, after: JsonObject, lists: readonly PartList[]): PartChanges {
  const changes: PartChanges = { removed: [], renamed: [], tightened: [] };
  for (const list of lists) compareList(list, { before, after, path: [], names: [] }, changes);
  return changes;
}

interface Place {
  before: JsonObject;
  after: JsonObject;
  /** The path of `before` in the spec, and the name of the part that contains it. */
  path: readonly string[];
  names: readonly string[];
}

interface ListPart {
  value: JsonValue;
  /** Whether it is an object whose keys name the parts. */
  isKeyed: boolean;
  /** The key, or the index in the list. */
  segment: string;
  name: string;
}

function compareList(list: PartList, { before, after, path, names }: Place, changes: PartChanges): void {
  const listAfter = memberAt(after, list.at);
  if (list.isKeptWhenAbsent && !Array.isArray(listAfter)) return;
  const parts = partsOf(memberAt(before, list.at), list);
  const matches = matchParts(parts, partsOf(listAfter, list), list);
  for (const part of parts) {
    const found = matches.get(part);
    const fullNames = [...names, labelOf(part)];
    const place = [...path, ...list.at, part.segment];
    const about = { title: list.title, name: fullNames.join('/'), at: toPointer(place) };
    if (found === undefined) {
      if (!isJsonObject(part.value) || list.isSpared?.(part.value) !== true) changes.removed.push(removal(about, list));
      continue;
    }
    if (found.name !== part.name) changes.renamed.push({ ...about, newName: found.name });
    if (!list.inside || !isJsonObject(part.value)) continue;
    const inner = { before: part.value, after: isJsonObject(found.value) ? found.value : {} };
    for (const each of list.inside) compareList(each, { ...inner, path: place, names: fullNames }, changes);
  }
}

function removal(about: PartRemoval, { isOnlyTold, whatIsLost, partOf }: PartList): PartRemoval {
  return {
    ...about,
    ...(isOnlyTold && { isOnlyTold }),
    ...(whatIsLost !== undefined && { whatIsLost }),
    ...(partOf !== undefined && { partOf }),
  };
}

/** A part without a name is shown by its number. */
function labelOf({ name, segment }: ListPart): string {
  return name === '' ? `#${Number(segment) + 1}` : name;
}

function memberAt(object: JsonObject, at: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = object;
  for (const key of at) value = isJsonObject(value) ? ownMember(value, key) : undefined;
  return value;
}

function partsOf(value: JsonValue | undefined, { identity = [] }: PartList): ListPart[] {
  if (isJsonObject(value))
    return Object.entries(value).map(([key, part]) => ({ value: part, isKeyed: true, segment: key, name: key }));
  if (!Array.isArray(value)) return [];
  return value.flatMap((part, index): ListPart[] => {
    const segment = String(index);
    if (isJsonObject(part)) return [{ value: part, isKeyed: false, segment, name: keyOf(part, identity.at(-1)) }];
    return typeof part === 'string' ? [{ value: part, isKeyed: false, segment, name: part }] : [];
  });
}

/**
 * Matches the parts of two lists by their identity members, in order of precedence; parts without any match if they are equal.
 * Each part is matched at most once.
 */
function matchParts(
  before: readonly ListPart[],
  after: readonly ListPart[],
  { identity = [] }: PartList,
): Map<ListPart, ListPart> {
  const matches = new Map<ListPart, ListPart>();
  const taken = new Set<ListPart>();
  for (const member of [...identity, undefined]) {
    const candidateByKey = new Map<string, ListPart>();
    for (const part of after) {
      const key = partKey(part, member);
      if (key !== '' && !taken.has(part) && !candidateByKey.has(key)) candidateByKey.set(key, part);
    }
    for (const part of before) {
      const found = matches.has(part) ? undefined : candidateByKey.get(partKey(part, member));
      if (!found || taken.has(found)) continue;
      matches.set(part, found);
      taken.add(found);
    }
  }
  return matches;
}

function partKey({ value, isKeyed, name }: ListPart, member: string | readonly string[] | undefined): string {
  if (isKeyed || !isJsonObject(value)) return name;
  return member === undefined ? canonicalJson(value) : keyOf(value, member);
}

function keyOf(part: JsonObject, member: string | readonly string[] | undefined): string {
  if (member === undefined) return '';
  if (typeof member === 'string') return textIn(ownMember(part, member));
  return member
    .map((each) => textIn(ownMember(part, each)))
    .join(' ')
    .trim();
}

/** A text, the key of an object that has one, or the first of its texts in several languages. */
function textIn(value: JsonValue | undefined): string {
  if (!isJsonObject(value)) return typeof value === 'string' ? value : '';
  const key = ownMember(value, 'key');
  const text = typeof key === 'string' ? key : Object.values(value).find((each) => typeof each === 'string');
  return typeof text === 'string' ? text : '';
}
