import type { JsonObject } from '../../../shared/json.js';
import { warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { quote } from './fileProblems.js';

/** So many parts are named in one sentence, and so many at all: a file can make up as many as it likes. */
const maxNamed = 20;
const maxTold = 200;

/** CONTENT_IGNORED warnings that name the parts of a file that are not imported; none when there are none. Names only, never values. */
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

/** The keys of an object outside of `known`, whatever they hold. */
export function otherKeys(object: JsonObject, known: ReadonlySet<string>): string[] {
  return Object.keys(object).filter((key) => !known.has(key));
}
