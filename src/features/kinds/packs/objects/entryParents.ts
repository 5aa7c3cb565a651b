/** The parents that entries of a definition have: one for each relationship whose generated field the definition lists. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import type { SpecLookup } from '../../kind.js';
import { fieldsOf, settingOf } from './definitionFields.js';
import { capitalized } from './entryReferences.js';
import { isSystemObject } from './externalNames.js';
import { kindNames } from './kindNames.js';
import { partsAt, textMember } from '../../specParts.js';

/** How entries name one of their parents. */
export interface EntryParent {
  /** The relationship; under it stands a parent that is nested. */
  relationship: string;
  /** The generated field, which holds a number that means nothing elsewhere. */
  idKey: string;
  /** The key that the product writes the parent's code under. */
  ercKey: string;
  title: string;
  isRequired: boolean;
  /** Name of the parent's definition without `C_`; undefined for what is external: accounts, users, the product's own objects. */
  definition: string | undefined;
}

const generatedName = /^r_(\w+?)_(?:(c|l)_)?([A-Za-z0-9]+)Id$/;

/** Parents in the order of the definition's fields; then those of relations to itself whose field is not listed. */
export function parentsOf(definition: JsonObject, lookup: SpecLookup): EntryParent[] {
  const fields = [...fieldsOf(definition).map(({ value }) => value), ...fieldsOfSelfRelations(definition)];
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

/** A relation of a definition to itself has its parent and its child in one; the field that it generates may not be listed. */
function fieldsOfSelfRelations(definition: JsonObject): JsonObject[] {
  const own = textMember(definition, 'externalReferenceCode');
  const name = (textMember(definition, 'name') ?? '').replace(/^C_/, '');
  return partsAt(definition, '/objectRelationships/*').flatMap(({ value }) => {
    const isToItself = own !== undefined && value['objectDefinitionExternalReferenceCode2'] === own;
    if (!isToItself || value['type'] === 'manyToMany') return [];
    const shortName = name.charAt(0).toLowerCase() + name.slice(1);
    const generated = { name: `r_${textMember(value, 'name') ?? ''}_c_${shortName}Id`, label: value['label'] ?? null };
    const stated = isJsonObject(value['objectField']) ? value['objectField'] : {};
    const parent = {
      objectDefinitionExternalReferenceCode1: own,
      objectFieldSettings: [{ name: 'objectDefinition1ShortName', value: name }],
    };
    return [{ ...parent, ...generated, ...stated, businessType: 'Relationship' }];
  });
}

/** From the parent itself, from what the field says of it, or from the name that the product made of it. */
function parentName(field: JsonObject, shortName: string, lookup: SpecLookup): string | undefined {
  const erc = textMember(field, 'objectDefinitionExternalReferenceCode1');
  if (erc !== undefined && isSystemObject(erc)) return undefined;
  const spec = erc === undefined ? undefined : lookup(kindNames.objectDefinition, erc);
  const stated = (spec && textMember(spec, 'name')) ?? settingOf(field, 'objectDefinition1ShortName');
  return typeof stated === 'string' && stated !== '' ? stated.replace(/^C_/, '') : capitalized(shortName);
}

/** The label of a part in the first language that it has one for. */
export function titleOf(part: JsonObject, otherwise: string): string {
  const label = part['label'];
  const texts = typeof label === 'object' && label !== null ? Object.values(label) : [label];
  const text = texts.find((value) => typeof value === 'string' && value !== '');
  return typeof text === 'string' ? text : otherwise;
}
