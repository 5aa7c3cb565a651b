import { isUtf8 } from 'node:buffer';
import type { JsonValue } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import { notJson, notUtf8, numberTooLarge, truncatedFile } from './fileProblems.js';
import { findJsonFault } from './jsonFault.js';

/** The bytes of one JSON value, and where they stand in their file: line and column from 1, the column counted in bytes. */
export interface JsonSlice {
  bytes: Buffer;
  line: number;
  column: number;
}

/** What {@link parseJsonBytes} makes of a slice. */
export type ParsedJson = { value: JsonValue } | { problem: Problem };

const lineFeed = 0x0a;
const hugeExponent = /\d[eE]\+?\d{3}/;
/** The longest run of digits that is still a finite double. */
const longestFinite = 308;

/**
 * Parses one value whose nesting has been bounded already. The problem names the line: not UTF-8, not JSON, or a number that would become
 * infinite (which can not be written again).
 */
export function parseJsonBytes(slice: JsonSlice): ParsedJson {
  if (!isUtf8(slice.bytes)) return { problem: notUtf8(slice.line + firstBadLine(slice.bytes)) };
  const text = slice.bytes.toString('utf8');
  try {
    const value = JSON.parse(text) as JsonValue;
    if (mayHoldHugeNumber(text) && holdsInfinity(value)) return { problem: numberTooLarge(slice.line) };
    return { value };
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

/** How many lines below the first the first bytes stand that are no UTF-8. */
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

/** Claims too much at times, since strings are looked at as well, but never too little. */
function mayHoldHugeNumber(text: string): boolean {
  if (hugeExponent.test(text)) return true;
  // A run that is longer than one step has a digit at some step, so only every 309th character is looked at.
  for (let offset = longestFinite; offset < text.length; offset += longestFinite + 1) {
    if (isDigit(text, offset) && digitsAround(text, offset) > longestFinite) return true;
  }
  return false;
}

function digitsAround(text: string, offset: number): number {
  let start = offset;
  let end = offset;
  while (isDigit(text, start - 1)) start -= 1;
  while (isDigit(text, end + 1)) end += 1;
  return end - start + 1;
}

function isDigit(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 0x30 && code <= 0x39;
}

function holdsInfinity(root: JsonValue): boolean {
  const left: JsonValue[] = [root];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value === 'number' && !Number.isFinite(value)) return true;
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) left.push(inner);
  }
  return false;
}
