import {
  diskFile,
  recordLine,
  writeBundle,
  type BundleFormat,
  type FileItem,
  type RecordBlock,
  type WrittenBundle,
} from '../../features/formats/index.js';
import { writeFault } from '../terminal/fileFault.js';
import type { Configuration } from './configuration.js';

const blockSize = 512;

interface Packing {
  /** Where it is written. */
  target: string;
  format: BundleFormat;
  signal?: AbortSignal;
}

/** Writes a bundle with count and digests. What needs what, the server finds out itself. */
export async function writeConfiguration(
  { source, items }: Configuration,
  { target, format, signal }: Packing,
): Promise<WrittenBundle> {
  const records = blocksOf(items());
  try {
    return await writeBundle({ file: diskFile(target), format, source, requirements: [], records, signal });
  } catch (error) {
    throw writeFault(error, target);
  }
}

async function* blocksOf(items: AsyncIterable<FileItem>): AsyncGenerator<RecordBlock> {
  let lines: string[] = [];
  for await (const item of items) {
    lines.push(recordLine(item));
    if (lines.length < blockSize) continue;
    yield { lines: lines.join('\n'), count: lines.length };
    lines = [];
  }
  if (lines.length > 0) yield { lines: lines.join('\n'), count: lines.length };
}
