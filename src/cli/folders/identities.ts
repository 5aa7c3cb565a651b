/**
 * Which resources of two configurations are the same: by id if both come from one project; then by origin, if one is a copy of the other, or
 * both are copies of a third; then by name; and at last, if their ids say nothing, by equal content.
 */
import { hash } from 'node:crypto';
import type { FileItem } from '../../features/formats/index.js';
import { isBuiltInItem } from '../../features/kinds/worker.js';
import { canonicalJson, contentDigest } from '../../shared/canonicalJson.js';
import { kindNamed } from './knownKinds.js';

/** A resource in the project that it was made in or copied from. */
export interface SourceId {
  project: string;
  id: string;
}

/** What is kept of every resource. */
export interface Known {
  kind: string;
  name: string;
  id: string | null;
  /** What it was copied from, as far as the file says it: only of references. */
  origin: SourceId | null;
  /** Of everything that is compared. */
  digest: string;
  /** Of kind, title and spec, as the server has it. */
  contentDigest: string;
  /** Of its content without its own name: equal for a resource that was only renamed. */
  content: string;
}

export interface Match {
  before: Known;
  after: Known;
}

export interface Matches {
  pairs: Match[];
  removed: Known[];
  added: Known[];
}

/** The resources of one side, as they are matched. */
export interface MatchedSide {
  known: readonly Known[];
  /** The project that the ids are of. */
  project: string | null;
  /** What the resources were copied from, by their ids, where the file does not say it. */
  origins?: (() => Promise<ReadonlyMap<string, SourceId>>) | undefined;
}

/** What every installation has, or what is never exported, is nobody's change. */
export function isCompared({ kind, name, spec }: FileItem): boolean {
  const known = kindNamed(kind);
  return known === undefined || (known.isExportable && !isBuiltInItem(known, name, spec));
}

export function comparedText({ kind, name, title, externalReferenceCode, parent, spec, origins }: FileItem): string {
  const isReference = origins.length > 0;
  return canonicalJson({ kind, name, title, externalReferenceCode, parent, spec, isReference });
}

/** What is kept of an item; undefined if it is not compared. */
export function knownOf(item: FileItem): Known | undefined {
  if (!isCompared(item)) return undefined;
  const { kind, name, title, spec } = item;
  const [from] = item.origins;
  const nameless = kindNamed(kind)?.rewriteOwnName?.(spec, name, '') ?? spec;
  return {
    ...{ kind, name, id: item.sourceId },
    origin: sourceId(from?.project?.id, from?.sourceId),
    content: hash('sha256', canonicalJson([kind, title === name ? null : title, nameless]), 'base64'),
    digest: hash('sha256', comparedText(item), 'base64'),
    contentDigest: contentDigest(kind, title, canonicalJson(spec)),
  };
}

export async function match(before: MatchedSide, after: MatchedSide): Promise<Matches> {
  const haveSameIds = before.project !== null && before.project === after.project;
  const matching = new Matching(before.known, after.known);
  if (haveSameIds) matching.by(({ kind, id }) => id && `${kind}\n${id}`);
  if (matching.isOpen) await matchOrigins(matching, before, after);
  matching.by(({ kind, name }) => `${kind}\n${name}`);
  // With ids, two resources of equal content are two.
  if (!haveSameIds) matching.by(({ content }) => content);
  return matching.result();
}

/** Pairs a resource with its copy, then two copies of one resource. */
async function matchOrigins(matching: Matching, ...sides: [MatchedSide, MatchedSide]): Promise<void> {
  const [before, after] = (await Promise.all(sides.map(keysOf))) as [Keys, Keys];
  matching.by(before.own, after.origin);
  matching.by(before.origin, after.own);
  matching.by(before.origin, after.origin);
}

type KeyOf = (known: Known) => string | null;

interface Keys {
  own: KeyOf;
  origin: KeyOf;
}

async function keysOf({ project, origins }: MatchedSide): Promise<Keys> {
  const originById = await origins?.();
  const keyOf = (kind: string, source: SourceId | null) => source && JSON.stringify([kind, source.project, source.id]);
  return {
    own: ({ kind, id }) => keyOf(kind, sourceId(project, id)),
    origin: ({ kind, id, origin }) => keyOf(kind, origin ?? originById?.get(id ?? '') ?? null),
  };
}

/** Null if a part is not known: ids are those of a project. */
export function sourceId(project: string | null | undefined, id: string | null | undefined): SourceId | null {
  return typeof project === 'string' && typeof id === 'string' ? { project, id } : null;
}

class Matching {
  private readonly pairs: Match[] = [];

  constructor(
    private removed: readonly Known[],
    private added: readonly Known[],
  ) {}

  /** Whether both sides have something without a partner. */
  get isOpen(): boolean {
    return this.removed.length > 0 && this.added.length > 0;
  }

  /** Pairs what has a key that nothing else on its side has. */
  by(keyOfOld: KeyOf, keyOfNew: KeyOf = keyOfOld): void {
    const [old, now] = [unique(this.removed, keyOfOld), unique(this.added, keyOfNew)];
    const taken = new Set<Known>();
    for (const [key, before] of old) {
      const after = now.get(key);
      if (!after) continue;
      this.pairs.push({ before, after });
      taken.add(before).add(after);
    }
    this.removed = this.removed.filter((known) => !taken.has(known));
    this.added = this.added.filter((known) => !taken.has(known));
  }

  result(): Matches {
    return { pairs: this.pairs, removed: [...this.removed], added: [...this.added] };
  }
}

function unique(list: readonly Known[], keyOf: KeyOf): Map<string, Known> {
  const byKey = new Map<string, Known>();
  const twice = new Set<string>();
  for (const known of list) {
    const key = keyOf(known);
    if (key === null) continue;
    if (byKey.has(key)) twice.add(key);
    byKey.set(key, known);
  }
  for (const key of twice) byKey.delete(key);
  return byKey;
}
