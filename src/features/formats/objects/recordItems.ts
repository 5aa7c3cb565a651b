/** Turns one record of a file into an item: its identity, and its spec without members that are bound to the source environment. */
import { lostNumber } from '../../../shared/exactNumbers.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import {
  boundShapeOf,
  entryName,
  itemTitle,
  siteOfEntry,
  withDerivedMembers,
  withoutBound,
  type LeftOut,
  type LeftOutValue,
} from '../../kinds/worker.js';
import { toPointer } from '../../../shared/jsonPointer.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { FileItem, RecordDefinition } from '../format.js';
import { quote } from '../scanning/fileProblems.js';
import type { RecordEvent, RecordPlace } from '../records/recordEvents.js';
import { itemBase } from './itemBase.js';
import { objectsKinds } from './objectsClasses.js';

export interface RecordFacts {
  kind: string;
  place: RecordPlace;
  definition: RecordDefinition | undefined;
  /** Faults found so far, without kind and name. */
  problems?: readonly Problem[] | undefined;
  /** Collects what is left out of the item. */
  leftOut: LeftOut;
  /** Path inside the record of the file; empty for the record itself. */
  heldAt?: readonly string[] | undefined;
}

/** Makes an item of a record. A record without an external reference code becomes an item with a problem, so that it is shown. */
export function recordItem(record: JsonObject, facts: RecordFacts): FileItem {
  const { kind, place, definition } = facts;
  const isEntry = kind === objectsKinds.entry;
  const { spec, losses } = withoutBoundOf(kind, record);
  const stated = record['externalReferenceCode'];
  const isByName = kind === objectsKinds.workflowDefinition && (stated === undefined || stated === '');
  const erc = textOrNull(isByName ? record['name'] : stated);
  const name = nameOf(erc, facts, record);
  for (const loss of losses) facts.leftOut.add(loss, { kind, name, line: place.line });
  const faults = [...(facts.problems ?? []), ...(erc === null ? [noCode(facts)] : [])];
  // Written out, because spreads took three times as long and this runs for every record.
  const item: FileItem = {
    kind,
    name,
    title: itemTitle(spec),
    // A name that is used in place of a code is not exported as a code.
    externalReferenceCode: isByName ? null : erc,
    parent: isEntry ? (definition?.erc ?? null) : null,
    sourceId: sourceIdOf(record),
    origins: [],
    spec,
    claimedDigest: null,
    isPartial: false,
    line: place.line,
    problems: faults.map((problem) => ({ ...problem, kind, name, line: problem.line ?? place.line })),
  };
  if (isEntry && definition !== undefined) item.definition = definition;
  if (isHeld(facts)) item.isHeld = true;
  return item;
}

/** Adds the given name to a record that has none. */
export function nameRecord(
  record: JsonObject,
  name: string,
  { kind, definition }: Pick<RecordFacts, 'kind' | 'definition'>,
): JsonObject {
  const key = kind === objectsKinds.workflowDefinition ? 'name' : 'externalReferenceCode';
  const isNamed = [record['externalReferenceCode'], record[key]].some(
    (code) => typeof code === 'string' && code !== '',
  );
  if (isNamed) return record;
  const prefix = kind === objectsKinds.entry && definition?.name !== undefined ? `${definition.name}/` : '';
  return { ...record, [key]: name.startsWith(prefix) ? name.slice(prefix.length) : name };
}

function textOrNull(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function isHeld({ heldAt = [] }: RecordFacts): boolean {
  return heldAt.length > 0;
}

/** A value that is not a record; `fault` continues the sentence after "it". */
export type BrokenRecord = Pick<Extract<RecordEvent, { type: 'broken' }>, 'fault' | 'place' | 'record'>;

/** Makes an item of a value that is not a record, so that it is counted and shown. */
export function brokenItem(
  kind: string,
  { fault, place, record }: BrokenRecord,
  definition?: RecordDefinition,
): FileItem {
  const { index, line } = place;
  const stated = record['externalReferenceCode'];
  const erc = textOrNull(stated);
  const name = nameOf(erc, { kind, place, definition }, record);
  const message = `Record ${index} of the file, on line ${line}, cannot be read: it ${fault}.`;
  const problem = errorProblem('ITEM_MALFORMED', message, { kind, name, line, fix: 'Correct it in the file.' });
  const parent = definition?.erc ?? definition?.name ?? null;
  const item = { ...itemBase, kind, name, parent, externalReferenceCode: erc, spec: record, line, problems: [problem] };
  return definition === undefined ? item : { ...item, definition };
}

/** The item without members that are bound to the source environment, and with the members that Liferay derives. */
function withoutBoundOf(kind: string, record: JsonObject): { spec: JsonObject; losses: readonly LeftOutValue[] } {
  const shape = boundShapeOf(kind);
  if (shape === undefined) return { spec: record, losses: [] };
  const losses: LeftOutValue[] = [];
  const spec = withoutBound(record, shape, (loss) => losses.push(loss));
  return { spec: kind === objectsKinds.definition ? withDerivedMembers(spec) : spec, losses };
}

/** The numeric id of the item in its source. */
function sourceIdOf({ id }: JsonObject): string | null {
  return lostNumber(id) ?? (typeof id === 'number' || typeof id === 'string' ? String(id) : null);
}

function nameOf(erc: string | null, facts: Omit<RecordFacts, 'leftOut'>, record: JsonObject): string {
  const { kind, definition, place, heldAt = [] } = facts;
  if (erc === null) return [numbered(place.index), ...heldAt].join('/');
  const definitionName = definition?.name ?? definition?.erc;
  return kind === objectsKinds.entry && definitionName !== undefined
    ? entryName(definitionName, erc, siteOfEntry(record))
    : erc;
}

/** Name that is shown for an item without one. */
function numbered(index: number): string {
  return `#${index}`;
}

function noCode(facts: RecordFacts): Problem {
  const { index, line } = facts.place;
  const inside = isHeld(facts) ? `The value at ${toPointer(facts.heldAt ?? [])} in record` : 'Record';
  const message = `${inside} ${index} of the file, on line ${line}, has no ${quote('externalReferenceCode')}, which identifies it.`;
  const fix = 'Add it, or map the field that contains it.';
  return errorProblem('ITEM_MALFORMED', message, { path: ['externalReferenceCode'], fix });
}
