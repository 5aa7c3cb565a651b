/** The settings of a template as a person reads them. */
import type { JsonObject, JsonValue } from '../json.js';
import { countOf, formatList } from '../design/format.js';

export type KindTitles = ReadonlyMap<string, string>;

/** What a value of a setting means, by `setting` or `setting=VALUE`. */
const wordsOf: Readonly<Record<string, string>> = {
  'mode=COPY': 'as copies',
  'mode=REFERENCE': 'as references',
  'importStrategy=ON_ERROR_FAIL': 'nothing is applied if one fails',
  'importStrategy=ON_ERROR_CONTINUE': 'the rest is applied if one fails',
  'createStrategy=INSERT': 'only adds new records',
  'createStrategy=UPSERT': 'adds or updates records',
  'updateStrategy=UPDATE': 'overwrites records',
  'updateStrategy=PARTIAL_UPDATE': 'updates changed record fields',
  'isDeletionAllowed=true': 'may remove parts and mirrored resources',
  'isScopeExtended=true': 'adds missing data sources to the collection',
  'isPrivate=true': 'private',
  'isStrict=true': 'strict',
  'isArchive=true': 'in an archive',
  'includeDependencies=true': 'with all that it needs',
  'includeDependencies=false': 'without what it needs',
};

const lists: Readonly<Record<string, (count: number) => string>> = {
  mirrorKinds: (count) => `deletes what is no longer in the file, of ${countOf(count, 'kind')}`,
  excludeIds: (count) => `${countOf(count, 'resource')} left out`,
  fields: (count) => countOf(count, 'field'),
  recordFilter: (count) => countOf(count, 'condition'),
  mapping: (count) => `${countOf(count, 'column')} mapped`,
};

/** What is moved, then how, then in which file: whatever the order in which the settings were saved. */
const order = ['selection', 'kind', 'definitionErc', 'mode'];

function placeOf(name: string): number {
  if (name === 'format') return order.length + 1;
  const at = order.indexOf(name);
  return at < 0 ? order.length : at;
}

/** `All single views, with all that it needs, JSONL`: a sentence without its stop. */
export function settingsWords(settings: JsonObject, titles: KindTitles): string {
  const sorted = Object.entries(settings).sort(([a], [b]) => placeOf(a) - placeOf(b));
  const parts = sorted.flatMap(([name, value]) => partsOf({ name, value, titles }));
  return parts.length === 0 ? 'Nothing' : parts.join(', ');
}

function partsOf({ name, value, titles }: { name: string; value: JsonValue; titles: KindTitles }): string[] {
  const words = wordsOf[`${name}=${textOf(value)}`];
  if (words !== undefined) return [words];
  if (value === null || value === false) return [];
  if (name === 'selection') return selected(value, titles);
  if (name === 'format') return [`format ${textOf(value)}`];
  if (name === 'kind') return [`records of ${titleOf(value, titles)}`];
  if (name === 'definitionErc') return [`entries of ${textOf(value)}`];
  if (name === 'intoCollection') return ['into a collection'];
  if (name === 'csv') return ['own CSV settings'];
  if (!Array.isArray(value))
    return [typeof value === 'object' ? `own ${inWords(name)}` : `${inWords(name)}: ${textOf(value)}`];
  return value.length === 0 ? [] : [lists[name]?.(value.length) ?? countOf(value.length, name)];
}

/** `csvDialect` as `csv dialect`. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function selected(selection: JsonValue, titles: KindTitles): string[] {
  const { all, kinds, resourceIds } = selection as JsonObject;
  const parts: string[] = [];
  if (all === true) parts.push('everything on the branch');
  if (Array.isArray(kinds) && kinds.length > 0)
    parts.push(`all ${formatList(kinds.map((kind) => titleOf(kind, titles)))}`);
  if (Array.isArray(resourceIds) && resourceIds.length > 0) parts.push(countOf(resourceIds.length, 'chosen resource'));
  return parts;
}

function titleOf(kind: JsonValue, titles: KindTitles): string {
  return titles.get(textOf(kind)) ?? textOf(kind);
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The kinds that the settings name and that the project does not have: with one of them the template no longer fits. */
export function missingKinds(settings: JsonObject, titles: KindTitles): string[] {
  const { kind, selection } = settings as { kind?: JsonValue; selection?: JsonObject | null };
  const kinds = selection?.['kinds'];
  const named = [...(typeof kind === 'string' ? [kind] : []), ...(Array.isArray(kinds) ? kinds.map(textOf) : [])];
  return named.filter((name) => !titles.has(name));
}
