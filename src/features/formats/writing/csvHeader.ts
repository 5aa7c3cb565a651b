/**
 * Columns of a table that is written. They must be known before the first row, so the records are read twice. The headers are those that
 * the reader understands: `a.b`, `name_en_US`, `tags.key_0`.
 */
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { planColumn } from '../records/csvColumns.js';
import type { ColumnPlan } from '../records/csvColumns.js';
import { leavesOf, valueAt } from '../records/fieldPaths.js';

/** The first row, and the source of the cells of each column. */
export interface CsvHeader {
  names: readonly string[];
  plans: readonly ColumnPlan[];
}

const languageKey = /^(.+)_i18n\.([a-z]{2,3}_[A-Z]{2})$/;
const elementMembers: ReadonlySet<string> = new Set(['key', 'name']);

/** Collects the columns of a class from its items. With `fields`: only these and their nested fields, in this order. */
export class HeaderGathering {
  private readonly namesByField = new Map<string, Set<string>>();
  private readonly fields: Set<string> | undefined;

  /** @param keyColumn The column that identifies a row. */
  constructor(
    fields?: readonly string[],
    private readonly keyColumn = 'externalReferenceCode',
  ) {
    this.fields = fields && new Set(fields);
    for (const field of fields ?? []) this.namesByField.set(field, new Set());
  }

  /** Adds a field to the selected ones. No effect if all fields are written. */
  choose(field: string): void {
    this.fields?.add(field);
  }

  add(item: JsonObject): void {
    for (const [leaf, value] of leavesOf(item)) {
      const field = this.fieldOf(leaf);
      if (field === undefined || isEmpty(value)) continue;
      const names = this.namesByField.get(field) ?? new Set();
      this.namesByField.set(field, names);
      for (const name of headersOf(leaf, value)) names.add(name);
    }
  }

  /** The key column comes first and is always written, because it identifies the row. */
  finish(): CsvHeader {
    const columns = [...this.namesByField].flatMap(([field, names]) => (names.size === 0 ? [field] : [...names]));
    const names = [this.keyColumn, ...columns.filter((name) => name !== this.keyColumn)];
    return { names, plans: names.map((name, place) => planColumn(name, place, {})) };
  }

  /** The selected field that contains a leaf: itself, or an object around it. */
  private fieldOf(leaf: string): string | undefined {
    if (this.fields === undefined || this.fields.has(leaf)) return leaf;
    for (let end = leaf.lastIndexOf('.'); end > 0; end = leaf.lastIndexOf('.', end - 1)) {
      if (this.fields.has(leaf.slice(0, end))) return leaf.slice(0, end);
    }
    return undefined;
  }
}

export function cellOf(item: JsonObject, { segments, element }: ColumnPlan): string | number {
  const value = valueAt(item, segments.join('.'));
  // Its nested values have columns of their own; other items may have a plain value here.
  const isSpread = value !== undefined && (isJsonObject(value) || isKeyList(value));
  if (element === undefined) return isSpread ? '' : textOf(value);
  return isSpread && Array.isArray(value) ? textOf(value[element.index]?.[element.member]) : '';
}

function textOf(value: JsonValue | undefined): string | number {
  if (value === undefined || value === null || isEmpty(value)) return '';
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

function headersOf(leaf: string, value: JsonValue): string[] {
  if (isKeyList(value)) {
    return value.flatMap((element, index) => Object.keys(element).map((member) => `${leaf}.${member}_${index}`));
  }
  return [leaf.replace(languageKey, '$1_$2')];
}

/** A list of options, each with a key and perhaps a name. Any other list is one cell of JSON. */
function isKeyList(value: JsonValue): value is JsonObject[] {
  const isChoice = (element: JsonValue): boolean =>
    isJsonObject(element) && 'key' in element && Object.keys(element).every((member) => elementMembers.has(member));
  return Array.isArray(value) && value.length > 0 && value.every(isChoice);
}

function isEmpty(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
