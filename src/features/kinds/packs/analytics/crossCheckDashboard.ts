/**
 * Checks the variable filters of a dashboard against its reports, as they will be after the import. The original compares with
 * stored reports before it imports those of the file, so it refuses its own exports.
 */
import type { JsonObject } from '../../../../shared/json.js';
import { warningProblem, type Problem } from '../../../../shared/problem.js';
import { BoundedProblems } from '../../boundedProblems.js';
import type { SpecLookup } from '../../kind.js';
import { partsAt, textMember, textsAt, type Part } from '../../specParts.js';
import { didYouMean, quoted } from '../../wording.js';
import { findTileReports } from './dashboardTiles.js';
import { kindNames, reportKinds } from './kindNames.js';
import { addVariables, noVariables, type KnownVariables } from './reportVariables.js';
import { systemFlagWarnings } from './systemFlags.js';

/** The cross check of the kind. */
export function crossCheckDashboard(spec: JsonObject, _name: string, lookup: SpecLookup): Problem[] {
  const problems = new BoundedProblems();
  for (const problem of systemFlagWarnings(spec)) problems.add(() => problem);
  const filters = partsAt(spec, '/availableFilters/*').filter(({ value }) => value['type'] === 'variable');
  if (filters.length > 0) checkVariables(filters, variablesOf(spec, lookup), problems);
  return problems.list();
}

/** The variables of the reports of the dashboard; for combined reports, of the reports that they combine. */
function variablesOf(dashboard: JsonObject, lookup: SpecLookup): KnownVariables {
  const known = noVariables();
  for (const { name } of findTileReports(dashboard)) {
    for (const kind of reportKinds) {
      const report = lookup(kind, name);
      if (!report) continue;
      addVariables(known, report);
      for (const { text } of textsAt(report, '/data/reports/*/id')) {
        addVariables(known, lookup(kindNames.processReport, text) ?? {});
      }
    }
  }
  return known;
}

function checkVariables(filters: readonly Part[], known: KnownVariables, problems: BoundedProblems): void {
  if (known.isOpen) return;
  for (const { value, path } of filters) {
    const data = partsAt({ data: value['data'] ?? null }, '/data')[0]?.value ?? {};
    const name = textMember(data, 'name') ?? '';
    const type = textMember(data, 'type') ?? '';
    const types = known.typesByName.get(name);
    if (types && (types.size === 0 || types.has(type))) continue;
    problems.add(() => unknownVariable({ name, type, path: [...path, 'data'] }, known));
  }
}

interface NamedVariable {
  name: string;
  type: string;
  path: string[];
}

function unknownVariable({ name, type, path }: NamedVariable, { typesByName }: KnownVariables): Problem {
  const types = typesByName.get(name);
  const offered = `The dashboard offers a filter by the variable ${quoted(name)}`;
  const message = types
    ? `${offered} of the type ${quoted(type)}; its reports use it with the type ${quoted([...types].join(', '))}.`
    : `${offered}, which none of its reports uses.`;
  const meant = types ? undefined : didYouMean(name, [...typesByName.keys()]);
  const fix = meant ?? 'Correct the filter, or add a report that uses the variable.';
  return warningProblem('UNRESOLVED_VARIABLE', message, { path, fix });
}
