import type { JsonValue } from '../../../shared/json.js';
import { maxDocumentBytes, maxNestingDepth } from '../../../shared/limits.js';
import type { Problem } from '../../../shared/problem.js';
import type { FileSource } from '../format.js';
import { documentTooLarge, emptyFile, nestedTooDeep } from '../scanning/fileProblems.js';
import { JsonValueScan } from '../scanning/jsonValueScan.js';
import { parseJsonBytes } from '../scanning/parseJsonBytes.js';

export interface LoadedDocument {
  document: JsonValue;
  text: string;
  /** The problem of a key that occurs twice in one object. */
  duplicate?: Problem;
}

/** Limits; those of src/shared/limits.ts by default. */
export interface DocumentLimits {
  maxBytes?: number;
  maxDepth?: number;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Reads a file as one JSON document and checks its depth. Problems: too large, empty, too deep, not UTF-8, not JSON, truncated. Throws
 * only if the file cannot be read.
 */
export async function loadDocument(
  source: FileSource,
  sizeBytes: number,
  { maxBytes = maxDocumentBytes, maxDepth = maxNestingDepth }: DocumentLimits = {},
): Promise<LoadedDocument | { problem: Problem }> {
  if (sizeBytes > maxBytes) return { problem: documentTooLarge(sizeBytes, maxBytes) };
  const file = await readWhole(source);
  const bytes = file.subarray(0, 3).equals(byteOrderMark) ? file.subarray(3) : file;
  const start = bytes.findIndex((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  if (start < 0) return { problem: emptyFile() };
  const { fault, line, memberCount } = scanned(bytes, start, maxDepth);
  if (fault !== undefined) return { problem: nestedTooDeep(line) };
  const parsed = parseJsonBytes({ bytes, line: 1, column: 1, memberCount });
  if ('problem' in parsed) return parsed;
  const { value, ...duplicate } = parsed;
  return { document: value, text: bytes.toString('utf8'), ...duplicate };
}

async function readWhole(source: FileSource): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function scanned(bytes: Buffer, start: number, maxDepth: number): JsonValueScan {
  const scan = new JsonValueScan({ maxDepth, isLineBound: false });
  scan.begin(bytes[start] as number);
  // From the first byte, so that blank lines before the value are counted.
  scan.advance(bytes, scan.isScalar ? start : 0, 0);
  return scan;
}
