import type { Problem } from '../../shared/problem.js';
import type { FileHead, FileSource } from './format.js';
import { notUtf8 } from './scanning/fileProblems.js';
import { JsonFileScanner } from './scanning/jsonFileScanner.js';

/** How much of a file is read before a format is chosen. */
export const headBytes = 64 * 1024;

/** Reads the first bytes of a file; fewer only if the file is smaller. */
export async function readHeadBytes(source: FileSource): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let filled = 0;
  for await (const chunk of source.open()) {
    chunks.push(chunk);
    filled += chunk.length;
    if (filled >= headBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, headBytes);
}

/** Decodes the head that formats examine; it has no parsed document yet. FILE_NOT_UTF8 if it is not text. */
export function makeFileHead(bytes: Buffer, sizeBytes: number): FileHead | { problem: Problem } {
  const isWhole = bytes.length >= sizeBytes;
  const text = decode(bytes, isWhole);
  if (text === undefined) return { problem: notUtf8(firstBadLine(bytes)) };
  const scanner = new JsonFileScanner({ layout: 'members' });
  scanner.feed(bytes);
  return { text, isWhole, topLevelKeys: [...scanner.keys] };
}

/** A character that is cut off at the end of the head is left out. */
function decode(bytes: Buffer, isWhole: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole });
  } catch {
    return undefined;
  }
}

function firstBadLine(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  const bad = lines.findIndex((line) => decode(Buffer.from(line, 'latin1'), true) === undefined);
  return bad < 0 ? 1 : bad + 1;
}

/** Keys of the object that a list begins with, as far as the head shows them; undefined when the text does not begin so. */
export function keysOfFirstElement(text: string): ReadonlySet<string> | undefined {
  const opening = /^(\s*\[\s*)\{/.exec(text)?.[1];
  if (opening === undefined) return undefined;
  const scanner = new JsonFileScanner({ layout: 'members' });
  scanner.feed(Buffer.from(text.slice(opening.length)));
  return scanner.keys;
}
