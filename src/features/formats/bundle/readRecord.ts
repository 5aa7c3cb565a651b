import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { errorProblem, warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { FileItem, OriginRecord } from '../format.js';
import { quote } from '../scanning/fileProblems.js';
import { readInstance, readProject, textOrNull, timeOrNull, unreadOfSource } from './bundleHeader.js';

const recordKeys: ReadonlySet<string> = new Set([
  ...['dependencies', 'digest', 'externalReferenceCode', 'id', 'kind', 'name', 'origins', 'parent', 'spec', 'title'],
]);

/** Members that an origin has in addition to those of a source. */
const originKeys: readonly string[] = ['sourceName', 'sourceId', 'bundleDigest'];

/** Members that only a record of a draft may have. */
const draftKeys: ReadonlySet<string> = new Set(['isPartial', 'problems']);

/** Position of a record, and the default kind for records without one. */
export interface RecordPlace {
  line: number;
  fallbackKind: string | undefined;
  isDraft?: boolean;
}

/**
 * Makes an item of one record of a bundle. Faults are problems of the item. If kind or name is missing, the fault is a problem of the
 * file, because there is no item to show it for. `dependencies` is not read: edges are computed from the spec.
 */
export function readRecord(record: JsonValue, place: RecordPlace): { item: FileItem } | { problem: Problem } {
  if (!isJsonObject(record)) return { problem: nameless(place.line, 'is not an object') };
  const kind = record['kind'] ?? place.fallbackKind;
  const { name, spec } = record;
  if (typeof kind !== 'string' || kind === '') return { problem: nameless(place.line, 'does not state its kind') };
  if (typeof name !== 'string' || name === '') return { problem: nameless(place.line, 'has no name') };
  const { line, isDraft = false } = place;
  const faults = new RecordFaults({ kind, name, line });
  const item: FileItem = {
    kind,
    name,
    title: faults.text(record, 'title'),
    externalReferenceCode: faults.text(record, 'externalReferenceCode'),
    parent: faults.text(record, 'parent'),
    sourceId: faults.text(record, 'id'),
    origins: record['origins'] === undefined ? [] : faults.origins(record['origins']),
    spec: isJsonObject(spec) ? spec : faults.spec(spec),
    // The digest of a draft is obsolete as soon as it is edited.
    claimedDigest: isDraft ? null : faults.text(record, 'digest'),
    isPartial: isDraft && record['isPartial'] === true,
    line,
    problems: faults.problems,
  };
  faults.unknownKeys(record, isDraft);
  return { item };
}

/** Shown as the kind of a record that does not state it. */
const noKind = '(unknown)';

/** Makes an item of a value that is not a record, so that it is counted and shown. */
export function brokenRecord(
  record: JsonValue,
  { line, fallbackKind, problem, index }: RecordPlace & { problem: Problem; index: number },
): FileItem {
  const { kind: stated, name: given, spec } = isJsonObject(record) ? record : {};
  const kind = typeof stated === 'string' && stated !== '' ? stated : (fallbackKind ?? noKind);
  const name = typeof given === 'string' && given !== '' ? given : `#${index}`;
  const told: Problem = { ...problem, code: 'ITEM_MALFORMED', kind, name, line };
  return {
    ...{ kind, name, line, title: null, externalReferenceCode: null, parent: null, sourceId: null, origins: [] },
    ...{ spec: isJsonObject(spec) ? spec : {}, claimedDigest: null, isPartial: false, problems: [told] },
  };
}

/** Collects the faults of one record, so that all of them are reported together. */
class RecordFaults {
  readonly problems: Problem[] = [];

  constructor(private readonly about: { kind: string; name: string; line: number }) {}

  text(record: JsonObject, key: string): string | null {
    const value = record[key];
    if (value !== undefined && value !== null && typeof value !== 'string') this.refuse(`${quote(key)} is not a text`);
    return textOrNull(value);
  }

  spec(value: JsonValue | undefined): JsonObject {
    this.refuse(value === undefined ? 'has no "spec"' : '"spec" is not an object');
    return {};
  }

  origins(value: JsonValue): OriginRecord[] {
    const origins = Array.isArray(value) ? value.map(readOrigin) : [undefined];
    const known = origins.filter((origin) => origin !== undefined);
    if (known.length < origins.length) this.refuse('"origins" is not a list of origins, each with a "sourceName"');
    else if (Array.isArray(value)) this.unreadOrigins(value);
    return known;
  }

  private unreadOrigins(origins: readonly JsonValue[]): void {
    const unread = origins.flatMap((origin, index) =>
      unreadOfSource(origin, originKeys).map((key) => `origins.${index}.${key}`),
    );
    this.leaveOut([...new Set(unread)]);
  }

  unknownKeys(record: JsonObject, isDraft: boolean): void {
    const unknown = Object.keys(record).filter((key) => !recordKeys.has(key) && !(isDraft && draftKeys.has(key)));
    this.leaveOut(unknown);
    if (isDraft && typeof (record['isPartial'] ?? true) !== 'boolean') this.refuse('"isPartial" is not true or false');
  }

  private leaveOut(unknown: readonly string[]): void {
    if (unknown.length === 0) return;
    const named = `${this.about.kind} ${quote(this.about.name)}`;
    const keys = unknown.map(quote).join(', ');
    this.problems.push(
      warningProblem('CONTENT_IGNORED', `Members of ${named} outside its spec were ignored: ${keys}.`, this.about),
    );
  }

  private refuse(fault: string): void {
    const message = `The record of ${this.about.kind} ${quote(this.about.name)} is incomplete: ${fault.replace(/^has/, 'it has')}.`;
    this.problems.push(errorProblem('ITEM_MALFORMED', message, this.about));
  }
}

function readOrigin(value: JsonValue): OriginRecord | undefined {
  if (!isJsonObject(value) || typeof value['sourceName'] !== 'string') return undefined;
  return {
    instance: readInstance(value['instance']),
    project: readProject(value['project']),
    branch: textOrNull(value['branch']),
    exportedAt: timeOrNull(value['exportedAt']),
    sourceName: value['sourceName'],
    sourceId: textOrNull(value['sourceId']),
    bundleDigest: textOrNull(value['bundleDigest']),
  };
}

function nameless(line: number, fault: string): Problem {
  return errorProblem('ITEM_MALFORMED', `The record on line ${line} ${fault}.`, {
    line,
    fix: 'Give each record a "kind", a "name" and a "spec".',
  });
}
