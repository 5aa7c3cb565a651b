/** Checks of a definition that its JSON Schema cannot express: unique parts, and states of flows. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { errorProblem, type Problem } from '../../../../shared/problem.js';
import { BoundedProblems } from '../../boundedProblems.js';
import { didYouMean, quoted } from '../../wording.js';
import { fieldsOf, settingOf } from './definitionFields.js';
import { partsAt, textMember, textsAt } from '../../specParts.js';

const uniqueTexts: readonly (readonly [at: string, title: string])[] = [
  ['/objectFields/*/name', 'fields named'],
  ['/objectFields/*/externalReferenceCode', 'fields with the external reference code'],
  ['/objectRelationships/*/name', 'relationships named'],
  ['/objectRelationships/*/externalReferenceCode', 'relationships with the external reference code'],
  ['/objectActions/*/name', 'actions named'],
  ['/objectActions/*/externalReferenceCode', 'actions with the external reference code'],
  ['/objectValidationRules/*/externalReferenceCode', 'validation rules with the external reference code'],
];

/** The check of the kind. */
export function checkDefinition(spec: JsonObject): Problem[] {
  const problems = new BoundedProblems();
  for (const [at, title] of uniqueTexts) checkUnique(spec, { at, title }, problems);
  for (const field of fieldsOf(spec)) checkFlow(field.value, field.path, problems);
  return problems.list();
}

/** Reports duplicate texts at a place, case-insensitive: the product creates columns from them. */
export function checkUnique(
  spec: JsonObject,
  { at, title }: { at: string; title: string },
  problems: BoundedProblems,
): void {
  const seen = new Map<string, string>();
  for (const { text, path } of textsAt(spec, at)) {
    const key = text.toLowerCase();
    const former = seen.get(key);
    if (former === undefined) seen.set(key, text);
    else {
      const doubled =
        former === text
          ? quoted(text)
          : `${quoted(former)} and ${quoted(text)}, which differ only in upper and lower case`;
      const fix = 'Remove one of them, or give it another one.';
      problems.add(() => errorProblem('SPEC_INVALID', `There are two ${title} ${doubled}.`, { path, fix }));
    }
  }
}

/** Transitions of a state flow lead to states of the same flow. */
function checkFlow(field: JsonObject, path: readonly string[], problems: BoundedProblems): void {
  const flow = settingOf(field, 'stateFlow');
  if (!isJsonObject(flow)) return;
  const states = partsAt(flow, '/objectStates/*').map(({ value }) => textMember(value, 'key') ?? '');
  const known = new Set(states);
  for (const { text } of textsAt(flow, '/objectStates/*/objectStateTransitions/*/key')) {
    if (known.has(text)) continue;
    const message = `A transition of the field ${quoted(textMember(field, 'name'))} leads to ${quoted(text)}, which is no state of its flow.`;
    const fix = didYouMean(text, states);
    const detail = { path: [...path, 'objectFieldSettings'], ...(fix !== undefined && { fix }) };
    problems.add(() => errorProblem('SPEC_INVALID', message, detail));
  }
}
