import type { JsonObject } from '../../../shared/json.js';
import { warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { quote } from './fileProblems.js';

/** Maximum number of parts that are named in one sentence, and in total: a file may have any number of them. */
const maxNamed = 20;
const maxTold = 200;

/** CONTENT_IGNORED: warnings that name the parts of a file that are not imported. They contain names only, never values. */
export function contentIgnored(parts: readonly string[], reason: string): Problem[] {
  const problems: Problem[] = [];
  for (let start = 0; start < Math.min(parts.length, maxTold); start += maxNamed) {
    const named = parts
      .slice(start, start + maxNamed)
      .map(quote)
      .join(', ');
    const more = start + maxNamed >= maxTold && parts.length > maxTold ? ` and ${parts.length - maxTold} more` : '';
    const message = `These parts of the file were left out: ${named}${more}. ${reason}`;
    problems.push(warningProblem('CONTENT_IGNORED', message));
  }
  return problems;
}

export function otherKeys(object: JsonObject, known: ReadonlySet<string>): string[] {
  return Object.keys(object).filter((key) => !known.has(key));
}
