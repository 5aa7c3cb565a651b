/**
 * Finds a key that occurs twice in one object: `JSON.parse` keeps the last value without a warning. Comparing counts of members is
 * cheap; only a text with a duplicate is searched for its place.
 */
import { endOfString } from './endOfString.js';
import type { JsonValue } from './json.js';

/** The second occurrence of a key. */
export interface DuplicateMember {
  key: string;
  /** JSON Pointer segments, including the key. */
  path: string[];
  /** Number of lines before it in the text. */
  lineOffset: number;
}

/** Number of members in all objects of a value, at all levels. */
export function countMembers(root: JsonValue): number {
  let count = 0;
  const stack: JsonValue[] = [root];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const values = Object.values(value);
    if (!Array.isArray(value)) count += values.length;
    for (const inner of values) if (typeof inner === 'object' && inner !== null) stack.push(inner);
  }
  return count;
}

/** Number of members that a text of JSON states, at all levels, duplicates included. */
function countStated(text: string): number {
  let count = 0;
  for (let quote = text.indexOf('"'); quote >= 0;) {
    let next = endOfString(text, quote);
    quote = text.indexOf('"', next);
    while (isSpace(text.charCodeAt(next))) next += 1;
    if (text.charCodeAt(next) === colon) count += 1;
  }
  return count;
}

const colon = 0x3a;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** The first key that occurs twice in one object of a text; `value` is what `JSON.parse` makes of it. */
export function duplicateIn(text: string, value: JsonValue): DuplicateMember | undefined {
  return countStated(text) === countMembers(value) ? undefined : findDuplicateMember(text);
}

interface Frame {
  /** Undefined for a list. */
  keys: Set<string> | undefined;
  /** The key or index of the current value. */
  at: string | number;
  isKeyNext: boolean;
}

/** The first key that occurs twice in a text that `JSON.parse` accepted. Iterative. */
export function findDuplicateMember(text: string): DuplicateMember | undefined {
  const frames: Frame[] = [];
  let lineOffset = 0;
  for (let offset = 0; offset < text.length;) {
    const character = text.charAt(offset);
    const frame = frames.at(-1);
    if (character === '\n') lineOffset += 1;
    else if (character === '{') frames.push({ keys: new Set(), at: '', isKeyNext: true });
    else if (character === '[') frames.push({ keys: undefined, at: 0, isKeyNext: false });
    else if (character === '}' || character === ']') frames.pop();
    else if (character === ',' && frame) nextPlace(frame);
    const end = character === '"' ? endOfString(text, offset) : offset + 1;
    if (character === '"' && frame?.keys && frame.isKeyNext) {
      const key = JSON.parse(text.slice(offset, end)) as string;
      frame.at = key;
      frame.isKeyNext = false;
      if (frame.keys.has(key)) return { key, path: frames.map(({ at }) => String(at)), lineOffset };
      frame.keys.add(key);
    }
    offset = end;
  }
  return undefined;
}

function nextPlace(frame: Frame): void {
  if (frame.keys) frame.isKeyNext = true;
  else frame.at = Number(frame.at) + 1;
}
