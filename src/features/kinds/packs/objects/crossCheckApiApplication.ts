/**
 * Checks the fields of the properties of an API application. A field is identified by its code within a definition: that of the
 * schema, or one reached over relationships (`objectRelationshipNames`, separated by commas).
 */
import type { JsonObject } from '../../../../shared/json.js';
import { warningProblem, type Problem } from '../../../../shared/problem.js';
import { BoundedProblems } from '../../boundedProblems.js';
import type { SpecLookup } from '../../kind.js';
import { didYouMean, quoted } from '../../wording.js';
import { kindNames } from './kindNames.js';
import { partsAt, textMember, textsAt, type Part } from '../../specParts.js';

interface Check {
  lookup: SpecLookup;
  problems: BoundedProblems;
}

/** A definition, by its code. */
interface Definition {
  erc: string;
  spec: JsonObject;
}

/** The cross-check of the kind. Missing definitions are reported as dependencies, not here. */
export function crossCheckApiApplication(spec: JsonObject, _name: string, lookup: SpecLookup): Problem[] {
  const check: Check = { lookup, problems: new BoundedProblems() };
  for (const schema of partsAt(spec, '/apiApplicationToAPISchemas/*')) {
    const definition = definitionNamed(textMember(schema.value, 'mainObjectDefinitionERC'), lookup);
    if (!definition) continue;
    for (const property of propertiesOf(schema)) checkProperty(property, definition, check);
  }
  return check.problems.list();
}

/** All properties of a schema, including nested ones. The depth of a spec is limited. */
function propertiesOf(schema: Part): Part[] {
  const found: Part[] = [];
  let level = partsInside(schema, '/apiSchemaToAPIProperties/*');
  while (level.length > 0) {
    found.push(...level);
    level = level.flatMap((property) => partsInside(property, '/apiPropertyToAPIProperties/*'));
  }
  return found;
}

function partsInside({ value, path }: Part, at: string): Part[] {
  return partsAt(value, at).map((part) => ({ value: part.value, path: [...path, ...part.path] }));
}

function checkProperty({ value, path }: Part, main: Definition, { lookup, problems }: Check): void {
  const field = textMember(value, 'objectFieldERC');
  if (field === undefined) return;
  let definition = main;
  for (const name of relationshipNames(value)) {
    const way = followRelationship(definition, name);
    if (!way.isStated) {
      const message = `The property ${quoted(value['name'])} goes over the relationship ${quoted(name)}, which ${quoted(definition.erc)} does not have.`;
      const fix = didYouMean(name, way.known);
      const detail = { path: [...path, 'objectRelationshipNames'], ...(fix !== undefined && { fix }) };
      problems.add(() => warningProblem('UNRESOLVED_RELATIONSHIP', message, detail));
      return;
    }
    const next = definitionNamed(way.erc, lookup);
    if (!next) return;
    definition = next;
  }
  const known = textsAt(definition.spec, '/objectFields/*/externalReferenceCode').map(({ text }) => text);
  // Fields without codes cannot be checked.
  if (known.length === 0 || known.includes(field)) return;
  const message = `The property ${quoted(value['name'])} shows the field ${quoted(field)}, which ${quoted(definition.erc)} does not have.`;
  const fix = didYouMean(field, known);
  const detail = { path: [...path, 'objectFieldERC'], ...(fix !== undefined && { fix }) };
  problems.add(() => warningProblem('UNRESOLVED_FIELD', message, detail));
}

function relationshipNames(property: JsonObject): string[] {
  return (textMember(property, 'objectRelationshipNames') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

interface Way {
  isStated: boolean;
  /** The definition on the other side, if stated. */
  erc: string | undefined;
  known: string[];
}

/** Follows a relationship: from the parent, which states it, or from the child, by its generated field. */
function followRelationship({ erc, spec }: Definition, name: string): Way {
  const stated = partsAt(spec, '/objectRelationships/*');
  const known = stated.map(({ value }) => textMember(value, 'name') ?? '');
  const relationship = stated[known.indexOf(name)]?.value;
  if (relationship) {
    const [one, two] = ['1', '2'].map((side) =>
      textMember(relationship, `objectDefinitionExternalReferenceCode${side}`),
    );
    return { isStated: true, erc: two === erc ? (one ?? two) : two, known };
  }
  const field = partsAt(spec, '/objectFields/*').find(({ value }) =>
    (textMember(value, 'name') ?? '').startsWith(`r_${name}_`),
  )?.value;
  return {
    isStated: field !== undefined,
    erc: field && textMember(field, 'objectDefinitionExternalReferenceCode1'),
    known,
  };
}

function definitionNamed(erc: string | undefined, lookup: SpecLookup): Definition | undefined {
  const spec = erc === undefined ? undefined : lookup(kindNames.objectDefinition, erc);
  return erc === undefined || !spec ? undefined : { erc, spec };
}
