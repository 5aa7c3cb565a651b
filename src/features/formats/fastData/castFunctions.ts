import { isJsonObject } from '../../../shared/json.js';
import { fastDataKinds, malformed, nameOfEntry } from './looseShapes.js';
import type { LooseEntry, LooseItem } from './looseShapes.js';
import { Members } from './members.js';

/** A cast function that is part of the product. */
export interface DefaultCastFunction {
  /** Its id in the Console. */
  id: string;
  /** `all`: the type of the value does not change. */
  dataType: string;
}

/** Default cast functions by their name in the Projection Storer. The Console uses other ids; one differs in spelling. */
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

const idKeys = ['castFunctionId', 'id'];

/** The id of a cast function, which is its name in Waybill. */
export function castFunctionName(entry: LooseEntry): string {
  return nameOfEntry(entry, [...idKeys, ...(entry.key === undefined ? ['name'] : [])]);
}

/** Reads a cast function from a Console configuration. Without a member that says otherwise it is a custom one. */
export function castFunctionItem(entry: LooseEntry): LooseItem {
  const name = castFunctionName(entry);
  const item = { kind: fastDataKinds.castFunction, name, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value))
    return { ...item, spec: {}, problems: [malformed('cast function', name, 'is not an object')] };
  const members = new Members(value);
  const label = members.text(['name']);
  members.same(idKeys, name);
  const spec = { type: 'custom', ...members.pick(['dataType', 'casting', 'type', 'description']) };
  return { ...item, title: label === name ? undefined : label, spec, left: members.left() };
}
