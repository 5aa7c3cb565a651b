import type { FileTarget } from '../../files/worker.js';
import type { BundleSource } from '../format.js';
import type { BundleRequirement } from './bundleHeader.js';

/** File formats of a bundle. */
export type BundleFormat = 'JSON' | 'JSONL' | 'ZIP' | 'DIRECTORY';

export function bundleMediaType(format: BundleFormat): string {
  const zip = 'application/zip';
  return { JSON: 'application/json', JSONL: 'application/jsonl', ZIP: zip, DIRECTORY: zip }[format];
}

/** Some records of a bundle, next to each other in the file. */
export interface RecordBlock {
  /** Each record in canonical JSON, which has no line feed; line feeds between them. A text, or its UTF-8 bytes. */
  lines: string | Buffer;
  /** Number of records, at least 1. */
  count: number;
}

export interface WriteBundleOptions {
  file: FileTarget;
  format: BundleFormat;
  source: BundleSource;
  requirements: readonly BundleRequirement[];
  /** In the order of the file. */
  records: AsyncIterable<RecordBlock> | Iterable<RecordBlock>;
  /** Kind and name of each record, for `DIRECTORY`, whose paths depend on all of them. */
  keys?: (() => AsyncIterable<{ kind: string; name: string }>) | undefined;
  /** Aborts the writing; the signal's reason is thrown. */
  signal?: AbortSignal | undefined;
  /** Called after each block with the totals so far. */
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
