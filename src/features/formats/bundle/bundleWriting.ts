import type { BundleSource } from '../format.js';
import type { BundleRequirement } from './bundleHeader.js';

/** File shapes that a bundle is written in. */
export type BundleFormat = 'JSON' | 'JSONL' | 'ZIP';

/** The media type of a bundle. */
export function bundleMediaType(format: BundleFormat): string {
  return { JSON: 'application/json', JSONL: 'application/jsonl', ZIP: 'application/zip' }[format];
}

/** What to write, and where. */
export interface WriteBundleOptions {
  /** The finished file; until then it is `<path>.part`. */
  path: string;
  format: BundleFormat;
  source: BundleSource;
  requirements: readonly BundleRequirement[];
  /** Records in canonical JSON, in the order of the file, some at a time. */
  records: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
  /** Ends the writing with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called after each list of records with what is written so far. */
  onProgress?: ((written: { count: number; sizeBytes: number }) => void) | undefined;
}

/** What was written. */
export interface WrittenBundle {
  sizeBytes: number;
  /** Of the file's bytes, 64 hexadecimal digits. */
  sha256: string;
  /** How many records. */
  count: number;
  /** Of the content, as the file itself gives it: the same whenever the same content is exported. */
  digest: string;
}
