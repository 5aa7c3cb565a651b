/** Which resources of two configurations are the same: by id if both come from one project, then by name; else by name, then by equal content. */
import { hash } from 'node:crypto';
import type { FileItem } from '../../features/formats/index.js';
import { isBuiltInItem } from '../../features/kinds/worker.js';
import { canonicalJson, contentDigest } from '../../shared/canonicalJson.js';
import { kindNamed } from './knownKinds.js';

/** What is kept of every resource. */
export interface Known {
  kind: string;
  name: string;
  id: string | null;
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
  const nameless = kindNamed(kind)?.rewriteOwnName?.(spec, name, '') ?? spec;
  return {
    ...{ kind, name, id: item.sourceId },
    content: hash('sha256', canonicalJson([kind, title === name ? null : title, nameless]), 'base64'),
    digest: hash('sha256', comparedText(item), 'base64'),
    contentDigest: contentDigest(kind, title, canonicalJson(spec)),
  };
}

export function match(before: readonly Known[], after: readonly Known[], haveSameIds: boolean): Matches {
  const matching = new Matching(before, after);
  if (haveSameIds) matching.by(({ kind, id }) => id && `${kind}\n${id}`);
  matching.by(({ kind, name }) => `${kind}\n${name}`);
  // With ids, two resources of equal content are two.
  if (!haveSameIds) matching.by(({ content }) => content);
  return matching.result();
}

class Matching {
  private readonly pairs: Match[] = [];

  constructor(
    private removed: readonly Known[],
    private added: readonly Known[],
  ) {}

  /** Pairs what has a key that nothing else on its side has. */
  by(keyOf: (known: Known) => string | null): void {
    const [old, now] = [unique(this.removed, keyOf), unique(this.added, keyOf)];
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

function unique(list: readonly Known[], keyOf: (known: Known) => string | null): Map<string, Known> {
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
