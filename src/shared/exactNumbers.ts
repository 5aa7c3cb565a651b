/**
 * The one rule for numbers, wherever they come from: a number is kept when the shortest text of its double has the value that was written,
 * and it is refused, with the digits that were written, when it does not: beyond 2^53, with too many digits, too large, too close to 0. It
 * is never rounded. Reading puts a text in its place that begins with U+0000, which no text may hold, so that whatever is not looked at is
 * refused as well, and with a secret of the process, so that no text from outside can be taken for one. It never leaves the process: what is
 * written or shown has the digits in its place.
 */
import { randomBytes } from 'node:crypto';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { endOfString } from './endOfString.js';
import type { JsonValue } from './json.js';

/** All threads of the process have the same: a worker is given it when it starts. */
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
/** In a text of JSON. Behind a key stands a colon; a quotation mark inside of a string is escaped, so that none of this is found there. */
const markedInJson = new RegExp(`"\\\\u0000${secret}(${literalPattern})"(?!:)`, 'g');
/** In a sentence, perhaps in quotation marks, cut, and escaped as a text of JSON. */
const markedInQuotes = new RegExp(`\\\\*"(?:\\\\*u0000|\\0)${secret}([-+.\\deE]*…?)\\\\*"`, 'g');
const markedInText = new RegExp(`(?:\\\\*u0000|\\0)${secret}`, 'g');
/** A number of at most 15 digits and a small exponent always survives; strings are looked at as well. */
const suspicious = /[\d.]{16}|\d[eE][+-]?\d{3}/;
const literalsBetweenStrings = /-?\d[\d.eE+-]*/g;
/** Of a number of any length, so much is shown. */
const maxShownDigits = 60;

/** Whether a number which is written so has the same value when it is read as a double and written again. */
export function isExact(literal: string): boolean {
  const written = decimalOf(literal);
  const kept = decimalOf(String(Number(literal)));
  return written.digits === kept.digits && written.exponent === kept.exponent && written.isNegative === kept.isNegative;
}

interface Decimal {
  isNegative: boolean;
  /** Without zeros in front or at the end: none for 0. */
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

/** What is kept of a number: itself, or what stands in its place when it would be another one. */
export function exactNumber(literal: string): number | string {
  return isExact(literal) ? Number(literal) : `${marker}${literal}`;
}

/** The digits of a number that can't be kept, as they were written, when a value stands in its place. */
export function lostNumber(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith(marker)) return undefined;
  const literal = value.slice(marker.length);
  return numberLiteral.test(literal) ? literal : undefined;
}

/** The digits of a number for a sentence: of very many only the first. */
export function shownNumber(literal: string): string {
  return literal.length <= maxShownDigits ? literal : `${literal.slice(0, maxShownDigits)}…`;
}

/**
 * As `JSON.parse`, but that numbers which can't be kept are told from all others by `lostNumber`.
 * @throws SyntaxError when the text is not JSON.
 */
export function parseExactJson(text: string): JsonValue {
  const value = JSON.parse(text) as JsonValue;
  const marked = markLostNumbers(text);
  return marked === text ? value : (JSON.parse(marked) as JsonValue);
}

/** A text of JSON in which each number that can't be kept is marked. The text must be JSON. */
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

/** A text of JSON with the numbers that were marked as they were written. */
export function unmarkLostNumbers(json: string): string {
  return json.includes(secret) ? json.replace(markedInJson, '$1') : json;
}

/** As `JSON.stringify`, with the numbers that were marked as they were written; `parseExactJson` reads it. */
export function exactJson(value: JsonValue): string {
  return unmarkLostNumbers(JSON.stringify(value));
}

/** A value with the digits of the numbers that were marked, as texts; itself when there are none. */
export function withDigitsInside<Value extends JsonValue>(value: Value): Value {
  const json = JSON.stringify(value);
  if (!json.includes(secret)) return value;
  return JSON.parse(json, (_, inner: unknown) => lostNumber(inner) ?? inner) as Value;
}

/** A sentence or a name with the digits of the numbers that were marked. */
export function withDigits(text: string): string {
  return text.includes(secret) ? text.replace(markedInQuotes, '$1').replace(markedInText, '') : text;
}
