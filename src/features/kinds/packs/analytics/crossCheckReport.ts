/** Checks the filters of a report against the report and its definitions. */
import type { JsonObject } from '../../../../shared/json.js';
import { warningProblem, type Problem } from '../../../../shared/problem.js';
import { BoundedProblems } from '../../boundedProblems.js';
import type { SpecLookup } from '../../kind.js';
import { partsAt, textMember, textsAt, type TextPlace } from '../../specParts.js';
import { didYouMean, quoted } from '../../wording.js';
import { flowNodePlaces } from './flowNodePlaces.js';
import { KnownFlowNodes } from './knownFlowNodes.js';
import { systemFlagWarnings } from './systemFlags.js';

/** The cross check of decision reports. */
export function crossCheckReport(spec: JsonObject): Problem[] {
  const problems = new BoundedProblems();
  for (const problem of systemFlagWarnings(spec)) problems.add(() => problem);
  checkIdentifiers(spec, problems);
  return problems.list();
}

/** The cross-check of process reports: also flow nodes, if the XML of all its definitions is known. */
export function crossCheckProcessReport(spec: JsonObject, _name: string, lookup: SpecLookup): Problem[] {
  const problems = new BoundedProblems();
  for (const problem of crossCheckReport(spec)) problems.add(() => problem);
  checkFlowNodes(spec, lookup, problems);
  return problems.list();
}

/** A filter applies to all definitions, or to those with the listed identifiers. */
function checkIdentifiers(spec: JsonObject, problems: BoundedProblems): void {
  const known = textsAt(spec, '/data/definitions/*/identifier').map(({ text }) => text);
  const identifiers = new Set(known);
  for (const { text, path } of textsAt(spec, '/data/filter/*/appliedTo/*')) {
    if (text === 'all' || identifiers.has(text)) continue;
    problems.add(() => unknownIdentifier({ text, path }, known));
  }
}

function checkFlowNodes(spec: JsonObject, lookup: SpecLookup, problems: BoundedProblems): void {
  const places = flowNodePlaces(spec);
  if (places.length === 0) return;
  const nodes = new KnownFlowNodes(spec, lookup);
  for (const { id, path, appliedTo } of places) {
    const known = nodes.of(appliedTo);
    if (!known || known.has(id)) continue;
    problems.add(() => unknownFlowNode({ text: id, path }, { process: namesOf(spec, appliedTo), known: [...known] }));
  }
}

function unknownIdentifier({ text, path }: TextPlace, known: readonly string[]): Problem {
  const message = `A filter is applied to ${quoted(text)}, which is the identifier of no definition of the report.`;
  const fix = didYouMean(text, known) ?? 'Name the identifier of a definition, or "all".';
  return warningProblem('UNRESOLVED_IDENTIFIER', message, { path, fix });
}

function unknownFlowNode(
  { text, path }: TextPlace,
  { process, known }: { process: string; known: readonly string[] },
): Problem {
  const message = `The report names the flow node ${quoted(text)}, which the process ${quoted(process)} does not have.`;
  const fix = didYouMean(text, known);
  return warningProblem('UNRESOLVED_FLOW_NODE', message, { path, ...(fix !== undefined && { fix }) });
}

function namesOf(spec: JsonObject, appliedTo: readonly string[]): string {
  return partsAt(spec, '/data/definitions/*')
    .filter(({ value }) => appliedTo.includes('all') || appliedTo.includes(textMember(value, 'identifier') ?? ''))
    .map(({ value }) => textMember(value, 'key') ?? '')
    .join(', ');
}
