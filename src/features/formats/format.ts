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
  /** With `isPartial`: the lists of the spec that are merged element by element, not replaced as a whole. */
  partial?: readonly PartialList[];
  /** True when it stands inside of another item of the file: a definition in its folder. */
  isHeld?: boolean;
  /** True when its file names its site by a number alone, and the reader has said so. */
  isSiteTold?: boolean;
  /** For records of a definition (object entries): what the file says of it. */
  definition?: RecordDefinition;
  /** Path of the member that it stands in, when the file is an archive; `line` counts within it. */
  member?: string;
  /** Line of the file on which the item starts, from 1. */
  line: number;
  /** Faults of this item that the reader saw; an ERROR makes the item invalid. */
  problems: Problem[];
}

/** A list of a spec whose elements are merged into those of an existing resource (see `mergeDefinitionPart`). */
export interface PartialList {
  /** JSON Pointer to the list, e.g. `/objectFields`. */
  at: string;
  /** Members by which elements are told apart, first the one that counts most; one that an element lacks is passed over. */
  by: readonly string[];
}

/** The definition of a record: its name without `C_`, its external reference code, or both. */
export interface RecordDefinition {
  name?: string;
  erc?: string;
}

/** How the records of a kind are to be imported, as the file states it; null where it doesn't. A person's choice goes before. */
export interface StatedSettings {
  kind: string;
  createStrategy: 'INSERT' | 'UPSERT' | null;
  updateStrategy: 'UPDATE' | 'PARTIAL_UPDATE' | null;
  importStrategy: 'ON_ERROR_FAIL' | 'ON_ERROR_CONTINUE' | null;
  /** What fields of the file become. */
  mapping?: readonly FieldMapping[];
  /** The member of an archive that states it. */
  member?: string;
}

/** What a reader gives, in the order of the file. `problem` is about the file as a whole. */
export type FileEvent =
  | { type: 'source'; source: BundleSource }
  | { type: 'settings'; settings: StatedSettings }
  | { type: 'item'; item: FileItem; /** bytes of the file read so far */ bytesRead: number }
  | { type: 'problem'; problem: Problem }
  /** `bundleDigest`: computed over what was read. `claimedDigest`, `claimedCount`: what the file says, null when it doesn't. */
  | { type: 'end'; bundleDigest: string; claimedDigest: string | null; claimedCount: number | null };

/** How a table is written; what is not given is told from its first lines. */
export interface CsvOptions {
  /** One character. */
  delimiter?: string | undefined;
  /** One character, `"` when not given. */
  quote?: string | undefined;
  /** True when not given. Without a header the columns are called `0`, `1` and so on. */
  hasHeader?: boolean | undefined;
}

/** One field of a file and the field that it becomes. Dots lead into nested objects. */
export interface FieldMapping {
  source: string;
  target: string;
}

/** What the texts of a table are turned into. `json`: the text is JSON. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'json' | 'list';

/** Gives what the cells of a table become, by field, for records of a kind that belong to a definition. */
export type FieldTypesOf = (kind: string, definition: RecordDefinition) => Promise<Readonly<Record<string, FieldType>>>;

/** The bytes of a file. */
export interface FileSource {
  path: string;
  /** Gives the bytes from the beginning, each time anew, when they are not those of `path`: a member of an archive. */
  open?: (() => AsyncIterable<Buffer>) | undefined;
}

export interface ReadOptions extends FileSource {
  /** As the uploader called it; names a resource that the file itself does not name. */
  fileName: string;
  sizeBytes: number;
  /** A kind for records that do not say theirs. */
  kind?: string | undefined;
  /** A name for the one resource of a file that does not name it. */
  name?: string | undefined;
  /** For records of a definition: its external reference code, and its name where that is known. */
  definitionErc?: string | undefined;
  definitionName?: string | undefined;
  csv?: CsvOptions | undefined;
  /** Records go through it before they become items; what it does not name is left out, and told. */
  mapping?: readonly FieldMapping[] | undefined;
  /** Types by field, after the mapping, for tables: all that a table holds is text. */
  fieldTypes?: Readonly<Record<string, FieldType>> | undefined;
  /** Gives the types for records of a definition, where `fieldTypes` does not: what stands before them in an archive was given by then. */
  fieldTypesOf?: FieldTypesOf | undefined;
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
  /** How the file is said to be written, when it is a table. */
  csv?: CsvOptions | undefined;
  /** The kind that the upload says its records are of; of a member of an archive it says nothing. */
  kind?: string | undefined;
}

/** A file shape that can be read. Detection is by content, never by name. */
export interface FormatReader {
  /** True when its files never say what contains an item: what they update stays where it is. */
  leavesPlaces?: boolean;
  /** e.g. `waybill/json`, `fast-data/er-schema`; shown on the plan. */
  name: string;
  title: string;
  recognizes: (head: FileHead) => boolean;
  /** For shapes that are no text: looks at the first bytes, before anything else is. */
  recognizesBytes?: (bytes: Buffer) => boolean;
  /** Asked last, when no format recognized the file: takes what may be of its shape. */
  accepts?: (head: FileHead) => boolean;
  /** Streams the file; memory is bounded by one item. Throws only for faults of this server (I/O), never for bad data. */
  read: (options: ReadOptions) => AsyncIterable<FileEvent[]>;
}
