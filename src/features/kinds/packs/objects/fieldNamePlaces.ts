/** The places of a definition that refer to its own fields: as a whole text, or in an expression. */
import type { JsonObject } from '../../../../shared/json.js';
import { fieldsOf, settingOf } from './definitionFields.js';
import { partsAt, textMember, textsAt, type Part, type TextPlace } from '../../specParts.js';

/** A place that refers to a field, with its description for a message, after "The". */
export interface FieldNamePlace extends TextPlace {
  what: string;
}

const wholeNames: readonly (readonly [at: string, what: string])[] = [
  ['/titleObjectFieldName', 'title'],
  ['/accountEntryRestrictedObjectFieldName', 'restriction to accounts'],
  ['/objectLayouts/*/objectLayoutTabs/*/objectLayoutBoxes/*/objectLayoutRows/*/objectLayoutColumns/*/objectFieldName', 'layout'],
  ['/objectViews/*/objectViewColumns/*/objectFieldName', 'view'],
  ['/objectViews/*/objectViewFilterColumns/*/objectFieldName', 'filter of the view'],
  ['/objectViews/*/objectViewSortColumns/*/objectFieldName', 'order of the view'],
]; // prettier-ignore

/** Places whose whole text is a field name. */
export function wholeFieldNames(spec: JsonObject): FieldNamePlace[] {
  const named = wholeNames.flatMap(([at, what]) => textsAt(spec, at).map((place) => ({ ...place, what })));
  return [...named, ...predefinedNames(spec)];
}

/** Fields that an action sets on the entry itself; those of another definition are checked elsewhere. */
function predefinedNames(spec: JsonObject): FieldNamePlace[] {
  return partsAt(spec, '/objectActions/*')
    .filter(({ value }) => textMember(value, 'objectActionExecutorKey') === 'update-object-entry')
    .flatMap(({ value, path }) =>
      textsAt(value, '/parameters/predefinedValues/*/name').map((place) => ({
        text: place.text,
        path: [...path, ...place.path],
        what: 'action',
      })),
    );
}

/** Expressions in the language of the product's expression builder. Other scripts are not read. */
export function expressionsOf(spec: JsonObject): FieldNamePlace[] {
  const rules = partsAt(spec, '/objectValidationRules/*').filter(({ value }) => textMember(value, 'engine') === 'ddm');
  return [
    ...textsAt(spec, '/objectActions/*/conditionExpression').map((place) => ({ ...place, what: 'condition' })),
    ...textsAt(spec, '/objectFields/*/readOnlyConditionExpression').map((place) => ({ ...place, what: 'condition' })),
    ...membersOf(rules, 'script').map((place) => ({ ...place, what: 'validation rule' })),
    ...formulasOf(spec),
  ];
}

function membersOf(parts: readonly Part[], key: string): TextPlace[] {
  return parts.flatMap(({ value, path }) => {
    const text = textMember(value, key);
    return text === undefined ? [] : [{ text, path: [...path, key] }];
  });
}

function formulasOf(spec: JsonObject): FieldNamePlace[] {
  return fieldsOf(spec).flatMap(({ value, path }) => {
    const script = textMember(value, 'businessType') === 'Formula' ? settingOf(value, 'script') : undefined;
    return typeof script === 'string'
      ? [{ text: script, path: [...path, 'objectFieldSettings'], what: 'formula' }]
      : [];
  });
}
