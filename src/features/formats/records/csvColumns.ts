/**
 * Meaning of the columns of a table. `a.b` is a field of an object, `name_en_US` is one language of `name_i18n`, `tags.key_0` is a
 * member of the first element of the list `tags`. An empty cell means that the field is absent.
 */
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { FieldMapping, FieldType } from '../format.js';
import { quote } from '../scanning/fileProblems.js';
import { twice, unknownSources, unmappedFields } from './fieldMapping.js';
import { forbiddenKeys, setAt } from './fieldPaths.js';
import { plainText, readCell } from './csvCells.js';

/** The place in a record that a column fills. */
export interface ColumnPlan extends ColumnPlace {
  place: number;
  /** The field, as users name it. */
  field: string;
  type: FieldType | undefined;
}

interface ColumnPlace {
  segments: readonly string[];
  /** For a column of a list: the index of the element, and its member. */
  element: { index: number; member: string } | undefined;
}

const languageColumn = /^(.+)_([a-z]{2,3}_[A-Z]{2})$/;
const elementColumn = /^(.+)\.(key|name)_(\d{1,4})$/;

export interface CsvColumns {
  names: readonly string[];
  plans: readonly ColumnPlan[];
  /** Problems of the header; with an ERROR, no row is read. */
  problems: Problem[];
}

export interface ColumnOptions {
  mapping?: readonly FieldMapping[] | undefined;
  fieldTypes?: Readonly<Record<string, FieldType>> | undefined;
}

/** Plans the columns of a table from its first row. `line`: line of the header. */
export function planColumns(header: readonly string[], line: number, options: ColumnOptions = {}): CsvColumns {
  const names = withoutEmptyEnd(header.map(columnNameOf));
  const faults = checkHeader(names, line);
  if (faults.length > 0) return { names, plans: [], problems: faults };
  const { mapping } = options;
  const targetBySource = mapping && new Map(mapping.map(({ source, target }) => [source, target]));
  const plans = names.flatMap((name, place) => {
    const target = targetBySource === undefined ? name : targetBySource.get(name);
    return target === undefined ? [] : [planColumn(target, place, options.fieldTypes ?? {})];
  });
  const known = new Set(names);
  const unknown = (mapping ?? []).map(({ source }) => source).filter((source) => !known.has(source));
  const unmapped = names.filter((name) => targetBySource?.has(name) === false);
  return { names, plans, problems: [...unknownSources(unknown, names), ...unmappedFields(unmapped)] };
}

/** The name of a column, from its cell in the first row. */
export function columnNameOf(cell: string): string {
  return plainText(cell.trim());
}

/** Names for the columns of a table without a header. */
export function numberedColumns(width: number): string[] {
  return Array.from({ length: width }, (_, place) => String(place));
}

function withoutEmptyEnd(names: readonly string[]): string[] {
  let width = names.length;
  while (width > 0 && names[width - 1] === '') width -= 1;
  return names.slice(0, width);
}

function checkHeader(names: readonly string[], line: number): Problem[] {
  const fix = 'Give each column a unique name in the first row, or set hasHeader to false.';
  const malformed = (message: string): Problem => errorProblem('CSV_MALFORMED', message, { line, fix });
  const nameless = names.flatMap((name, place) => (name === '' ? [malformed(`Column ${place + 1} has no name.`)] : []));
  const doubles = twice(names.filter(Boolean)).map((name) => {
    const places = names.flatMap((other, place) => (other === name ? [place + 1] : []));
    return malformed(`Columns ${places.join(', ')} have the same name ${quote(name)}.`);
  });
  const forbidden = names
    .filter(hasForbiddenPart)
    .map((name) => errorProblem('FORBIDDEN_KEY', `A field must not be named ${quote(name)}.`, { line }));
  const gaps = names
    .filter((name) => name !== '' && hasEmptyPart(name))
    .map((name) => malformed(`The column ${quote(name)} has an empty part between its dots.`));
  return [...nameless, ...doubles, ...forbidden, ...gaps];
}

function hasForbiddenPart(name: string): boolean {
  return name.split('.').some((part) => forbiddenKeys.has(part));
}

function hasEmptyPart(name: string): boolean {
  return name.split('.').includes('');
}

