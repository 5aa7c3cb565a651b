/**
 * Compares two configurations: resource by resource, and field by field. A renamed resource is one change, and what refers to it by the new
 * name has not changed. Memory holds the names of all resources, and what differs; the contents of the first side wait in a file.
 */
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileItem } from '../../features/formats/index.js';
import type { JsonValue } from '../../shared/json.js';
import { breakingChanges } from './breakingChanges.js';
import type { Configuration } from './configuration.js';
import { differenceAt, fieldDifferences, type FieldDifference } from './fieldDifferences.js';
import { isCompared, match, type Known, type Match, type MatchedSide, type Matches } from './identities.js';
import { kindNamed } from './knownKinds.js';
import { renamedItem, Renames } from './renames.js';

export type ChangeType = 'ADDED' | 'REMOVED' | 'CHANGED' | 'RENAMED';

/** What happened to one resource. */
export interface Change {
  change: ChangeType;
  kind: string;
  kindTitle: string;
  name: string;
  /** Its former name, if it was renamed. */
  oldName: string | null;
  /** The first ones of those that there are. */
  differences: FieldDifference[];
  differenceCount: number;
  /** Sentences about what breaks for whoever uses the resource. */
  breaking: string[];
  /** What it is on each side; null where it is not there. */
  before: Known | null;
  after: Known | null;
}

export interface Comparison {
  changes: Change[];
  unchangedCount: number;
}

/** So many differences of a resource are kept. */
const maxDifferences = 1000;

/** Whether the ids of both sides are those of one project. */
export function isOfSameProject(one: Configuration, other: Configuration): boolean {
  return one.source.project !== null && one.source.project.id === other.source.project?.id;
}

/** A configuration with what is kept of its items. */
export type Side = Configuration & Pick<MatchedSide, 'known' | 'origins'>;

export async function compare(before: Side, after: Side): Promise<Comparison> {
  const [first, second] = [before, after].map((side) => ({ ...side, project: side.source.project?.id ?? null }));
  const matches = await match(first as MatchedSide, second as MatchedSide);
  const folder = await mkdtemp(path.join(tmpdir(), 'waybill-'));
  try {
    return await compareMatches({ before, after }, matches, path.join(folder, 'contents'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compareMatches(
  { before, after }: { before: Configuration; after: Configuration },
  { pairs, removed, added }: Matches,
  file: string,
): Promise<Comparison> {
  const changes = [
    ...removed.map((known) => changeOf('REMOVED', known, null)),
    ...added.map((known) => changeOf('ADDED', null, known)),
  ];
  const differing = pairs.filter((pair) => pair.before.digest !== pair.after.digest);
  const unchangedCount = pairs.length - differing.length;
  if (differing.length === 0) return { changes: changes.sort(byPlace), unchangedCount };
  const renames = new Renames(
    pairs.map((pair) => ({ kind: pair.before.kind, before: pair.before.name, after: pair.after.name })),
  );
  const contents = await Contents.make(file);
  try {
    await contents.keep(before, new Set(differing.map((pair) => keyOf(pair.before))));
    const pairByName = new Map(differing.map((pair) => [keyOf(pair.after), pair]));
    for await (const item of after.items()) {
      const pair = pairByName.get(keyOf(item));
      if (!pair || !isCompared(item)) continue;
      const change = changeOfPair(pair, renamedItem(await contents.read(keyOf(pair.before)), renames), item);
      if (change) changes.push(change);
    }
  } finally {
    await contents.close();
  }
  const changedCount = changes.length - removed.length - added.length;
  return { changes: changes.sort(byPlace), unchangedCount: pairs.length - changedCount };
}

function keyOf({ kind, name }: { kind: string; name: string }): string {
  return JSON.stringify([kind, name]);
}

function byPlace(one: Change, other: Change): number {
  const [first, second] = [one, other].map(({ kind, name }) => `${kind}\n${name}`) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
}

function changeOf(change: ChangeType, before: Known | null, after: Known | null): Change {
  const { kind, name } = after ?? before ?? { kind: '', name: '' };
  const oldName = before !== null && before.name !== name ? before.name : null;
  const more = { differences: [], differenceCount: 0, breaking: [], before, after };
  return { change, kind, kindTitle: kindNamed(kind)?.title ?? kind, name, oldName, ...more };
}

/** Undefined if only the names of others have changed, which are changes of their own. */
function changeOfPair(pair: Match, old: FileItem, item: FileItem): Change | undefined {
  const change = changeOf(pair.before.name === item.name ? 'CHANGED' : 'RENAMED', pair.before, pair.after);
  for (const difference of differencesOf(old, item)) {
    change.differenceCount += 1;
    if (change.differenceCount <= maxDifferences) change.differences.push(difference);
  }
  if (change.differenceCount === 0 && change.change === 'CHANGED') return undefined;
  return { ...change, breaking: breakingChanges(item.kind, old.spec, item.spec) };
}

function* differencesOf(old: FileItem, item: FileItem): Generator<FieldDifference> {
  for (const member of ['title', 'externalReferenceCode', 'parent'] as const)
    if (old[member] !== item[member]) yield differenceAt(member, old[member] ?? undefined, item[member] ?? undefined);
  const [before, after] = [old, item].map(({ origins }) => (origins.length > 0 ? 'reference' : 'copy')) as [
    string,
    string,
  ];
  if (before !== after) yield differenceAt('mode', before, after);
  yield* fieldDifferences(old.spec, item.spec);
}

/** Items in a file, found by their keys. */
class Contents {
  private readonly places = new Map<string, { offset: number; length: number }>();
  private size = 0;

  private constructor(private readonly file: FileHandle) {}

  static async make(name: string): Promise<Contents> {
    return new Contents(await open(name, 'w+'));
  }

  async keep({ items }: Configuration, keys: ReadonlySet<string>): Promise<void> {
    for await (const item of items()) {
      if (!keys.has(keyOf(item))) continue;
      const bytes = Buffer.from(JSON.stringify(item satisfies FileItem as unknown as JsonValue));
      await this.file.write(bytes, 0, bytes.length, this.size);
      this.places.set(keyOf(item), { offset: this.size, length: bytes.length });
      this.size += bytes.length;
    }
  }

  async read(key: string): Promise<FileItem> {
    const { offset, length } = this.places.get(key) ?? { offset: 0, length: 0 };
    const { buffer } = await this.file.read(Buffer.alloc(length), 0, length, offset);
    return JSON.parse(buffer.toString('utf8')) as FileItem;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
