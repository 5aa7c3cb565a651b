/** Fields of a definition by name: those that it lists, those that every entry has, and those that relationships generate. */
import type { JsonObject } from '../../../../shared/json.js';
import { ownMember } from '../../objectCopies.js';
import { arrayMember, partsAt, textMember, type Part } from '../../specParts.js';

/** Fields of every entry, whether the definition lists them or not. */
export const systemFieldNames: readonly string[] = [
  ...['id', 'externalReferenceCode', 'status', 'creator', 'createDate', 'modifiedDate', 'userId', 'userName'],
];

/** Fields that relationships generate on the side of the child; a relationship may be stated in another file. */
const generatedName = /^r_\w+(?:Id|ERC)$/;

/** The fields of a definition, with their places. */
export function fieldsOf(spec: JsonObject): Part[] {
  return partsAt(spec, '/objectFields/*');
}

/** Names that may be used where a field is named; undefined when the spec lists no fields, so that nothing is known of them. */
export function knownFieldNames(spec: JsonObject): ReadonlySet<string> | undefined {
  if (!Array.isArray(ownMember(spec, 'objectFields'))) return undefined;
  return new Set([...systemFieldNames, ...fieldsOf(spec).map(({ value }) => textMember(value, 'name') ?? '')]);
}

/** Whether a name is a field of the definition, or may be one that a relationship generates. */
export function isFieldName(known: ReadonlySet<string>, name: string): boolean {
  return known.has(name) || generatedName.test(name);
}

/** The value of a named setting of a field. */
export function settingOf(field: JsonObject, name: string): JsonObject[string] | undefined {
  for (const setting of arrayMember(field, 'objectFieldSettings')) {
    const part = setting as JsonObject | null;
    if (part !== null && textMember(part, 'name') === name) return ownMember(part, 'value');
  }
  return undefined;
}
