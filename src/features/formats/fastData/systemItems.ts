import { isJsonObject } from '../../../shared/json.js';
import { fastDataKinds, malformed, nameOfEntry } from './looseShapes.js';
import type { LooseEntry, LooseItem } from './looseShapes.js';
import { Members, textOf } from './members.js';

const adapterKeys = ['adapter', 'kafkaMessageAdapter', 'kafkaAdapter', 'messageAdapter', 'type'];
const nameKeys = ['name', 'systemId', 'id'];

/** The Console calls the adapter of IBM Db2 messages `basic`, the Projection Storer `db2`. */
const adapterByName: ReadonlyMap<string, string> = new Map([
  ['db2', 'basic'],
  ['basic', 'basic'],
  ['golden-gate', 'golden-gate'],
  ['debezium', 'debezium'],
  ['custom', 'custom'],
]);

/** The system id, which is the name of the system in Waybill. */
export function systemName(entry: LooseEntry): string {
  return nameOfEntry(entry, nameKeys);
}

/** Reads a system of record from a Console configuration, without its projections. */
export function systemItem(entry: LooseEntry): LooseItem {
  const name = systemName(entry);
  const item = { kind: fastDataKinds.systemOfRecord, name, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value))
    return { ...item, spec: {}, problems: [malformed('system of record', name, 'is not an object')] };
  const members = new Members(value);
  members.text(nameKeys);
  const sourceId = members.text(['systemId', 'id']);
  const adapter = adapterOf(members, adapterKeys);
  const spec = { ...adapter, ...members.pick(['description', 'settings']) };
  const { projections } = value;
  // Projections are separate items.
  if (typeof projections === 'object' && projections !== null) members.pick(['projections']);
  return { ...item, sourceId, spec, left: members.left() };
}

/** The first known adapter among members that name one or contain its `type`; else the first text, so that it is reported as unknown. */
export function adapterOf(members: Members, keys: readonly string[]): { adapter?: string } {
  const nameIn = (value: Parameters<typeof textOf>[0], inner: Members | undefined): string | undefined =>
    inner ? inner.text(['type', 'name']) : textOf(value);
  const known = members.first(keys, (value, inner) => adapterByName.get(nameIn(value, inner)?.toLowerCase() ?? ''));
  const adapter = known ?? members.first(keys, nameIn);
  return adapter === undefined ? {} : { adapter };
}
