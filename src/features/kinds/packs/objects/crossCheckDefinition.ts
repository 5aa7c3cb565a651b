/** Checks a definition against its targets: entries of picklists, fields and relationships of other definitions. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { warningProblem, type Problem } from '../../../../shared/problem.js';
import { BoundedProblems } from '../../boundedProblems.js';
import type { SpecLookup } from '../../kind.js';
import { didYouMean, quoted } from '../../wording.js';
import { fieldsOf, isFieldName, knownFieldNames, settingOf } from './definitionFields.js';
import { kindNames } from './kindNames.js';
import { partsAt, textMember, textsAt, type Part } from '../../specParts.js';

/** The cross-check of the kind. Missing targets are reported as dependencies, not here. */
export function crossCheckDefinition(spec: JsonObject, name: string, lookup: SpecLookup): Problem[] {
  const problems = new BoundedProblems();
  const check: Check = { spec, name, lookup, problems };
  for (const field of fieldsOf(spec)) {
    const type = textMember(field.value, 'businessType');
    if (type === 'Picklist' || type === 'MultiselectPicklist') checkKeys(field, check);
    else if (type === 'Relationship') checkParent(field, check);
    else if (type === 'Aggregation') checkAggregation(field, check);
  }
  for (const action of partsAt(spec, '/objectActions/*')) checkAddedEntry(action, check);
  return problems.list();
}

interface Check {
  spec: JsonObject;
  name: string;
  lookup: SpecLookup;
  problems: BoundedProblems;
}

interface Warning {
  message: string;
  path: string[];
  fix?: string | undefined;
}

function warn(
  { problems }: Check,
  code: 'UNRESOLVED_PICKLIST_ENTRY' | 'UNRESOLVED_RELATIONSHIP' | 'UNRESOLVED_FIELD',
  { message, path, fix }: Warning,
): void {
  problems.add(() => warningProblem(code, message, { path, ...(fix !== undefined && { fix }) }));
}

/** The default of a picklist field and the states of its flow are entries of its picklist. */
function checkKeys({ value: field, path }: Part, check: Check): void {
  const picklist = textMember(field, 'listTypeDefinitionExternalReferenceCode') ?? '';
  const spec = check.lookup(kindNames.picklist, picklist);
  if (!spec) return;
  const keys = textsAt(spec, '/listTypeEntries/*/key').map(({ text }) => text);
  const known = new Set(keys);
  const fallback = textMember(field, 'defaultValue');
  const flow = settingOf(field, 'stateFlow');
  const named = [
    ...(fallback === undefined ? [] : [{ text: fallback, path: [...path, 'defaultValue'] }]),
    ...(isJsonObject(flow) ? textsAt(flow, '/objectStates/*/key') : []).map(({ text }) => ({
      text,
      path: [...path, 'objectFieldSettings'],
    })),
  ];
  for (const place of named) {
    if (known.has(place.text)) continue;
    const message = `The field ${quoted(field['name'])} uses ${quoted(place.text)}, which is no entry of the picklist ${quoted(picklist)}.`;
    const fix = didYouMean(place.text, keys) ?? 'Add the entry to the picklist, or name another.';
    warn(check, 'UNRESOLVED_PICKLIST_ENTRY', { message, path: place.path, fix });
  }
}

/** A relationship is stated in its parent, and its generated field in the child. */
function checkParent({ value: field, path }: Part, check: Check): void {
  const parent = textMember(field, 'objectDefinitionExternalReferenceCode1');
  const relationship = textMember(field, 'objectRelationshipExternalReferenceCode');
  const spec = parent === undefined ? undefined : definitionNamed(parent, check);
  if (relationship === undefined || !spec || !Array.isArray(spec['objectRelationships'])) return;
  const known = textsAt(spec, '/objectRelationships/*/externalReferenceCode').map(({ text }) => text);
  if (known.includes(relationship)) return;
  const message = `The field ${quoted(field['name'])} belongs to the relationship ${quoted(relationship)}, which ${quoted(parent)} does not state.`;
  const fix = didYouMean(relationship, known) ?? `State the relationship in ${quoted(parent)}.`;
  warn(check, 'UNRESOLVED_RELATIONSHIP', {
    message,
    path: [...path, 'objectRelationshipExternalReferenceCode'],
    fix,
  });
}

/** An aggregation uses a relationship of its own definition, and reads a field of the other side. */
function checkAggregation({ value: field, path }: Part, check: Check): void {
  const named = settingOf(field, 'objectRelationshipName');
  if (typeof named !== 'string' || !Array.isArray(check.spec['objectRelationships'])) return;
  const settingPath = [...path, 'objectFieldSettings'];
  const relationships = partsAt(check.spec, '/objectRelationships/*');
  const relationship = relationships.find(({ value }) => textMember(value, 'name') === named);
  if (!relationship) {
    const fix = didYouMean(
      named,
      relationships.map(({ value }) => textMember(value, 'name') ?? ''),
    );
    const message = `The aggregation ${quoted(field['name'])} goes over the relationship ${quoted(named)}, which the definition does not state.`;
    warn(check, 'UNRESOLVED_RELATIONSHIP', { message, path: settingPath, fix });
    return;
  }
  const target = textMember(relationship.value, 'objectDefinitionExternalReferenceCode2') ?? '';
  const aggregated = settingOf(field, 'objectFieldName');
  if (typeof aggregated === 'string') {
    checkField(check, {
      name: aggregated,
      of: target,
      what: `aggregation ${quoted(field['name'])}`,
      path: settingPath,
    });
  }
}

/** An action that adds an entry sets fields of the definition of that entry. */
function checkAddedEntry({ value: action, path }: Part, check: Check): void {
  const [target] = textsAt(action, '/parameters/objectDefinitionExternalReferenceCode');
  if (!target || textMember(action, 'objectActionExecutorKey') !== 'add-object-entry') return;
  for (const place of textsAt(action, '/parameters/predefinedValues/*/name')) {
    const what = `action ${quoted(action['name'])}`;
    checkField(check, { name: place.text, of: target.text, what, path: [...path, ...place.path] });
  }
}

function checkField(
  check: Check,
  { name, of, what, path }: { name: string; of: string; what: string; path: string[] },
): void {
  const known = knownFieldNames(definitionNamed(of, check) ?? {});
  if (name === '' || !known || isFieldName(known, name)) return;
  const message = `The ${what} names the field ${quoted(name)}, which ${quoted(of)} does not have.`;
  warn(check, 'UNRESOLVED_FIELD', { message, path, fix: didYouMean(name, [...known]) });
}

function definitionNamed(erc: string, { spec, name, lookup }: Check): JsonObject | undefined {
  return erc === name ? spec : lookup(kindNames.objectDefinition, erc);
}
