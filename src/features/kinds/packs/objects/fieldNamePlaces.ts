/** Every place of a definition that names one of its own fields: as a whole text, or inside an expression. */
import type { JsonObject } from '../../../../shared/json.js';
import { fieldsOf, settingOf } from './definitionFields.js';
import { partsAt, textMember, textsAt, type Part, type TextPlace } from '../../specParts.js';

/** A place that names a field, and what it is a place of, after "The". */
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

/** Places at which a field is named by its whole name. */
export function wholeFieldNames(spec: JsonObject): FieldNamePlace[] {
  const named = wholeNames.flatMap(([at, what]) => textsAt(spec, at).map((place) => ({ ...place, what })));
  return [...named, ...predefinedNames(spec)];
}

/** Values that an action sets on the entry itself; those of another definition's entries are looked at elsewhere. */
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

/** Places whose expression may use fields, in the language of the product's expression builder. Other scripts are not read. */
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
