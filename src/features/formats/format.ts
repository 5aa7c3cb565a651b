import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';

/** Where a bundle came from, and the chain before that, nearest first in `previous`. */
export interface OriginRecord {
  instance: { id: string; name: string } | null;
  project: { id: string; key: string; name: string } | null;
  branch: string | null;
  /** ISO 8601, UTC. */
  exportedAt: string | null;
  sourceName: string;
  sourceId: string | null;
  bundleDigest?: string | null;
}

/** Who wrote a bundle: all null for files of other products, which do not say. */
export interface BundleSource {
  instance: { id: string; name: string } | null;
  project: { id: string; key: string; name: string } | null;
  branch: string | null;
  exportedAt: string | null;
  exportedBy: string | null;
}

/** One resource as a file gives it, not yet checked against its kind. */
export interface FileItem {
  kind: string;
  name: string;
  title: string | null;
  externalReferenceCode: string | null;
  /** Name of the parent, for kinds that have one. */
  parent: string | null;
  /** Id in the source project. Never trusted beyond telling where it came from. */
  sourceId: string | null;
  /** Set when the item was a reference in its source: the chain before this file, nearest first. */
  origins: OriginRecord[];
  spec: JsonObject;
  /** `sha256:<hex>` that the file claims for the content, or null. */
  claimedDigest: string | null;
  /** True when the file holds only some top-level members of the spec: they are laid over an existing resource. */
  isPartial: boolean;
  /** Line of the file on which the item starts, from 1. */
  line: number;
  /** Faults of this item that the reader saw; an ERROR makes the item invalid. */
  problems: Problem[];
}

/** What a reader gives, in the order of the file. `problem` is about the file as a whole. */
export type FileEvent =
  | { type: 'source'; source: BundleSource }
  | { type: 'item'; item: FileItem; /** bytes of the file read so far */ bytesRead: number }
  | { type: 'problem'; problem: Problem }
  /** `bundleDigest`: computed over what was read. `claimedDigest`, `claimedCount`: what the file says, null when it doesn't. */
  | { type: 'end'; bundleDigest: string; claimedDigest: string | null; claimedCount: number | null };

export interface ReadOptions {
  path: string;
  /** As the uploader called it; names a resource that the file itself does not name. */
  fileName: string;
  sizeBytes: number;
  /** A kind for records that do not say theirs. */
  kind?: string | undefined;
  /** A name for the one resource of a file that does not name it. */
  name?: string | undefined;
}

/** The first bytes of a file, looked at once by every format. */
export interface FileHead {
  /** At most 64 KiB, decoded; the whole file when it is smaller. */
  text: string;
  isWhole: boolean;
  /** The parsed document when the file is at most 32 MiB and one JSON value, else undefined. */
  document?: unknown;
  /** Keys at the top level as far as the head shows them, when it starts with `{`. */
  topLevelKeys: readonly string[];
}

/** A file shape that can be read. Detection is by content, never by name. */
export interface FormatReader {
  /** e.g. `waybill/json`, `fast-data/er-schema`; shown on the plan. */
  name: string;
  title: string;
  recognizes: (head: FileHead) => boolean;
  /** Streams the file; memory is bounded by one item. Throws only for faults of this server (I/O), never for bad data. */
  read: (options: ReadOptions) => AsyncIterable<FileEvent[]>;
}
