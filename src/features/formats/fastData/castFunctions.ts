import { isJsonObject } from '../../../shared/json.js';
import type { DocumentItem } from '../documents/documentReader.js';
import { fastDataKinds, malformed, nameOfEntry, pickMembers, pickText } from './looseShapes.js';
import type { LooseEntry } from './looseShapes.js';

/** A cast function that the product brings along. */
export interface DefaultCastFunction {
  /** Its id in the Console. */
  id: string;
  /** `all`: whatever comes in goes out. */
  dataType: string;
}

/** Default cast functions by the name that the Projection Storer gives them; the Console's ids differ, one in its spelling too. */
export const defaultCastFunctionByStorerName: ReadonlyMap<string, DefaultCastFunction> = new Map([
  ['identity', { id: 'defaultIdentity', dataType: 'all' }],
  ['castToString', { id: 'defaultCastToString', dataType: 'string' }],
  ['castToInteger', { id: 'defaultCastToInteger', dataType: 'number' }],
  ['castToFloat', { id: 'defaultCastToFloat', dataType: 'number' }],
  ['castUnixTimestampToISOString', { id: 'defaultCastUnitTimestampToISOString', dataType: 'string' }],
  ['castStringToBoolean', { id: 'defaultCastStringToBoolean', dataType: 'boolean' }],
  ['castToDate', { id: 'defaultCastToDate', dataType: 'Date' }],
  ['castToObject', { id: 'defaultCastToObject', dataType: 'RawObject' }],
  ['castToArrayOfObject', { id: 'defaultCastToArrayOfObject', dataType: 'Array_RawObject' }],
]);

/** Keys of a cast function in the Console's configuration that are read. */
export const castFunctionKeys: ReadonlySet<string> = new Set([
  ...['castFunctionId', 'id', 'name', 'dataType', 'casting', 'type', 'description'],
]);

/** The id of a cast function: that is its name here. */
export function castFunctionName(entry: LooseEntry): string {
  return nameOfEntry(entry, ['castFunctionId', 'id', ...(entry.key === undefined ? ['name'] : [])]);
}

/** Reads a cast function of the Console's configuration. Those that do not say it are custom ones. */
export function castFunctionItem(entry: LooseEntry): DocumentItem {
  const name = castFunctionName(entry);
  const item = { kind: fastDataKinds.castFunction, name, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value))
    return { ...item, spec: {}, problems: [malformed('cast function', name, 'is not an object')] };
  const label = pickText(value, ['name']);
  return {
    ...item,
    title: label === name ? undefined : label,
    spec: { type: 'custom', ...pickMembers(value, ['dataType', 'casting', 'type', 'description']) },
  };
}
