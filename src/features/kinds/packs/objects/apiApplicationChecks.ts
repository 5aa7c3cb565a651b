/** Checks within an API application: codes of its parts are unique, and endpoints and schemas refer to each other. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { errorProblem, warningProblem, type Problem } from '../../../../shared/problem.js';
import { BoundedProblems } from '../../boundedProblems.js';
import { didYouMean, quoted } from '../../wording.js';
import { adviceMembers } from './adviceMembers.js';
import { checkUnique } from './checkDefinition.js';
import { partsAt, textMember, textsAt, type Part, type TextPlace } from '../../specParts.js';

const endpointsAt = '/apiApplicationToAPIEndpoints/*';
const schemasAt = '/apiApplicationToAPISchemas/*';
const linkNames = ['requestAPISchemaToAPIEndpoints', 'responseAPISchemaToAPIEndpoints'];

/** The check of the kind: duplicate codes and paths. */
export function checkApiApplication(spec: JsonObject): Problem[] {
  const problems = new BoundedProblems();
  const code = 'with the external reference code';
  checkUnique(spec, { at: `${endpointsAt}/externalReferenceCode`, title: `endpoints ${code}` }, problems);
  checkUnique(spec, { at: `${schemasAt}/externalReferenceCode`, title: `schemas ${code}` }, problems);
  checkRoutes(spec, problems);
  return problems.list();
}

/** Endpoints may share a path if their methods or scopes differ. */
function checkRoutes(spec: JsonObject, problems: BoundedProblems): void {
  const seen = new Set<string>();
  for (const { value, path } of partsAt(spec, endpointsAt)) {
    const [method, scope] = [keyOf(value['httpMethod']), keyOf(value['scope'])];
    const route = textMember(value, 'path') ?? '';
    const key = JSON.stringify([method, scope, route]);
    if (!seen.has(key)) seen.add(key);
    else {
      const message = `There are two endpoints for ${method.toUpperCase()} ${quoted(route)}.`;
      const detail = { path: [...path, 'path'], fix: 'Remove one of them, or give it another path.' };
      problems.add(() => errorProblem('SPEC_INVALID', message, detail));
    }
  }
}

/** A choice is written as its key, or as an object with key and name. */
function keyOf(value: JsonValue | undefined): string {
  return isJsonObject(value) ? (textMember(value, 'key') ?? '') : typeof value === 'string' ? value : '';
}

/** Advice: links between endpoints and schemas without a target. */
export const apiApplicationAdvice = adviceMembers(['UNRESOLVED_SCHEMA'], (spec, { kind, name }) => {
  const problems = new BoundedProblems();
  const [endpoints, schemas] = [partsAt(spec, endpointsAt), partsAt(spec, schemasAt)];
  const sides = [
    { holders: endpoints, targets: schemas, what: 'endpoint', target: 'schema' },
    { holders: schemas, targets: endpoints, what: 'schema', target: 'endpoint' },
  ];
  for (const { holders, targets, what, target } of sides) {
    const known = targets.map(({ value }) => textMember(value, 'externalReferenceCode') ?? '');
    for (const { value, path } of holders) {
      const holder = quoted(value['name'] ?? value['path']);
      for (const link of linksOf({ value, path })) {
        if (known.includes(link.text)) continue;
        const message = `The ${what} ${holder} is linked to the ${target} ${quoted(link.text)}, which the application does not have.`;
        const fix = didYouMean(link.text, known) ?? `Add the ${target}, or leave out the link.`;
        problems.add(() => warningProblem('UNRESOLVED_SCHEMA', message, { path: link.path, fix, kind, name }));
      }
    }
  }
  return problems.list();
});

/** The codes of linked schemas or endpoints, in every spelling. */
function linksOf({ value, path }: Part): TextPlace[] {
  const nested = linkNames.flatMap((link) => [
    ...textsAt(value, `/${link}/externalReferenceCode`),
    ...textsAt(value, `/${link}/*/externalReferenceCode`),
    ...textsAt(value, `/${link}ERC`),
  ]);
  const byKey = Object.keys(value)
    .filter((key) => /^r_(?:request|response)APISchemaToAPIEndpoints_\w+ERC$/.test(key))
    .flatMap((key) => textsAt(value, `/${key}`));
  return [...nested, ...byKey].map((link) => ({ text: link.text, path: [...path, ...link.path] }));
}
