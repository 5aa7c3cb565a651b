/** The parents of entries of a definition: one for each relationship with a generated field in it. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import type { SpecLookup } from '../../kind.js';
import { fieldsOf, settingOf } from './definitionFields.js';
import { capitalized } from './entryReferences.js';
import { isSystemObject } from './externalNames.js';
import { kindNames } from './kindNames.js';
import { partsAt, textMember } from '../../specParts.js';

/** How entries refer to one of their parents. */
export interface EntryParent {
  /** The relationship; a nested parent is a member of this name. */
  relationship: string;
  /** The generated field with a numeric id, valid only in the source. */
  idKey: string;
  /** The generated key for the code of the parent. */
  ercKey: string;
  title: string;
  isRequired: boolean;
  /** The parent's definition without `C_`; undefined for external parents: accounts, users, system objects. */
  definition: string | undefined;
}

const generatedName = /^r_(\w+?)_(?:(c|l)_)?([A-Za-z0-9]+)Id$/;

/**
 * The parents, in the order of the definition's fields; then those of relationships without a listed field: of the definition
 * to itself, and those that only `others` state.
 */
export function parentsOf(
  definition: JsonObject,
  lookup: SpecLookup,
  others: readonly JsonObject[] = [],
): EntryParent[] {
  const fields = [...fieldsOf(definition).map(({ value }) => value), ...generatedFields(definition, others)];
  const parents = fields.flatMap((field) => {
    const idKey = textMember(field, 'name') ?? '';
    const match = generatedName.exec(idKey);
    if (textMember(field, 'businessType') !== 'Relationship' || !match) return [];
    const [, relationship = '', prefix, shortName = ''] = match;
    const ercKey = settingOf(field, 'objectRelationshipERCObjectFieldName');
    const isCustom = prefix === 'c';
    return [
      {
        relationship,
        idKey,
        ercKey: typeof ercKey === 'string' && ercKey !== '' ? ercKey : idKey.replace(/Id$/, 'ERC'),
        title: titleOf(field, relationship),
        isRequired: field['required'] === true,
        definition: isCustom ? parentName(field, shortName, lookup) : undefined,
      },
    ];
  });
  const parentByKey = new Map(parents.toReversed().map((parent) => [parent.idKey, parent]));
  return parents.filter((parent) => parentByKey.get(parent.idKey) === parent);
}

/** Generated fields of relationships with this definition as child; it may not list them. */
function generatedFields(definition: JsonObject, others: readonly JsonObject[]): JsonObject[] {
  const own = textMember(definition, 'externalReferenceCode');
  if (own === undefined) return [];
  return [definition, ...others].flatMap((holder) =>
    partsAt(holder, '/objectRelationships/*').flatMap(({ value }) => {
      const isOfChild = value['objectDefinitionExternalReferenceCode2'] === own && value['reverse'] !== true;
      if (!isOfChild || value['type'] === 'manyToMany') return [];
      const parent = parentOfRelationship(value, holder, { definition, others });
      return parent === undefined ? [] : [generatedField(value, parent)];
    }),
  );
}

/** The relationship is stated in its parent, or in another definition that names the parent. */
function parentOfRelationship(
  { objectDefinitionExternalReferenceCode1: stated }: JsonObject,
  holder: JsonObject,
  { definition, others }: { definition: JsonObject; others: readonly JsonObject[] },
): JsonObject | undefined {
  if (typeof stated !== 'string' || stated === '' || stated === holder['externalReferenceCode']) return holder;
  return [definition, ...others].find((one) => one['externalReferenceCode'] === stated);
}

function generatedField(relationship: JsonObject, parent: JsonObject): JsonObject {
  const name = (textMember(parent, 'name') ?? '').replace(/^C_/, '');
  const shortName = name.charAt(0).toLowerCase() + name.slice(1);
  const stated = isJsonObject(relationship['objectField']) ? relationship['objectField'] : {};
  return {
    objectDefinitionExternalReferenceCode1: parent['externalReferenceCode'] ?? null,
    objectFieldSettings: [{ name: 'objectDefinition1ShortName', value: name }],
    name: `r_${textMember(relationship, 'name') ?? ''}_c_${shortName}Id`,
    label: relationship['label'] ?? null,
    ...stated,
    businessType: 'Relationship',
  };
}

/**
 * Relationships whose other side an entry may contain as a list: its own, to-many relationships of others, and those known only
 * from the field of the child.
 */
export function listedRelationships(definition: JsonObject, others: readonly JsonObject[]): string[] {
  const own = textMember(definition, 'externalReferenceCode');
  const stated = partsAt(definition, '/objectRelationships/*').map(({ value }) => textMember(value, 'name') ?? '');
  const ofOthers = own === undefined ? [] : others.flatMap((other) => relationshipsTo(own, other));
  return [...stated, ...ofOthers].filter((name) => name !== '');
}

function relationshipsTo(own: string, other: JsonObject): string[] {
  const toMany = partsAt(other, '/objectRelationships/*').flatMap(({ value }) => {
    const sides = [value['objectDefinitionExternalReferenceCode1'], value['objectDefinitionExternalReferenceCode2']];
    return value['type'] === 'manyToMany' && sides.includes(own) ? [textMember(value, 'name') ?? ''] : [];
  });
  const ofChildren = fieldsOf(other).flatMap(({ value }) => {
    const isChild = value['objectDefinitionExternalReferenceCode1'] === own;
    return isChild ? [generatedName.exec(textMember(value, 'name') ?? '')?.[1] ?? ''] : [];
  });
  return [...toMany, ...ofChildren];
}

/** From the parent, from a member of the field, or from the generated name. */
function parentName(field: JsonObject, shortName: string, lookup: SpecLookup): string | undefined {
  const erc = textMember(field, 'objectDefinitionExternalReferenceCode1');
  if (erc !== undefined && isSystemObject(erc)) return undefined;
  const spec = erc === undefined ? undefined : lookup(kindNames.objectDefinition, erc);
  const stated = (spec && textMember(spec, 'name')) ?? settingOf(field, 'objectDefinition1ShortName');
  return typeof stated === 'string' && stated !== '' ? stated.replace(/^C_/, '') : capitalized(shortName);
}

/** The label of a part in the first available language. */
export function titleOf(part: JsonObject, otherwise: string): string {
  const label = part['label'];
  const texts = typeof label === 'object' && label !== null ? Object.values(label) : [label];
  const text = texts.find((value) => typeof value === 'string' && value !== '');
  return typeof text === 'string' ? text : otherwise;
}
