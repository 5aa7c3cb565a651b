/** The fields of a definition as their entries see them: what each is called, what its values must be, whether it may lack. */
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
  /** The product sets it where an entry doesn't. */
  hasDefault: boolean;
  isUnique: boolean;
  /** Undefined: anything may stand there. */
  check: ValueCheck | undefined;
}

const systemNames = new Set(systemFieldNames);
/** Members that mean the same in every entry, whatever a definition calls its fields. */
const fixedNames = new Set(['id', 'externalReferenceCode', 'status', 'creator']);

/** Whether every entry has the field. A definition lists such fields too, marked as the product's own. */
function isOfEveryEntry(field: JsonObject, name: string): boolean {
  return fixedNames.has(name) || (systemNames.has(name) && field['system'] === true);
}

/** All fields but those that every entry has, and those of relationships. */
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

/** Settings are texts or values. */
function isOn(value: unknown): boolean {
  return value === true || value === 'true';
}

function maxLengthOf(field: JsonObject): number | undefined {
  const length = Number(settingOf(field, 'maxLength') ?? Number.NaN);
  return Number.isInteger(length) && length > 0 ? length : undefined;
}

/** The states of a flow, or else the entries of the picklist; nothing is said when the picklist is not known. */
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
