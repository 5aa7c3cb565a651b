/**
 * The rule for all numbers: a number is stored only if the shortest text of its double has the written value; else it is
 * refused with its original digits: beyond 2^53, with too many digits, too large, too close to 0. Numbers are never rounded.
 * When JSON is read, an inexact number is replaced by a marked text with its digits. The mark begins with U+0000, which no text
 * may contain, so code that does not handle it refuses it too; and it contains a secret of the process, so no external text can
 * look like one. Marked texts never leave the process: whatever is written or shown has the digits instead.
 */
import { randomBytes } from 'node:crypto';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { endOfString } from './endOfString.js';
import type { JsonValue } from './json.js';

/** All threads of the process share it: a worker receives it when it starts. */
function secretOfProcess(): string {
  const name = 'waybill.exactNumbers';
  const known = getEnvironmentData(name);
  if (typeof known === 'string') return known;
  const secret = randomBytes(8).toString('hex');
  setEnvironmentData(name, secret);
  return secret;
}

const secret = secretOfProcess();
const marker = `\0${secret}`;
const literalPattern = '-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const numberLiteral = new RegExp(`^${literalPattern}$`);
/** In JSON text. Keys are excluded by the colon after them, and quotes inside strings are escaped. */
const markedInJson = new RegExp(`"\\\\u0000${secret}(${literalPattern})"(?!:)`, 'g');
/** In a message, where it may be quoted, cut and escaped as JSON. */
const markedInQuotes = new RegExp(`\\\\*"(?:\\\\*u0000|\\0)${secret}([-+.\\deE]*…?)\\\\*"`, 'g');
const markedInText = new RegExp(`(?:\\\\*u0000|\\0)${secret}`, 'g');
/** Numbers of at most 15 digits with a small exponent are always exact; this pattern also matches inside strings. */
const suspicious = /[\d.]{16}|\d[eE][+-]?\d{3}/;
const literalsBetweenStrings = /-?\d[\d.eE+-]*/g;
/** Maximum number of digits that are shown. */
const maxShownDigits = 60;

/** Whether a number keeps its value when it is read as a double and written again. */
export function isExact(literal: string): boolean {
  const written = decimalOf(literal);
  const kept = decimalOf(String(Number(literal)));
  return written.digits === kept.digits && written.exponent === kept.exponent && written.isNegative === kept.isNegative;
}

interface Decimal {
  isNegative: boolean;
  /** Without leading and trailing zeros; empty for 0. */
  digits: string;
  /** The value is 0.digits × 10^exponent. */
  exponent: number;
}

function decimalOf(literal: string): Decimal {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal);
  if (!match) return { isNegative: false, digits: literal, exponent: 0 };
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  const all = whole + fraction;
  let start = 0;
  let end = all.length;
  while (start < end && all.charCodeAt(start) === 0x30) start += 1;
  while (end > start && all.charCodeAt(end - 1) === 0x30) end -= 1;
  if (start === end) return { isNegative: false, digits: '', exponent: 0 };
  return { isNegative: sign === '-', digits: all.slice(start, end), exponent: whole.length - start + Number(power) };
}

/** The number if it is exact; else a marked text that contains its digits. */
export function exactNumber(literal: string): number | string {
  return isExact(literal) ? Number(literal) : `${marker}${literal}`;
}

/** The original digits if a value is the marked text of an inexact number. */
export function lostNumber(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith(marker)) return undefined;
  const literal = value.slice(marker.length);
  return numberLiteral.test(literal) ? literal : undefined;
}

/** The digits of a number for a message, cut if there are many. */
export function shownNumber(literal: string): string {
  return literal.length <= maxShownDigits ? literal : `${literal.slice(0, maxShownDigits)}…`;
}

/**
 * Like `JSON.parse`, but inexact numbers become marked texts, see `lostNumber`.
 * @throws SyntaxError if the text is not JSON
 */
export function parseExactJson(text: string): JsonValue {
  const value = JSON.parse(text) as JsonValue;
  const marked = markLostNumbers(text);
  return marked === text ? value : (JSON.parse(marked) as JsonValue);
}

/** Marks each inexact number in a JSON text. The text must be JSON. */
export function markLostNumbers(text: string): string {
  if (!suspicious.test(text)) return text;
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    const quote = text.indexOf('"', start);
    const between = quote < 0 ? text.slice(start) : text.slice(start, quote);
    parts.push(between.replace(literalsBetweenStrings, markLost));
    const end = quote < 0 ? text.length : endOfString(text, quote);
    if (quote >= 0) parts.push(text.slice(quote, end));
    start = end;
  }
  return parts.join('');
}

function markLost(literal: string): string {
  return isExact(literal) ? literal : `"\\u0000${secret}${literal}"`;
}

/** Restores the marked numbers in a JSON text. */
export function unmarkLostNumbers(json: string): string {
  return json.includes(secret) ? json.replace(markedInJson, '$1') : json;
}

/** Like `JSON.stringify`, with marked numbers restored; `parseExactJson` reads it. */
export function exactJson(value: JsonValue): string {
  return unmarkLostNumbers(JSON.stringify(value));
}

/** A value with marked numbers replaced by texts of their digits; the value itself if there are none. */
export function withDigitsInside<Value extends JsonValue>(value: Value): Value {
  const json = JSON.stringify(value);
  if (!json.includes(secret)) return value;
  return JSON.parse(json, (_, inner: unknown) => lostNumber(inner) ?? inner) as Value;
}

/** A message or a name with marked numbers replaced by their digits. */
export function withDigits(text: string): string {
  return text.includes(secret) ? text.replace(markedInQuotes, '$1').replace(markedInText, '') : text;
}
