/** The lines of a spec as a tree. Nothing is called by itself: a spec may be of any depth. */
import { formatCount, writtenText } from '../design/format.js';
import type { JsonValue } from '../json.js';

export interface SpecRow {
  pointer: string;
  depth: number;
  label: string;
  /** The text of a value without parts. */
  value?: string;
  /** What a value with parts is about. */
  note?: string;
  isOpen?: boolean;
  position: number;
  siblings: number;
}

interface Part {
  pointer: string;
  depth: number;
  label: string;
  value: JsonValue;
  /** Whether it is a line of a longer text. */
  isLine: boolean;
  position: number;
  siblings: number;
}

export interface SpecView {
  /** Whether the person has turned the part at a pointer over. */
  toggled: ReadonlySet<string>;
  /** Only parts that hold this text, and what is above them. */
  find: string;
}

/** A spec with so few lines is shown open. */
const fewLines = 60;

export function specRows(spec: JsonValue, { toggled, find }: SpecView): SpecRow[] {
  const wanted = find.trim().toLowerCase();
  const isSmall = wanted === '' && countOf(spec, fewLines) < fewLines;
  const rows: SpecRow[] = [];
  const open = partsOf({
    pointer: '',
    depth: -1,
    label: '',
    value: spec,
    isLine: false,
    position: 1,
    siblings: 1,
  }).reverse();
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { pointer, depth, label, value, position, siblings } = part;
    const row: SpecRow = { pointer, depth, label, position, siblings };
    rows.push(row);
    const parts = partsOf(part);
    if (parts.length === 0) row.value = leafText(part);
    else {
      row.note = noteOf(value, parts.length);
      row.isOpen = wanted !== '' || (isSmall || depth === 0) !== toggled.has(pointer);
      if (row.isOpen) for (const inner of parts.reverse()) open.push(inner);
    }
  }
  return wanted === '' ? rows : matching(rows, wanted);
}

/** What matches, and what it stands in: seen from the end, the next row that is less deep. */
function matching(rows: readonly SpecRow[], wanted: string): SpecRow[] {
  const kept: SpecRow[] = [];
  let lastDepth = 0;
  for (const row of [...rows].reverse()) {
    const isMatch = [row.label, row.value].some((text) => text?.toLowerCase().includes(wanted));
    if (!isMatch && row.depth >= lastDepth) continue;
    kept.push(row);
    lastDepth = row.depth;
  }
  return kept.reverse();
}

function partsOf({ pointer, depth, value }: Part): Part[] {
  const named = namedParts(value);
  return named.map(([key, label, inner], index) => ({
    pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    depth: depth + 1,
    ...{ label, value: inner, isLine: typeof value === 'string', position: index + 1, siblings: named.length },
  }));
}

function namedParts(value: JsonValue): (readonly [key: string, label: string, value: JsonValue])[] {
  if (typeof value === 'string' && value.includes('\n'))
    return value
      .trimEnd()
      .split('\n')
      .map((line, index) => [String(index), String(index + 1), line] as const);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.map((inner, index) => [String(index), nameOf(inner) ?? String(index), inner] as const);
  return Object.entries(value).map(([key, inner]) => [key, key, inner] as const);
}

const namingKeys = ['name', 'id', 'key', 'externalReferenceCode', 'label'];

/** What an element of a list calls itself. */
export function nameOf(value: JsonValue): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  for (const key of namingKeys) if (typeof value[key] === 'string' && value[key] !== '') return value[key];
  return undefined;
}

function noteOf(value: JsonValue, count: number): string {
  if (typeof value === 'string') return `${formatCount(count)} lines`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return formatCount(count);
  const type = typeof value['type'] === 'string' ? [value['type']] : [];
  const flags = Object.entries(value).flatMap(([key, inner]) => (inner === true ? [spaced(key)] : []));
  const words = [...type, ...flags];
  return words.length === 0 ? formatCount(count) : words.join(', ');
}

/** `primaryKey` as `primary key`. */
function spaced(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, (_, last: string, first: string) => `${last} ${first.toLowerCase()}`);
}

function leafText({ value, isLine }: Part): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return isLine ? value : writtenText(value);
}

/** The number of parts of a value, counted no further than `enough`. */
function countOf(value: JsonValue, enough: number): number {
  let count = 0;
  const open: JsonValue[] = [value];
  for (let next = open.pop(); next !== undefined && count < enough; next = open.pop()) {
    count += typeof next === 'string' ? next.split('\n').length : 1;
    if (typeof next === 'object' && next !== null) open.push(...Object.values(next).slice(0, enough));
  }
  return count;
}
