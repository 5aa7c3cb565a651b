import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { quote } from '../scanning/fileProblems.js';

const maxNamed = 20;

/** One CONTENT_IGNORED warning that names the parts of a file that are not imported; none when there are none. Names only, never values. */
export function contentIgnored(parts: readonly string[], reason: string): Problem[] {
  if (parts.length === 0) return [];
  const named = parts.slice(0, maxNamed).map(quote).join(', ');
  const more = parts.length > maxNamed ? ` and ${parts.length - maxNamed} more` : '';
  return [warningProblem('CONTENT_IGNORED', `These parts of the file were left out: ${named}${more}. ${reason}`)];
}

/** The keys outside of `known` that hold content. */
export function otherKeys(object: JsonObject, known: ReadonlySet<string>): string[] {
  return Object.keys(object).filter((key) => !known.has(key) && holdsContent(object[key]));
}

/** Claims that a value holds more than empty objects and lists. */
export function holdsContent(root: JsonValue | undefined): boolean {
  const left: JsonValue[] = root === undefined ? [] : [root];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (isJsonObject(value) || Array.isArray(value)) {
      for (const inner of Object.values(value)) left.push(inner);
    } else if (value !== null && value !== '') return true;
  }
  return false;
}
