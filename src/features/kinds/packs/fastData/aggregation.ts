/**
 * Reads `aggregation.json` of a single view: blocks, their dependencies, and the alternatives of a dependency with `_select`.
 * Parts without the documented shape are ignored.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { ownMember } from '../../objectCopies.js';

/** A part of the spec, and its path from the root. */
export interface Part {
  value: JsonObject;
  path: string[];
}

export interface Dependency extends Part {
  key: string;
  /** Whether it refers to another block of the file, and not to a collection. */
  isConfig: boolean;
}

export interface Block extends Part {
  name: string;
  dependencies: Dependency[];
}

/** The blocks of the spec's aggregation, in the order of the file; none when there is no aggregation. */
export function blocksOf(spec: JsonObject): Block[] {
  const aggregation = objectMember(spec, 'aggregation');
  const config = aggregation && objectMember(aggregation, 'config');
  return partsOf(config, ['aggregation', 'config']).map(({ key, value, path }) => ({
    name: key,
    value,
    path,
    dependencies: dependenciesOf(value, [...path, 'dependencies']),
  }));
}

function dependenciesOf(block: JsonObject, path: string[]): Dependency[] {
  return partsOf(objectMember(block, 'dependencies'), path).map((part) => ({
    ...part,
    isConfig: ownMember(part.value, 'type') === 'config',
  }));
}

/** The values that `_select` chooses from, the default last; empty for a dependency without `_select`. */
export function alternativesOf({ value, path }: Part): Part[] {
  const select = objectMember(value, '_select');
  if (!select) return [];
  const options = ownMember(select, 'options');
  const alternatives = (Array.isArray(options) ? options : []).map((option, index) => ({
    value: isJsonObject(option) ? ownMember(option, 'value') : undefined,
    path: [...path, '_select', 'options', String(index), 'value'],
  }));
  const all = [...alternatives, { value: ownMember(select, 'default'), path: [...path, '_select', 'default'] }];
  return all.filter((part): part is Part => isJsonObject(part.value));
}

/** A member that is a text. */
export function textMember(object: JsonObject, key: string): string | undefined {
  const value = ownMember(object, key);
  return typeof value === 'string' ? value : undefined;
}

/** A member that is an object. */
export function objectMember(object: JsonObject, key: string): JsonObject | undefined {
  const value: JsonValue | undefined = ownMember(object, key);
  return isJsonObject(value) ? value : undefined;
}

/** The members of an object that are objects themselves, with their places. */
export function partsOf(object: JsonObject | undefined, path: readonly string[]): (Part & { key: string })[] {
  return Object.entries(object ?? {}).flatMap(([key, value]) =>
    isJsonObject(value) ? [{ key, value, path: [...path, key] }] : [],
  );
}
