import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import type { FileSource } from '../files/worker.js';

export type { FileSource } from '../files/worker.js';

/** An origin: where a resource came from. Earlier origins are in `previous`, nearest first. */
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

/** The source of a bundle. All members are null for files of other products, which do not state it. */
export interface BundleSource {
  instance: { id: string; name: string } | null;
  project: { id: string; key: string; name: string } | null;
  branch: string | null;
  exportedAt: string | null;
  exportedBy: string | null;
}

/** One resource of a file, not yet validated against its kind. */
export interface FileItem {
  kind: string;
  name: string;
  title: string | null;
  externalReferenceCode: string | null;
  /** Name of the parent, for kinds that have one. */
  parent: string | null;
  /** Id in the source project. Only shown as part of the origin, never trusted. */
  sourceId: string | null;
  /** Set if the item was a reference in its source project: its origins before this file, nearest first. */
  origins: OriginRecord[];
  spec: JsonObject;
  /** Digest that the file states for the content, `sha256:<hex>` or null. */
  claimedDigest: string | null;
  /** True if the file has only some top-level members of the spec; they are applied to an existing resource. */
  isPartial: boolean;
  /** With `isPartial`: the lists of the spec that are laid over by element instead of replaced. */
  partial?: readonly PartialList[];
  /** True if the item is inside another item of the file, such as a definition in its folder. */
  isHeld?: boolean;
  /** True if the file identifies the site of the item only by a number, and the reader has reported it. */
  isSiteTold?: boolean;
  /** For object entries: their definition, as the file states it. */
  definition?: RecordDefinition;
  /** Path of the archive member that contains the item; `line` is relative to it. */
  member?: string;
  /** Line of the file on which the item starts, from 1. */
  line: number;
  /** Problems that the reader found. An ERROR makes the item invalid. */
  problems: Problem[];
}

/** What an earlier reading of a file of the same origin found out about its records, by their hashes. */
export interface KnownRecords {
  /** Announces that about this many records are read next. */
  expect: (count: number) => Promise<void>;
  /** The place of a record in the earlier file; undefined if it is to be read. The texts must be equal byte by byte. */
  find: (recordHash: string) => number | undefined;
}

/** A record that is not read, because an earlier file contains the same text. */
export interface KnownItem {
  /** Its place in the earlier file, from 0. */
  place: number;
  recordHash: string;
  line: number;
  sizeBytes: number;
}

/** A list of a spec whose elements are laid over those of an existing resource (see `overlayDefinitionPart`). */
export interface PartialList {
  /** JSON Pointer to the list, e.g. `/objectFields`. */
  at: string;
  /** Members that identify an element, most significant first. A member that an element does not have is skipped. */
  by: readonly string[];
}

/** The definition of an entry: its name without `C_`, its external reference code, or both. */
export interface RecordDefinition {
  name?: string;
  erc?: string;
}

/** Import settings that a file states for the items of a kind; null if it does not. The user's settings override them. */
export interface StatedSettings {
  kind: string;
  createStrategy: 'INSERT' | 'UPSERT' | null;
  updateStrategy: 'UPDATE' | 'PARTIAL_UPDATE' | null;
  importStrategy: 'ON_ERROR_FAIL' | 'ON_ERROR_CONTINUE' | null;
  /** Mapping of fields. */
  mapping?: readonly FieldMapping[];
  /** The archive member that states the settings. */
  member?: string;
}

/** Events of a reader, in the order of the file. A `problem` concerns the whole file. */
export type FileEvent =
  | { type: 'source'; source: BundleSource }
  | { type: 'settings'; settings: StatedSettings }
  | {
      type: 'item';
      item: FileItem;
      /** Bytes of the file read so far. */
      bytesRead: number;
      /** That of its record, with `ReadOptions.known`. */
      recordHash?: string | undefined;
    }
  | { type: 'known'; known: KnownItem; bytesRead: number }
  | { type: 'problem'; problem: Problem }
  /** `bundleDigest`: computed over the content. `claimedDigest`, `claimedCount`: stated by the file, else null. */
  | { type: 'end'; bundleDigest: string; claimedDigest: string | null; claimedCount: number | null };

/** CSV dialect. Options that are not set are detected from the first lines. */
export interface CsvOptions {
  /** One character. */
  delimiter?: string | undefined;
  /** One character, `"` by default. */
  quote?: string | undefined;
  /** True by default. Without a header the columns are named `0`, `1` and so on. */
  hasHeader?: boolean | undefined;
}

/** A field of a file and the field that it is mapped to. Dots separate nested names. */
export interface FieldMapping {
  source: string;
  target: string;
}

/** Type to which the cells of a table are converted. `json`: the cell contains JSON. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'json' | 'list';

/** Returns the types of the fields of a definition, for its records in a table. */
export type FieldTypesOf = (kind: string, definition: RecordDefinition) => Promise<Readonly<Record<string, FieldType>>>;

export interface ReadOptions extends FileSource {
  /** Name that the uploader gave the file; used for a resource that has no name in the file. */
  fileName: string;
  sizeBytes: number;
  /** Kind of records that do not state theirs. */
  kind?: string | undefined;
  /** Name for the only resource of a file that states none. */
  name?: string | undefined;
  /** Definition of the records: its external reference code, and its name if it is known. */
  definitionErc?: string | undefined;
  definitionName?: string | undefined;
  csv?: CsvOptions | undefined;
  /** Applied to records before they become items. Fields outside the mapping are left out and reported. */
  mapping?: readonly FieldMapping[] | undefined;
  /** Types of fields after the mapping, for tables, whose cells are all text. */
  fieldTypes?: Readonly<Record<string, FieldType>> | undefined;
  /**
   * Returns the types for records of a definition that `fieldTypes` does not have. Called after all earlier members of the archive were
   * yielded.
   */
  fieldTypesOf?: FieldTypesOf | undefined;
  /** For formats whose records can be recognised before they are read. */
  known?: KnownRecords | undefined;
}

/** The start of a file, which formats examine. */
export interface FileHead {
  /** At most 64 KiB, decoded; the whole file if it is smaller. */
  text: string;
  isWhole: boolean;
  /** The parsed document if the file has at most 32 MiB and is one JSON value, else undefined. */
  document?: unknown;
  /** Top-level keys in the head, if it starts with `{`. */
  topLevelKeys: readonly string[];
  /** The CSV options of the upload. */
  csv?: CsvOptions | undefined;
  /** The kind that the upload states for its records; undefined for members of an archive. */
  kind?: string | undefined;
}

/** Reads one file format. Formats are detected by content, never by file name. */
export interface FormatReader {
  /** True if the format does not state the container of an item, so that an update keeps it. */
  leavesPlaces?: boolean;
  /** For example `waybill/json`, `fast-data/er-schema`; shown in the plan. */
  name: string;
  title: string;
  recognizes: (head: FileHead) => boolean;
  /** For binary formats: examines the first bytes, before any other check. */
  recognizesBytes?: (bytes: Buffer) => boolean;
  /** Asked last, if no format recognised the file: whether it may have this format. */
  accepts?: (head: FileHead) => boolean;
  /** Streams the file. Memory is bounded by one item. Throws only for faults of this server (I/O), never for invalid data. */
  read: (options: ReadOptions) => AsyncIterable<FileEvent[]>;
}
