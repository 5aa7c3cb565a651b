/**
 * What an overwrite of a definition takes away, and how some of its parts are laid over the rest. The product deletes what is absent
 * from the file without asking: fields by name (system fields and those of relationships are spared), relationships by name, actions
 * and validation rules by external reference code; layouts and views are made anew, but only when the file has the list at all. Here
 * a field that keeps its code and has another name is a rename and loses nothing.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import { ownMember } from '../../objectCopies.js';
import type { PartChanges } from '../../partChanges.js';
import { mergeDefinitionPart } from './mergeDefinitionPart.js';
import { arrayMember, textMember } from '../../specParts.js';
import { tightenedFields } from './tightenedFields.js';

interface PartList {
  key: string;
  title: string;
  /** Members that tell parts apart, first the one that counts most; a part may lack some. */
  identity: readonly ('externalReferenceCode' | 'name')[];
  /** The list replaces the former one only when it is there. */
  isKeptWhenAbsent?: boolean;
  isSpared?: (part: JsonObject) => boolean;
}

const partLists: readonly PartList[] = [
  {
    key: 'objectFields',
    title: 'field',
    identity: ['externalReferenceCode', 'name'],
    isSpared: (field) => field['system'] === true || field['businessType'] === 'Relationship',
  },
  { key: 'objectRelationships', title: 'relationship', identity: ['name'] },
  { key: 'objectActions', title: 'action', identity: ['externalReferenceCode', 'name'] },
  { key: 'objectValidationRules', title: 'validation rule', identity: ['externalReferenceCode', 'name'] },
  { key: 'objectLayouts', title: 'layout', identity: ['externalReferenceCode', 'name'], isKeptWhenAbsent: true },
  { key: 'objectViews', title: 'view', identity: ['externalReferenceCode', 'name'], isKeptWhenAbsent: true },
];

/** What becomes of the parts of a definition when `after` takes the place of `before`. */
export function compareDefinitions(before: JsonObject, after: JsonObject): PartChanges {
  const changes: PartChanges = { removed: [], renamed: [], tightened: tightenedFields(before, after) };
  for (const list of partLists) {
    if (list.isKeptWhenAbsent && !Array.isArray(ownMember(after, list.key))) continue;
    compareLists(list, { before, after }, changes);
  }
  return changes;
}

function compareLists(
  { key, title, identity, isSpared }: PartList,
  { before, after }: { before: JsonObject; after: JsonObject },
  changes: PartChanges,
): void {
  const parts = arrayMember(before, key);
  const afterByPart = matchParts(parts, arrayMember(after, key), identity);
  for (const [index, part] of parts.entries()) {
    if (!isJsonObject(part)) continue;
    const found = afterByPart.get(part);
    const name = nameOf(part);
    const at = toPointer([key, index]);
    if (found === undefined) {
      if (!isSpared?.(part)) changes.removed.push({ title, name, at });
    } else if (nameOf(found) !== name) changes.renamed.push({ title, name, newName: nameOf(found), at });
  }
}

const mergedLists = partLists.map(({ key, identity }) => ({ at: toPointer([key]), by: identity }));

/**
 * Lays a patch over a definition: its members replace those of before; in lists of parts, each part of the patch is laid over the one
 * that it is, and new ones come last. Nothing is ever taken away, and null says nothing.
 */
export function mergeDefinition(before: JsonObject, patch: JsonObject): JsonObject {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null));
  return mergeDefinitionPart(before, given, { lists: mergedLists, merge: 'PATCH' }).spec;
}

/**
 * Which part of one list is which of the other, by the members of their identity: first by what counts most, and what is left by the
 * next. Each part is matched once at most.
 */
function matchParts(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  identity: PartList['identity'],
): Map<JsonObject, JsonObject> {
  const matches = new Map<JsonObject, JsonObject>();
  const taken = new Set<JsonObject>();
  for (const member of identity) {
    const candidateByKey = new Map<string, JsonObject>();
    for (const part of after.filter(isJsonObject)) {
      const key = keyOf(part, member);
      if (key !== '' && !taken.has(part) && !candidateByKey.has(key)) candidateByKey.set(key, part);
    }
    for (const part of before.filter(isJsonObject)) {
      const key = keyOf(part, member);
      const found = matches.has(part) ? undefined : candidateByKey.get(key);
      if (!found || taken.has(found)) continue;
      matches.set(part, found);
      taken.add(found);
    }
  }
  return matches;
}

function keyOf(part: JsonObject, member: PartList['identity'][number]): string {
  return member === 'name' ? nameOf(part) : (textMember(part, member) ?? '');
}

/** The name of a part: a text, or the first of its texts in several languages. */
function nameOf(part: JsonObject): string {
  const name = ownMember(part, 'name');
  const texts = isJsonObject(name) ? Object.values(name) : [name];
  const text = texts.find((value) => typeof value === 'string');
  return typeof text === 'string' ? text : '';
}
