/**
 * Finds what is wrong with a JSON text that a person typed. Besides the syntax: what `JSON.parse` would change without a word, which is a
 * number that JavaScript can't hold exactly, and a key that occurs twice. The text may be of any depth.
 */

export interface JsonFault {
  line: number;
  message: string;
}

const token =
  // oxlint-disable-next-line no-control-regex -- JSON forbids them in strings
  /[ \t\r\n]+|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

const brokenString =
  'This is not valid JSON: the string is not closed on its line, or has a wrong character or escape.';

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'separator' | 'end';

/** An object with its keys, or a list. */
type Level = Set<string> | 'list';

/** The first fault; undefined if `JSON.parse` reads the text as it is written. */
export function findJsonFault(text: string): JsonFault | undefined {
  const levels: Level[] = [];
  let expected: Expected = 'value';
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    if (found === undefined) return faultAt(text, at, text[at] === '"' ? brokenString : misplaced(expected, levels));
    if (/^\s/.test(found)) continue;
    const next = after(found, expected, levels);
    if (typeof next !== 'string') return faultAt(text, at, next.fault ?? misplaced(expected, levels));
    expected = next;
  }
  return expected === 'end' ? undefined : faultAt(text, text.length, misplaced(expected, levels));
}

/** What comes next; or that the token is wrong, and why, unless it is only in the wrong place. */
function after(found: string, expected: Expected, levels: Level[]): Expected | { fault?: string } {
  const level = levels.at(-1);
  const ended = (): Expected => (levels.length === 0 ? 'end' : 'separator');
  switch (found) {
    case ':':
      return expected === 'colon' ? 'value' : {};
    case ',':
      return expected === 'separator' ? (level === 'list' ? 'value' : 'key') : {};
    case '}':
    case ']': {
      const isEmptyEnd = expected === (found === ']' ? 'valueOrEnd' : 'keyOrEnd');
      if (!isEmptyEnd && !(expected === 'separator' && (level === 'list') === (found === ']'))) return {};
      levels.pop();
      return ended();
    }
    default:
  }
  if (expected === 'key' || expected === 'keyOrEnd') return found.startsWith('"') ? key(found, level) : {};
  if (expected !== 'value' && expected !== 'valueOrEnd') return {};
  if (found === '{' || found === '[') {
    levels.push(found === '[' ? 'list' : new Set());
    return found === '[' ? 'valueOrEnd' : 'keyOrEnd';
  }
  if (/^[-\d]/.test(found) && !isExact(found))
    return { fault: `The number ${shown(found)} can’t be stored exactly. Write it as a string.` };
  return ended();
}

function key(quoted: string, level: Level | undefined): Expected | { fault: string } {
  const name = String(JSON.parse(quoted));
  if (level instanceof Set) {
    if (level.has(name)) return { fault: `The key ${shown(quoted)} occurs a second time in the same object.` };
    level.add(name);
  }
  return 'colon';
}

function misplaced(expected: Expected, levels: readonly Level[]): string {
  const words: Record<Expected, string> = {
    value: 'a value',
    valueOrEnd: 'a value or “]”',
    key: 'a key in quotation marks',
    keyOrEnd: 'a key in quotation marks or “}”',
    colon: 'a colon',
    separator: `a comma or “${levels.at(-1) === 'list' ? ']' : '}'}”`,
    end: 'nothing more',
  };
  return `This is not valid JSON: ${words[expected]} is expected here.`;
}

/** Whether a number is the same after it was read and written. */
function isExact(literal: string): boolean {
  return decimalOf(literal) === decimalOf(String(Number(literal)));
}

/** Equal for texts of the same number. */
function decimalOf(literal: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  if (kept === '') return whole === '' ? literal : '0';
  return `${sign}${kept}e${String(digits.length - fraction.length + Number(power))}`;
}

function shown(found: string): string {
  return found.length > 60 ? `${found.slice(0, 60)}…` : found;
}

function faultAt(text: string, at: number, message: string): JsonFault {
  // What is missing at the end is missing after the last text, not on a blank line below it.
  const before = at < text.length ? text.slice(0, at) : text.trimEnd();
  return { line: before.split('\n').length, message };
}
