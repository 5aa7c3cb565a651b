/** Cells of a table: converts text to the type of its field, and back. */
import { findDuplicateMember } from '../../../shared/duplicateMember.js';
import { exactNumber, parseExactJson } from '../../../shared/exactNumbers.js';
import type { JsonValue } from '../../../shared/json.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { FieldType } from '../format.js';
import { duplicateKey, quote } from '../scanning/fileProblems.js';
import { forbiddenKeys } from './fieldPaths.js';

/** A text that a spreadsheet would run as a formula, with any apostrophes in front of it. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const decimal = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const maxDepth = 50;

/** Adds an apostrophe to a text that a spreadsheet would run; {@link plainText} removes it. */
export function guardedText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** Removes the apostrophe that protects against formulas. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Converts a cell that is not empty. The path of the problem is the field. */
export function readCell(
  cell: string,
  { field, type }: { field: string; type: FieldType | undefined },
): { value: JsonValue } | { problem: Problem } {
  const text = plainText(cell);
  const language = type === undefined && isOfLanguages(field) ? languageTwice(text) : undefined;
  if (language !== undefined) return { problem: sameLanguage(field, language) };
  const value = type === undefined ? untypedValue(text, field) : typedValue(text.trim(), type, text);
  const isJson = typeof value === 'object' && /^\s*[[{]/.test(text);
  const twice = isJson ? findDuplicateMember(text) : undefined;
  if (twice) return { problem: duplicateKey({ key: twice.key, path: field.split('.') }) };
  if (value !== undefined) return { value };
  const message = `The field ${quote(field)} contains ${quote(text)}, which is not ${nounOf[type ?? 'string']}.`;
  const fix = fixOf[type ?? 'string'];
  return {
    problem: errorProblem('SPEC_INVALID', message, { path: field.split('.'), ...(fix !== undefined && { fix }) }),
  };
}

const nounOf: Record<FieldType, string> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  json: 'valid JSON',
  list: 'a list',
};

const fixOf: Partial<Record<FieldType, string>> = {
  json: 'Write it as JSON, with names and strings in quotation marks.',
  list: 'Write the strings separated by commas, for example a1,b2; or as a JSON array, for example ["a1","b2"].',
};

/** A cell without a type is text, or a text in several languages: one line `language:text` for each. */
function untypedValue(text: string, field: string): JsonValue {
  const texts = isOfLanguages(field) ? languageTexts(text) : undefined;
  return texts ? Object.fromEntries(texts) : text;
}

function isOfLanguages(field: string): boolean {
  return field.endsWith('_i18n');
}

/** Each line of a cell as a language and its text; undefined when one is none. */
function languageTexts(text: string): [language: string, text: string][] | undefined {
  const texts: [string, string][] = [];
  for (const line of text.split(/\r?\n/)) {
    const match = /^([a-z]{2,3}([_-][A-Za-z]{2,8})*):(.*)$/.exec(line);
    if (match?.[1] === undefined) return undefined;
    texts.push([match[1], match[3] ?? '']);
  }
  return texts;
}

/** The first language that a cell states a second time. */
function languageTwice(text: string): string | undefined {
  const seen = new Set<string>();
  for (const [language] of languageTexts(text) ?? []) {
    if (seen.has(language)) return language;
    seen.add(language);
  }
  return undefined;
}

function sameLanguage(field: string, language: string): Problem {
  const message = `The field ${quote(field)} contains two lines for the language ${quote(language)}.`;
  return errorProblem('DUPLICATE_KEY', message, { path: field.split('.'), fix: 'Remove one of the two.' });
}

function typedValue(trimmed: string, type: FieldType, text: string): JsonValue | undefined {
  switch (type) {
    case 'string':
      return text;
    case 'integer':
    case 'number': {
      const number = decimal.test(trimmed) ? exactNumber(trimmed.replace('+', '')) : undefined;
      // Numbers that cannot be stored exactly are refused later, where the limits are known.
      return type === 'number' || typeof number !== 'number' || Number.isInteger(number) ? number : undefined;
    }
    case 'boolean':
      return { true: true, false: false }[trimmed.toLowerCase()];
    case 'json':
      return parseCell(trimmed);
    case 'list':
      return /^[[{"]/.test(trimmed) ? parseCell(trimmed) : namesIn(trimmed);
  }
}

/** Splits a cell at its commas. */
function namesIn(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

function parseCell(text: string): JsonValue | undefined {
  try {
    const value = parseExactJson(text);
    return isHarmless(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Limits the depth, because later code recurses over the spec. The scanner that limits it in other files does not see cells. */
function isHarmless(root: JsonValue): boolean {
  const left: [JsonValue, number][] = [[root, 0]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > maxDepth) return false;
    for (const [key, inner] of Object.entries(value)) {
      if (forbiddenKeys.has(key)) return false;
      left.push([inner, depth + 1]);
    }
  }
  return true;
}
