import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import type { DocumentItem } from '../documents/documentReader.js';
import { fastDataKinds, malformed, nameOfEntry, pickMembers, pickText } from './looseShapes.js';
import type { LooseEntry } from './looseShapes.js';

const adapterKeys = ['adapter', 'kafkaMessageAdapter', 'kafkaAdapter', 'messageAdapter', 'type'];

/** The Console calls the adapter of IBM Db2 messages `basic`, the Projection Storer `db2`. */
const adapterByName: ReadonlyMap<string, string> = new Map([
  ['db2', 'basic'],
  ['basic', 'basic'],
  ['golden-gate', 'golden-gate'],
  ['debezium', 'debezium'],
  ['custom', 'custom'],
]);

/** Keys of a system of record in the Console's configuration that are read. */
export const systemKeys: ReadonlySet<string> = new Set([
  ...['name', 'systemId', 'id', 'description', 'settings', 'projections'],
  ...adapterKeys,
]);

/** The system id: that is its name here. */
export function systemName(entry: LooseEntry): string {
  return nameOfEntry(entry, ['name', 'systemId', 'id']);
}

/** Reads a system of record of the Console's configuration, without its projections. */
export function systemItem(entry: LooseEntry): DocumentItem {
  const name = systemName(entry);
  const item = { kind: fastDataKinds.systemOfRecord, name, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value))
    return { ...item, spec: {}, problems: [malformed('system of record', name, 'is not an object')] };
  const adapter = adapterOf(adapterKeys.map((key) => value[key]));
  return {
    ...item,
    sourceId: pickText(value, ['systemId', 'id']),
    spec: { ...adapter, ...pickMembers(value, ['description', 'settings']) },
  };
}

/** The first known adapter among values that name one or hold its `type`; else the first text, so that it is told as unknown. */
export function adapterOf(values: readonly (JsonValue | undefined)[]): JsonObject {
  const names = values.flatMap((value) => {
    const name = isJsonObject(value) ? pickText(value, ['type', 'name']) : value;
    return typeof name === 'string' ? [name] : [];
  });
  const known = names.flatMap((name) => adapterByName.get(name.toLowerCase()) ?? []);
  const adapter = known[0] ?? names[0];
  return adapter === undefined ? {} : { adapter };
}
