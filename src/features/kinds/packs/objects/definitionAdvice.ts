/** Warnings for imported definitions: names within it that lead nowhere, and what must be deployed by other means. */
import type { JsonObject } from '../../../../shared/json.js';
import { warningProblem } from '../../../../shared/problem.js';
import type { ProblemCode } from '../../../../shared/problemCode.js';
import { BoundedProblems } from '../../boundedProblems.js';
import { ownMember } from '../../objectCopies.js';
import { didYouMean, listed, quoted } from '../../wording.js';
import { adviceMembers } from './adviceMembers.js';
import { isFieldName, knownFieldNames } from './definitionFields.js';
import { namesInExpression } from './expressionNames.js';
import { functionNameOf } from './externalNames.js';
import { expressionsOf, wholeFieldNames, type FieldNamePlace } from './fieldNamePlaces.js';
import { ownerPlaces } from './ownerPlaces.js';
import { partsAt, textMember, textsAt } from '../../specParts.js';

interface Advice {
  code: ProblemCode;
  message: string;
  path: string[];
  fix?: string | undefined;
}

/** The advice part of the declaration of a definition. */
export const definitionAdvice = adviceMembers(
  ['UNRESOLVED_FIELD', 'UNRESOLVED_RELATIONSHIP', 'OWNER_DIFFERS', 'EXTENSION_NOT_IMPORTED'],
  (spec, { kind, name }) => {
    const problems = new BoundedProblems();
    const found = [...fieldAdvice(spec), ...tabAdvice(spec), ...ownerAdvice(spec, name), ...functionAdvice(spec, name)];
    for (const { code, message, path, fix } of found) {
      problems.add(() => warningProblem(code, message, { path, kind, name, ...(fix !== undefined && { fix }) }));
    }
    return problems.list();
  },
);

/** Names of fields that the definition does not have. */
function fieldAdvice(spec: JsonObject): Advice[] {
  const known = knownFieldNames(spec);
  if (!known) return [];
  const inExpressions = expressionsOf(spec).flatMap((place) =>
    namesInExpression(place.text).map((name): FieldNamePlace => ({ ...place, text: name })),
  );
  return [...wholeFieldNames(spec), ...inExpressions]
    .filter(({ text }) => !isFieldName(known, text))
    .map(({ text, path, what }) => ({
      code: 'UNRESOLVED_FIELD',
      message: `The ${what} names the field ${quoted(text)}, which the definition does not have.`,
      path,
      fix: didYouMean(text, [...known]) ?? `Add the field ${quoted(text)}, or leave the name out.`,
    }));
}

/** Tabs that show a relationship which the definition does not state. */
function tabAdvice(spec: JsonObject): Advice[] {
  if (!Array.isArray(ownMember(spec, 'objectRelationships'))) return [];
  const known = textsAt(spec, '/objectRelationships/*/externalReferenceCode').map(({ text }) => text);
  const knownErcs = new Set(known);
  return textsAt(spec, '/objectLayouts/*/objectLayoutTabs/*/objectRelationshipExternalReferenceCode')
    .filter(({ text }) => !knownErcs.has(text))
    .map(({ text, path }) => ({
      code: 'UNRESOLVED_RELATIONSHIP',
      message: `The tab shows the relationship ${quoted(text)}, which the definition does not state.`,
      path,
      fix: didYouMean(text, known),
    }));
}

/** Parts that state the code of another definition. */
function ownerAdvice(spec: JsonObject, name: string): Advice[] {
  return ownerPlaces
    .flatMap((at) => textsAt(spec, at))
    .filter(({ text }) => text !== name)
    .map(({ text, path }) => ({
      code: 'OWNER_DIFFERS',
      message: `A part of ${quoted(name)} says that it belongs to ${quoted(text)}; it is imported as a part of ${quoted(name)}.`,
      path,
      fix: `Write ${quoted(name)}.`,
    }));
}

/** Client extensions that must be deployed; one warning for all. */
function functionAdvice(spec: JsonObject, name: string): Advice[] {
  const places = [
    ...partsAt(spec, '/objectActions/*').map((part) => ({ ...part, key: 'objectActionExecutorKey' })),
    ...partsAt(spec, '/objectValidationRules/*').map((part) => ({ ...part, key: 'engine' })),
  ].flatMap(({ value, path, key }) => {
    const extension = functionNameOf(textMember(value, key) ?? '');
    return extension === undefined ? [] : [{ extension, path: [...path, key] }];
  });
  const [first] = places;
  if (!first) return [];
  const extensions = [...new Set(places.map(({ extension }) => extension))];
  return [
    {
      code: 'EXTENSION_NOT_IMPORTED',
      message: `${quoted(name)} calls client extensions, which are deployed and not imported: ${listed(extensions)}.`,
      path: first.path,
      fix: 'Deploy them where the definition is used.',
    },
  ];
}
