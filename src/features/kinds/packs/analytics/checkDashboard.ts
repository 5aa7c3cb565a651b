/** Checks of a dashboard that its JSON Schema cannot express. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { errorProblem, type Problem } from '../../../../shared/problem.js';
import { BoundedProblems } from '../../boundedProblems.js';
import { ownMember } from '../../objectCopies.js';
import { partsAt, textMember } from '../../specParts.js';
import { quoted } from '../../wording.js';
import { checkDescription } from './checkDescription.js';
import { reportTiles } from './dashboardTiles.js';

/** Filters that a dashboard may have only once. */
const singleFilters: ReadonlySet<string> = new Set([
  'startDate',
  'endDate',
  'instanceStartDate',
  'instanceEndDate',
  'state',
]);

/** The check of the kind. */
export function checkDashboard(spec: JsonObject): Problem[] {
  const problems = new BoundedProblems();
  for (const problem of checkDescription(spec)) problems.add(() => problem);
  checkTiles(spec, problems);
  checkFilters(spec, problems);
  return problems.list();
}

function checkTiles(spec: JsonObject, problems: BoundedProblems): void {
  for (const { value, path } of reportTiles(spec)) {
    if (textMember(value, 'id') !== undefined) continue;
    const fix = 'State the name of a report as its "id", or correct its type.';
    const detail = { path: [...path, 'id'], fix };
    problems.add(() => errorProblem('SPEC_INVALID', 'A report tile does not name its report.', detail));
  }
}

function checkFilters(spec: JsonObject, problems: BoundedProblems): void {
  const seen = new Set<string>();
  for (const { value, path } of partsAt(spec, '/availableFilters/*')) {
    const type = textMember(value, 'type') ?? '';
    if (singleFilters.has(type) && seen.size === seen.add(type).size) {
      const message = `The dashboard offers the filter ${quoted(type)} twice.`;
      problems.add(() => errorProblem('SPEC_INVALID', message, { path, fix: 'Remove one of the two.' }));
    }
    if (type !== 'variable' || isNamedVariable(value)) continue;
    const message = 'A variable filter does not state the name and the type of its variable.';
    problems.add(() =>
      errorProblem('SPEC_INVALID', message, { path: [...path, 'data'], fix: 'Add both to its "data".' }),
    );
  }
}

function isNamedVariable(filter: JsonObject): boolean {
  const data = ownMember(filter, 'data');
  return isJsonObject(data) && textMember(data, 'name') !== undefined && textMember(data, 'type') !== undefined;
}
