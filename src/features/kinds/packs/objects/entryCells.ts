/** Entries as rows of a table: all that a cell holds is text, and the definition says what it stands for. */
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

/** Of members that every entry may have. */
const cellTypesOfEveryEntry: Readonly<Record<string, CellType>> = {
  'status.code': 'integer',
  keywords: 'list',
  permissions: 'json',
  taxonomyCategoryBriefs: 'json',
};

/** What the cells of each field become, where they do not stay texts. */
export function cellTypesOf(fields: readonly EntryField[]): Readonly<Record<string, CellType>> {
  const ofFields = fields.flatMap(({ name, type }): [string, CellType][] => {
    const cellType = Object.hasOwn(cellTypeByType, type) ? cellTypeByType[type] : undefined;
    return cellType === undefined ? [] : [[name, cellType]];
  });
  return { ...cellTypesOfEveryEntry, ...Object.fromEntries(ofFields) };
}
