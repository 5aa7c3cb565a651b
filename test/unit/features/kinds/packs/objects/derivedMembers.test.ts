import { withDerivedMembers } from '../../../../../../src/features/kinds/packs/objects/derivedMembers.js';
import type { JsonObject } from '../../../../../../src/shared/json.js';
import { faultsOf } from './registry.js';

const typeOf = (field: JsonObject) =>
  (withDerivedMembers({ objectFields: [field] })['objectFields'] as JsonObject[])[0]?.['businessType'];

const derived: [string, string][] = [
  ['BigDecimal', 'PrecisionDecimal'],
  ['Blob', 'LargeFile'],
  ['Boolean', 'Boolean'],
  ['Clob', 'LongText'],
  ['Date', 'Date'],
  ['DateTime', 'DateTime'],
  ['Double', 'Decimal'],
  ['Integer', 'Integer'],
  ['Long', 'LongInteger'],
  ['String', 'Text'],
];

describe('the business type of a field', () => {
  it.each(derived)('follows from the type %s of the database: %s', (dbType, businessType) => {
    expect(typeOf({ name: 'a', DBType: dbType })).toBe(businessType);
    expect(typeOf({ name: 'a', type: dbType })).toBe(businessType);
    expect(typeOf({ name: 'a', DBType: dbType, businessType: null })).toBe(businessType);
    const stated = { name: 'Tool', objectFields: [{ name: 'a', DBType: dbType, businessType }] };
    expect(faultsOf('ObjectDefinition', stated)).toEqual([]);
  });

  it('is that of what the field names', () => {
    expect(typeOf({ name: 'a', DBType: 'String', listTypeDefinitionExternalReferenceCode: 'L' })).toBe('Picklist');
    expect(typeOf({ name: 'a', type: 'Long', relationshipType: 'oneToMany' })).toBe('Relationship');
  });

  it('stays as the file states it, and stays away when nothing tells it', () => {
    const definition = {
      objectFields: [
        { name: 'a', DBType: 'Clob', businessType: 'RichText' },
        { name: 'b', DBType: 'Float' },
        'c',
        null,
      ],
    };
    expect(withDerivedMembers(definition)).toBe(definition);
    expect(withDerivedMembers({ name: 'Tool' })).toEqual({ name: 'Tool' });
  });
});