/** Whether a table can have a column of this name. */
export function isColumnName(name: string): boolean {
  return !hasEmptyPart(name) && !hasForbiddenPart(name);
}

/** Whether two columns fill the same place. */
export function isSameColumn(one: ColumnPlace, other: ColumnPlace): boolean {
  return (
    one.segments.length === other.segments.length &&
    one.segments.every((segment, index) => segment === other.segments[index]) &&
    one.element?.index === other.element?.index &&
    one.element?.member === other.element?.member
  );
}

/** Parses the name of a column. */
export function planColumn(
  target: string,
  place: number,
  typeByField: Readonly<Record<string, FieldType>>,
): ColumnPlan {
  const element = elementColumn.exec(target);
  if (element) {
    const [, field = '', member = '', index] = element;
    return {
      place,
      field: target,
      segments: field.split('.'),
      element: { index: Number(index), member },
      type: undefined,
    };
  }
  const language = languageColumn.exec(target);
  const segments = language ? [...`${language[1] ?? ''}_i18n`.split('.'), language[2] ?? ''] : target.split('.');
  const type = Object.hasOwn(typeByField, target) ? typeByField[target] : undefined;
  return { place, field: target, segments, element: undefined, type };
}

/** The field that a column fills, with dots: `name_en_US` fills `name_i18n.en_US`. */
export function fieldOfColumn(name: string): string {
  return planColumn(name, 0, {}).segments.join('.');
}

interface ListCells {
  segments: readonly string[];
  elements: JsonObject[];
}

/** Converts a row into a record. */
export function recordOfRow(
  cells: readonly string[],
  plans: readonly ColumnPlan[],
): { record: JsonObject; problems: Problem[] } {
  const record: JsonObject = {};
  const problems: Problem[] = [];
  const lists = new Map<string, ListCells>();
  for (const plan of plans) {
    const cell = cells[plan.place];
    if (cell === undefined || cell === '') continue;
    const read = readCell(cell, plan);
    if (isOccupied(record, plan.segments)) problems.push(twoShapes(plan.segments));
    else if (hasElement(lists, plan)) problems.push(sameTwice(plan));
    else if ('problem' in read) {
      problems.push(read.problem);
      // An invalid cell is kept as text, to be shown and corrected.
      setAt(record, plan.segments, cell);
    } else if (plan.element === undefined) setAt(record, plan.segments, read.value);
    else addToList(lists, plan, read.value);
  }
  for (const { segments, elements } of lists.values()) {
    if (isOccupied(record, segments)) problems.push(twoShapes(segments));
    else setAt(record, segments, elements.filter(Boolean));
  }
  return { record, problems };
}

/** A table may have columns for a field and for its nested fields, if no row fills both. */
function isOccupied(record: JsonObject, segments: readonly string[]): boolean {
  let value: JsonValue | undefined = record;
  for (const segment of segments) {
    if (!isJsonObject(value)) return true;
    if (!Object.hasOwn(value, segment)) return false;
    value = value[segment];
  }
  return true;
}

function twoShapes(segments: readonly string[]): Problem {
  const message = `The row has values for the field ${quote(segments.join('.'))} and for another column that contains it or is a part of it.`;
  return errorProblem('SPEC_INVALID', message, { path: [...segments], fix: 'Use only one of them.' });
}

function sameTwice({ field, segments }: ColumnPlan): Problem {
  const message = `The row has values in two columns for the same member of an element of ${quote(segments.join('.'))}; the second one is ${quote(field)}.`;
  return errorProblem('SPEC_INVALID', message, { path: [...segments], fix: 'Use only one of them.' });
}

/** The number of an element may be written in several ways: `tags.key_0` and `tags.key_00` are the same. */
function hasElement(lists: ReadonlyMap<string, ListCells>, { segments, element }: ColumnPlan): boolean {
  const cells = element && lists.get(segments.join('.'))?.elements[element.index];
  return cells !== undefined && Object.hasOwn(cells, element?.member ?? '');
}

function addToList(lists: Map<string, ListCells>, { segments, element }: ColumnPlan, value: JsonValue): void {
  const key = segments.join('.');
  const list = lists.get(key) ?? { segments, elements: [] };
  lists.set(key, list);
  const cells = (list.elements[element?.index ?? 0] ??= {});
  cells[element?.member ?? ''] = value;
}
