/** The fields of a definition for its entries: names, checks of values, and whether they are required. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import type { SpecLookup } from '../../kind.js';
import { quoted } from '../../wording.js';
import { fieldsOf, settingOf, systemFieldNames } from './definitionFields.js';
import { titleOf } from './entryParents.js';
import { valueCheckOf, type ValueCheck, type ValueRules } from './entryValues.js';
import { kindNames } from './kindNames.js';
import { textMember, textsAt } from '../../specParts.js';

export interface EntryField {
  name: string;
  title: string;
  /** The product's business type. */
  type: string;
  isRequired: boolean;
  /** Whether the product sets a default. */
  hasDefault: boolean;
  isUnique: boolean;
  /** Undefined if any value is allowed. */
  check: ValueCheck | undefined;
}

const systemNames = new Set(systemFieldNames);
/** Members with the same meaning in every entry. */
const fixedNames = new Set(['id', 'externalReferenceCode', 'status', 'creator']);

/** Whether the field is a system field that every entry has. Definitions list these too. */
function isOfEveryEntry(field: JsonObject, name: string): boolean {
  return fixedNames.has(name) || (systemNames.has(name) && field['system'] === true);
}

/** All fields except system fields and fields of relationships. */
export function compileFields(definition: JsonObject, lookup: SpecLookup): EntryField[] {
  return fieldsOf(definition).flatMap(({ value: field }) => {
    const name = textMember(field, 'name') ?? '';
    const type = textMember(field, 'businessType') ?? '';
    if (isOfEveryEntry(field, name) || type === 'Relationship') return [];
    return [
      {
        name,
        title: titleOf(field, name),
        type,
        isRequired: field['required'] === true,
        hasDefault: textMember(field, 'defaultValue') !== undefined || isGiven(settingOf(field, 'defaultValue')),
        isUnique: field['unique'] === true || isOn(settingOf(field, 'uniqueValues')),
        check: valueCheckOf({ type, maxLength: maxLengthOf(field), ...keysOf(field, lookup) }),
      },
    ];
  });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Settings may be texts or typed values. */
function isOn(value: unknown): boolean {
  return value === true || value === 'true';
}

function maxLengthOf(field: JsonObject): number | undefined {
  const length = Number(settingOf(field, 'maxLength') ?? Number.NaN);
  return Number.isInteger(length) && length > 0 ? length : undefined;
}

/** The keys that a field may have: states of its flow, else entries of its picklist; undefined if the picklist is unknown. */
function keysOf(field: JsonObject, lookup: SpecLookup): Pick<ValueRules, 'keys' | 'keysOf'> {
  const picklist = textMember(field, 'listTypeDefinitionExternalReferenceCode');
  if (picklist === undefined) return {};
  const flow = settingOf(field, 'stateFlow');
  if (field['state'] === true && isJsonObject(flow)) {
    const states = textsAt(flow, '/objectStates/*/key').map(({ text }) => text);
    return { keys: new Set(states), keysOf: 'the flow of its states' };
  }
  const spec = lookup(kindNames.picklist, picklist);
  if (!spec) return {};
  const keys = textsAt(spec, '/listTypeEntries/*/key').map(({ text }) => text);
  return { keys: new Set(keys), keysOf: `the picklist ${quoted(picklist)}` };
}
