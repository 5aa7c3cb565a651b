import type { JsonObject } from '../../../../shared/json.js';
import { errorProblem, type Problem } from '../../../../shared/problem.js';
import { textsAt } from '../../specParts.js';
import { quoted } from '../../wording.js';
import { checkDescription } from './checkDescription.js';

/** The check of reports: the description, and unique identifiers of the definitions, which filters refer to. */
export function checkReport(spec: JsonObject): Problem[] {
  const seen = new Set<string>();
  const repeated = textsAt(spec, '/data/definitions/*/identifier').filter(
    ({ text }) => seen.size === seen.add(text).size,
  );
  return [
    ...checkDescription(spec),
    ...repeated.map(({ text, path }) =>
      errorProblem('SPEC_INVALID', `Two definitions of the report have the identifier ${quoted(text)}.`, {
        path,
        fix: 'Give each definition an identifier of its own; filters refer to it.',
      }),
    ),
  ];
}
