/**
 * The one rule for numbers, wherever they come from: a number is kept when the shortest text of its double has the value that was written,
 * and it is refused, with the digits that were written, when it does not: beyond 2^53, with too many digits, too large, too close to 0. It
 * is never rounded. Reading puts a text in its place that begins with U+0000, which no text may hold, so that whatever is not looked at is
 * refused as well.
 */
import type { JsonValue } from './json.js';
import { errorProblem, type Problem } from './problem.js';

const marker = '\0';
const numberLiteral = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** A number of at most 15 digits and a small exponent always survives; strings are looked at as well. */
const suspicious = /[\d.]{16}|\d[eE][+-]?\d{3}/;
const literalsBetweenStrings = /-?\d[\d.eE+-]*/g;
/** Of a number of any length, so much is shown. */
const maxShownDigits = 60;

/** Claims that a number which is written so has the same value when it is read as a double and written again. */
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
  return isExact(literal) ? literal : `"\\u0000${literal}"`;
}

function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** A text of JSON with the numbers that were marked as they were written. */
export function unmarkLostNumbers(json: string): string {
  // Behind a key stands a colon; a quotation mark inside of a string is escaped, so that none of this is found there.
  return json.includes('"\\u0000') ? json.replace(/"\\u0000(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"(?!:)/g, '$1') : json;
}

/** NUMBER_NOT_EXACT: what is wrong with a number that stands in the place of `value`; undefined when there is none. `where` as in "at /a". */
export function lostNumberProblem(value: unknown, where: string, path: () => string[]): Problem | undefined {
  const literal = lostNumber(value);
  if (literal === undefined) return undefined;
  const message = `The number ${where} is ${shownNumber(literal)}, which can not be kept exactly.`;
  return errorProblem('NUMBER_NOT_EXACT', message, { path: path(), fix: exactNumberFix });
}

/** A number of so many digits always survives, unless it is too large or too close to 0. */
const exactNumberFix = 'Write a number with at most 15 digits, or a text where a text may stand.';
