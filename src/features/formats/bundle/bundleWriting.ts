import type { BundleSource } from '../format.js';
import type { BundleRequirement } from './bundleHeader.js';

/** File formats of a bundle. */
export type BundleFormat = 'JSON' | 'JSONL' | 'ZIP';

export function bundleMediaType(format: BundleFormat): string {
  return { JSON: 'application/json', JSONL: 'application/jsonl', ZIP: 'application/zip' }[format];
}

export interface WriteBundleOptions {
  /** Path of the finished file; until then the file is `<path>.part`. */
  path: string;
  format: BundleFormat;
  source: BundleSource;
  requirements: readonly BundleRequirement[];
  /** Batches of records in canonical JSON, in the order of the file. */
  records: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
  /** Aborts the writing; the signal's reason is thrown. */
  signal?: AbortSignal | undefined;
  /** Called after each batch with the totals so far. */
  onProgress?: ((written: { count: number; sizeBytes: number }) => void) | undefined;
}

export interface WrittenBundle {
  sizeBytes: number;
  /** SHA-256 of the file, 64 hexadecimal digits. */
  sha256: string;
  /** Number of records. */
  count: number;
  /** Digest of the content, as the file states it. The same content always has the same digest. */
  digest: string;
}
