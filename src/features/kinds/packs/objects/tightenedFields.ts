import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import type { PartTightening } from '../../partChanges.js';
import { arrayMember, textMember } from '../../specParts.js';
import { settingOf } from './definitionFields.js';

/** Fields whose change existing entries may violate: renamed, with another type, or newly required. */
export function tightenedFields(before: JsonObject, after: JsonObject): PartTightening[] {
  const known = arrayMember(before, 'objectFields').filter(isJsonObject);
  const byCode = new Map(known.map((field) => [textMember(field, 'externalReferenceCode') ?? '', field]));
  const byName = new Map(known.map((field) => [textMember(field, 'name') ?? '', field]));
  byCode.delete('');
  return arrayMember(after, 'objectFields').flatMap((field, index) => {
    if (!isJsonObject(field)) return [];
    const name = textMember(field, 'name') ?? '';
    const former = byCode.get(textMember(field, 'externalReferenceCode') ?? '') ?? byName.get(name);
    const at = toPointer(['objectFields', index]);
    return claimsOf(former, field).map((claim) => ({
      title: 'field',
      name: textMember(former ?? field, 'name') ?? name,
      at,
      claim,
    }));
  });
}

function claimsOf(former: JsonObject | undefined, field: JsonObject): string[] {
  const isNewlyRequired = field['required'] === true && former?.['required'] !== true && !hasDefault(field);
  const required = isNewlyRequired ? [former ? 'is required now' : 'is new and required'] : [];
  if (!former) return required;
  const [name, type] = [textMember(field, 'name'), textMember(field, 'businessType')];
  const shorter = shorterLength(former, field);
  const [formerName, formerType] = [textMember(former, 'name'), textMember(former, 'businessType')];
  return [
    ...(name !== formerName ? [`is called "${name ?? ''}" now`] : []),
    ...(type !== undefined && formerType !== undefined && type !== formerType
      ? [`has the type ${type} instead of ${formerType}`]
      : []),
    ...required,
    ...(isUnique(field) && !isUnique(former) ? ['must be unique now'] : []),
    ...(shorter === undefined ? [] : [`allows at most ${shorter} characters now`]),
    ...otherPicklist(former, field),
  ];
}

function isUnique(field: JsonObject): boolean {
  const setting = settingOf(field, 'uniqueValues');
  return field['unique'] === true || setting === true || setting === 'true';
}

function shorterLength(former: JsonObject, field: JsonObject): number | undefined {
  const [before, after] = [former, field].map((each) => Number(settingOf(each, 'maxLength') ?? Number.NaN));
  const isShorter = after !== undefined && after > 0 && !(before !== undefined && before <= after);
  return isShorter ? after : undefined;
}

function otherPicklist(former: JsonObject, field: JsonObject): string[] {
  const [before, after] = [former, field].map((each) => textMember(each, 'listTypeDefinitionExternalReferenceCode'));
  return before === undefined || after === undefined || before === after ? [] : [`uses the picklist "${after}" now`];
}

function hasDefault(field: JsonObject): boolean {
  return arrayMember(field, 'objectFieldSettings').some(
    (setting) => isJsonObject(setting) && setting['name'] === 'defaultValue',
  );
}
