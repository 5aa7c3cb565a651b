/** The file format of Camunda Optimize, and the kinds it can contain. */
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { quote } from '../scanning/fileProblems.js';
import { entityTypeOfKind } from './entityTypes.js';

/** `OPTIMIZE_JSON`: an array of reports and dashboards. */
export type EntityFormat = 'OPTIMIZE_JSON';

export function isEntityFormat(format: string): format is EntityFormat {
  return format === 'OPTIMIZE_JSON';
}

export const entityExtension = 'json';
export const entityMediaType = 'application/json';

/** Returns a problem for each kind that the format cannot contain. */
export function checkEntityKinds(kinds: readonly string[]): Problem[] {
  return kinds
    .filter((kind) => entityTypeOfKind(kind) === undefined)
    .map((kind) => {
      const message = `The format of Camunda Optimize contains only reports and dashboards, not the kind ${quote(kind)}.`;
      const fix = 'Use JSON, JSONL or ZIP, which can contain collections too, or select only reports and dashboards.';
      return errorProblem('FORMAT_UNSUPPORTED', message, { path: ['format'], kind, fix });
    });
}
