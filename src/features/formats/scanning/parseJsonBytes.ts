import { isUtf8 } from 'node:buffer';
import { parseExactJson } from '../../../shared/exactNumbers.js';
import { countMembers, findDuplicateMember } from '../../../shared/duplicateMember.js';
import type { JsonValue } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import { duplicateKey, notJson, notUtf8, truncatedFile } from './fileProblems.js';
import { findJsonFault } from './jsonFault.js';

/** The bytes of one JSON value and its place in the file: line and column from 1; columns count bytes. */
export interface JsonSlice {
  bytes: Buffer;
  line: number;
  column: number;
  /** Number of members as written, duplicates included. If undefined, duplicates are not detected. */
  memberCount?: number;
}

/** The parsed value. `duplicate`: a key occurs twice, and `value` has the last of its values. */
export type ParsedJson = { value: JsonValue; duplicate?: Problem } | { problem: Problem };

const lineFeed = 0x0a;

/**
 * Parses one value whose depth was checked before. Problems: not UTF-8, or not JSON, with the line. A number that cannot be represented
 * exactly is detected by `lostNumber`, and is a problem of its item.
 */
export function parseJsonBytes(slice: JsonSlice): ParsedJson {
  if (!isUtf8(slice.bytes)) return { problem: notUtf8(slice.line + firstBadLine(slice.bytes)) };
  const text = slice.bytes.toString('utf8');
  try {
    const value = parseExactJson(text);
    const { memberCount, line } = slice;
    if (memberCount === undefined || memberCount === countMembers(value)) return { value };
    const found = findDuplicateMember(text);
    return found ? { value, duplicate: duplicateKey(found, line + found.lineOffset) } : { value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: describeFault(text, slice) };
  }
}

function describeFault(text: string, slice: JsonSlice): Problem {
  const fault = findJsonFault(text) ?? { offset: 0, expected: 'a value', found: 'something else', isTruncated: false };
  const before = text.slice(0, fault.offset);
  const lines = before.split('\n');
  const line = slice.line + lines.length - 1;
  const lineBytes = Buffer.byteLength(lines.at(-1) ?? '');
  if (fault.isTruncated) return truncatedFile(line, `${fault.expected} is missing`);
  return notJson(
    { line, column: lines.length === 1 ? slice.column + lineBytes : lineBytes + 1 },
    fault.expected,
    fault.found,
  );
}

/** Number of lines before the first line that is not valid UTF-8. */
function firstBadLine(bytes: Buffer): number {
  let line = 0;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(lineFeed, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
    line += 1;
  }
}
