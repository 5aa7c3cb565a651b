/**
 * An item less what is bound to one environment: numeric ids, links of the REST interface, who made it and when. Names alone do not decide: the
 * value must be of that sort too, so that a label in the language `id`, or a text field called `actions`, stays.
 */
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { quote } from '../scanning/fileProblems.js';

/** Members of an entry are fields that people made, so only those of the product itself count; elsewhere every numeric id is the product's. */
const numericIdKeys = {
  entry: /^(id|(company|group|site|user|scope|creator|objectEntryFolder)Id|taxonomyCategoryIds|r_.+Id)$/,
  other: /^(id|\w*Id\d?|\w*Ids)$/,
} as const;
type IdKeys = (typeof numericIdKeys)[keyof typeof numericIdKeys];

const dateKeys: ReadonlySet<string> = new Set(['dateCreated', 'dateModified', 'datePublished']);
const personKeys: ReadonlySet<string> = new Set(['creator', 'lastModifier']);
/** What the product writes of itself at the top of an item, and computes anew. */
const computedKeys: ReadonlySet<string> = new Set([
  ...['x-class-name', 'x-schema-name', 'facets', 'restContextPath', 'parameterRequired'],
]);
const isoDate = /^\d{4}-\d\d-\d\dT/;
const linkKeys: ReadonlySet<string> = new Set(['href', 'method', 'templated', 'type']);

/** The item, what it was called by number in its source, and what can't be kept because only a number names it. */
export interface PortableItem {
  spec: JsonObject;
  sourceId: string | null;
  problems: Problem[];
}

/** Makes an item portable: an entry of a definition, or anything else. The nesting of the item is bounded. */
export function makePortable(item: JsonObject, isEntry: boolean): PortableItem {
  const ids = isEntry ? numericIdKeys.entry : numericIdKeys.other;
  const spec = portableObject(withoutComputed(item), ids);
  const id = item['id'];
  const isId = typeof id === 'number' || typeof id === 'string';
  return { spec, sourceId: isId ? String(id) : null, problems: isEntry ? lostRelations(item) : lostTargets(item) };
}

function withoutComputed(item: JsonObject): JsonObject {
  // Before 2025 the class of a definition was made of its number.
  const hasClassName = 'className' in item && Array.isArray(item['objectFields']);
  const isComputed = (key: string): boolean => computedKeys.has(key) || (hasClassName && key === 'className');
  return Object.keys(item).some(isComputed)
    ? Object.fromEntries(Object.entries(item).filter(([key]) => !isComputed(key)))
    : item;
}

function portable(value: JsonValue, ids: IdKeys): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return portableObject(value, ids);
  const elements = value.map((element) => portable(element, ids));
  return elements.some((element, place) => element !== value[place]) ? elements : value;
}

/** The object itself when nothing in it is bound: most are not, and this sees every object of every file. */
function portableObject(object: JsonObject, ids: IdKeys): JsonObject {
  let changes: Map<string, JsonValue | undefined> | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key] as JsonValue;
    const kept = isBound(key, value, ids) ? undefined : portable(value, ids);
    if (kept !== value) (changes ??= new Map<string, JsonValue | undefined>()).set(key, kept);
  }
  return changes === undefined ? object : changed(object, changes);
}

function changed(object: JsonObject, changes: ReadonlyMap<string, JsonValue | undefined>): JsonObject {
  const kept: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(object)) {
    const now = changes.has(key) ? changes.get(key) : value;
    if (now !== undefined) kept.push([key, now]);
  }
  // Not by assignment: a key "__proto__" has to stay one, so that it is refused later.
  return Object.fromEntries(kept);
}

function isBound(key: string, value: JsonValue, ids: IdKeys): boolean {
  if (typeof value === 'number') return ids.test(key);
  if (typeof value === 'string') return dateKeys.has(key) && isoDate.test(value);
  if (Array.isArray(value)) return ids.test(key) && isNumbers(value);
  if (personKeys.has(key)) return isJsonObject(value) || value === null;
  return key === 'actions' && isLinks(value);
}

function isNumbers(value: readonly JsonValue[]): boolean {
  return value.length > 0 && value.every((one) => typeof one === 'number');
}

function isLinks(value: JsonValue): boolean {
  return isJsonObject(value) && Object.values(value).every((link) => isJsonObject(link) && hasLinkKeysOnly(link));
}

function hasLinkKeysOnly(link: JsonObject): boolean {
  return Object.keys(link).every((key) => linkKeys.has(key));
}

/** What the generated key of a parent has before `Id`, e.g. `r_tickets_c_customer`; undefined for any other key. */
function relationOf(key: string): string | undefined {
  if (!key.startsWith('r_') || !key.endsWith('Id')) return undefined;
  const base = key.slice(0, -'Id'.length);
  const customAt = base.indexOf('_c_', firstAfterRelationship);
  const isCustom = customAt !== -1 && customAt + '_c_'.length < base.length;
  const isOfProduct = ['_accountEntry', '_user'].some(
    (end) => base.endsWith(end) && base.length - end.length >= firstAfterRelationship,
  );
  return isCustom || isOfProduct ? base : undefined;
}

/** Where the name of a relationship after `r_` ends at the earliest. */
const firstAfterRelationship = 'r_x'.length;

/** A parent that is named by number alone can't be found elsewhere. */
function lostRelations(item: JsonObject): Problem[] {
  return Object.keys(item).flatMap((key) => {
    const value = item[key];
    if (typeof value !== 'number' || value === 0) return [];
    const base = relationOf(key);
    if (base === undefined) return [];
    const ercKey = `${base}ERC`;
    if (typeof item[ercKey] === 'string') return [];
    const message = `${quote(key)} names its target by the number ${value}, which means nothing outside of its source; it was left out.`;
    const fix = `Export it with ${quote(ercKey)}, or add that.`;
    return [warningProblem('CONTENT_IGNORED', message, { path: [key], fix })];
  });
}

/** What a field or a relationship of a definition names by number, and the member that would name it everywhere. */
const targetsByNumber: readonly (readonly [list: string, id: string, erc: string])[] = [
  ['objectFields', 'listTypeDefinitionId', 'listTypeDefinitionExternalReferenceCode'],
  ['objectRelationships', 'objectDefinitionId2', 'objectDefinitionExternalReferenceCode2'],
];

function lostTargets(item: JsonObject): Problem[] {
  return targetsByNumber.flatMap(([list, id, erc]) => {
    const elements = item[list];
    if (!Array.isArray(elements)) return [];
    return elements.flatMap((element, place) => {
      if (!isJsonObject(element) || typeof element[erc] === 'string') return [];
      const number = element[id];
      if (typeof number !== 'number' || number === 0) return [];
      const name = typeof element['name'] === 'string' ? quote(element['name']) : `#${place + 1}`;
      const message = `${name} in ${quote(list)} names its target by the number ${number}, which means nothing outside of its source; it was left out.`;
      return [
        warningProblem('CONTENT_IGNORED', message, { path: [list, String(place), id], fix: `Add ${quote(erc)}.` }),
      ];
    });
  });
}
