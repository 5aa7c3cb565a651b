/** Entries as rows of a table: cells contain text, and the definition gives their types. */
import type { CellType } from '../../recordShape.js';
import type { EntryField } from './entryFields.js';

const cellTypeByType: Readonly<Record<string, CellType>> = {
  Integer: 'integer',
  LongInteger: 'integer',
  Decimal: 'number',
  PrecisionDecimal: 'number',
  Boolean: 'boolean',
  MultiselectPicklist: 'list',
};

/** The cell types of members that every entry may have. */
const cellTypesOfEveryEntry: Readonly<Record<string, CellType>> = {
  'status.code': 'integer',
  keywords: 'list',
  permissions: 'json',
  taxonomyCategoryBriefs: 'json',
};

/** The cell types of fields whose cells are not plain texts. */
export function cellTypesOf(fields: readonly EntryField[]): Readonly<Record<string, CellType>> {
  const ofFields = fields.flatMap(({ name, type }): [string, CellType][] => {
    const cellType = Object.hasOwn(cellTypeByType, type) ? cellTypeByType[type] : undefined;
    return cellType === undefined ? [] : [[name, cellType]];
  });
  return { ...cellTypesOfEveryEntry, ...Object.fromEntries(ofFields) };
}
