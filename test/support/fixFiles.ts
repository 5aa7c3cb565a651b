/** Small files that rows of fixes make their problems with. */
import type { JsonObject } from '../../src/shared/json.js';
import { castFunction, projection, systemOfRecord } from './fastDataRecords.js';
import type { BundleRecord } from './importBundle.js';
import { definitionFile, definitionSpec, entryFile, textField } from './objectBatches.js';

export const number = { DBType: 'Long', businessType: 'LongInteger', label: { en_US: 'n' }, name: 'n' };
/** A definition of books with a title and a number. */
export const book = definitionFile([definitionSpec('BOOK', 'Book', [textField('title'), number])]);
/** The options of a file of books that does not say so. */
export const asBooks = { options: { kind: 'objects/ObjectEntry', definitionErc: 'BOOK' } };
export const books = (...items: object[]): string => entryFile('Book', items);
/** The same, which may only be added. */
export const newBooks = (...items: object[]): string => entryFile('Book', items, { createStrategy: 'INSERT' });
export const upsert = { options: { createStrategy: 'UPSERT' } };

export const erp = systemOfRecord('erp');
export const orders = projection('orders', { system: 'erp', fields: { note: 'trimText' } });
/** A system of record with some settings. */
export const erpWith = (settings: JsonObject): BundleRecord => ({ ...erp, spec: { ...erp.spec, settings } });
/** A cast function with other members in its spec. */
export const castWith = (more: JsonObject): BundleRecord => ({
  ...castFunction('a'),
  spec: { ...castFunction('a').spec, ...more },
});

export const picklist = (keys: readonly string[]): BundleRecord => ({
  kind: 'objects/Picklist',
  name: 'S',
  spec: { externalReferenceCode: 'S', name: 'S', listTypeEntries: keys.map((key) => ({ key, name: key })) },
});

/** An aggregation of one collection, with one field and more dependencies. */
export function aggregation(field: string, more: JsonObject = {}): string {
  const dependencies = { pr: { type: 'projection', on: '_identifier' }, ...more };
  return JSON.stringify({
    version: '1.3.0',
    config: { SV_CONFIG: { dependencies, mapping: { [field]: `pr.${field}` } } },
  });
}

/** The text of a bundle that was edited, marked so. */
export const asDraft = (bundle: string): string =>
  bundle.replace('"formatVersion":1,', '"formatVersion":1,"isDraft":true,');
