/**
 * Columns of a table that is written. They must be known before the first row, so the records are read twice. The headers are those that
 * the reader understands: `a.b`, `name_en_US`, `tags.key_0`. A value
 * that no such header leads to has no column.
 */
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { guardedText } from '../records/csvCells.js';
import { columnNameOf, isColumnName, isSameColumn, planColumn, recordOfRow } from '../records/csvColumns.js';
import type { ColumnPlan } from '../records/csvColumns.js';
import { setAt } from '../records/fieldPaths.js';
import type { FieldType } from '../format.js';

/** The first row, and the source of the cells of each column. */
export interface CsvHeader {
  names: readonly string[];
  plans: readonly ColumnPlan[];
}

const languageKey = /^[a-z]{2,3}_[A-Z]{2}$/;
const languagesEnd = '_i18n';
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
    for (const leaf of leavesOf(item)) {
      const field = this.fieldOf(leaf.segments.join('.'));
      if (field === undefined) continue;
      const names = this.namesByField.get(field) ?? new Set();
      for (const column of columnsOf(leaf)) if (!names.has(column.name) && hasColumn(column)) names.add(column.name);
      if (names.size > 0) this.namesByField.set(field, names);
    }
  }

  /** The key column comes first and is always written, because it identifies the row. */
  finish(): CsvHeader {
    const columns = [...this.namesByField].flatMap(([field, names]) => (names.size === 0 ? [field] : [...names]));
    const names = [this.keyColumn, ...columns.filter((name) => name !== this.keyColumn && isReadable(name))];
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

/** Reads rows as an import would. One instance for each definition or kind. */
export class RowReading {
  private readonly planByName = new Map<string, ColumnPlan>();

  /** @param cellTypes The types of the cells, by field. */
  constructor(private readonly cellTypes: Readonly<Record<string, FieldType>>) {}

  recordOf(item: JsonObject): JsonObject {
    const plans = [...leavesOf(item)].flatMap((leaf) => columnsOf(leaf).flatMap((column) => this.planOf(column) ?? []));
    const cells = plans.map((plan) => readText(cellOf(item, plan)));
    const { record, problems } = recordOfRow(
      cells,
      plans.map((plan, place) => ({ ...plan, place })),
    );
    // A refused cell is kept as text in the record, to be shown. It is no value.
    for (const { path } of problems) setAt(record, path, null);
    return record;
  }

  private planOf(column: WantedColumn): ColumnPlan | undefined {
    const { name, ...place } = column;
    const plan = this.planByName.get(name) ?? planColumn(name, 0, this.cellTypes);
    this.planByName.set(name, plan);
    return isSameColumn(plan, place) && isReadable(name) ? plan : undefined;
  }
}

function readText(cell: string | number): string {
  return typeof cell === 'number' ? String(cell) : guardedText(cell);
}

/** The cell of a column: its value as a text or a number. */
export function cellOf(item: JsonObject, { segments, element }: ColumnPlan): string | number {
  const value = valueIn(item, segments);
  // Its nested values have columns of their own; other items may have a plain value here.
  const isSpread = value !== undefined && (isJsonObject(value) || isKeyList(value));
  if (element === undefined) return isSpread ? '' : textOf(value);
  return isSpread && Array.isArray(value) ? textOf(value[element.index]?.[element.member]) : '';
}

/** The value at a place, each segment of which is the name of a member. */
function valueIn(item: JsonObject, segments: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = item;
  for (const segment of segments) {
    if (!isJsonObject(value) || !Object.hasOwn(value, segment)) return undefined;
    value = value[segment];
  }
  return value;
}

function textOf(value: JsonValue | undefined): string | number {
  if (value === undefined || value === null || isEmpty(value)) return '';
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

interface Leaf {
  segments: readonly string[];
  value: JsonValue;
}

/** Yields each value, list and empty object with its place. */
function* leavesOf(item: JsonObject): Generator<Leaf> {
  const left: Leaf[] = [{ segments: [], value: item }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { segments, value } = next;
    const inner = isJsonObject(value) ? Object.entries(value) : [];
    if (inner.length === 0) yield next;
    else for (const [key, member] of inner.reverse()) left.push({ segments: [...segments, key], value: member });
  }
}

/** The column of a value, and the place of the value. */
interface WantedColumn extends Pick<ColumnPlan, 'segments' | 'element'> {
  name: string;
}

/** The columns of a value. An empty list or object has none, because its cell would be empty. */
function columnsOf({ segments, value }: Leaf): WantedColumn[] {
  if (isEmpty(value)) return [];
  if (!isKeyList(value)) return [{ name: nameOf(segments), segments, element: undefined }];
  const field = segments.join('.');
  return value.flatMap((element, index) =>
    Object.keys(element).map((member) => ({
      name: `${field}.${member}_${index}`,
      segments,
      element: { index, member },
    })),
  );
}

function nameOf(segments: readonly string[]): string {
  const [language = ''] = segments.slice(-1);
  const field = segments.slice(0, -1).join('.');
  const isText = languageKey.test(language) && field.endsWith(languagesEnd);
  return isText ? `${field.slice(0, -languagesEnd.length)}_${language}` : segments.join('.');
}

/** Whether a reader puts the cell of this column at the place of the value. */
function hasColumn({ name, ...place }: WantedColumn): boolean {
  return isReadable(name) && isSameColumn(planColumn(name, 0, {}), place);
}

/** Whether a reader accepts a column of this name, and reads the name unchanged. */
function isReadable(name: string): boolean {
  return isColumnName(name) && columnNameOf(guardedText(name)) === name;
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
