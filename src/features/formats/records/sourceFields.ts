/** Fields of a sample of records: names, a first value, and a type that fits all values. */
import { exactJson, lostNumber } from '../../../shared/exactNumbers.js';
import type { JsonValue } from '../../../shared/json.js';

/** Types of source fields, as detected from a sample. */
export type SourceFieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'dateTime' | 'list' | 'object';

export interface SourceField {
  name: string;
  /** The first non-empty value, as a text of at most 100 characters; null if the sample has none. */
  sample: string | null;
  /** Null if the sample has no value. */
  type: SourceFieldType | null;
}

const maxSampleLength = 100;
const date = /^\d{4}-\d\d-\d\d$/;
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const integer = /^-?(0|[1-9]\d{0,14})$/;
const decimal = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Collects the fields of a sample. */
export class FieldSample {
  private readonly fieldByName = new Map<string, SourceField>();

  /** Adds a field, which may have no value in the sample. */
  name(name: string): SourceField {
    const field = this.fieldByName.get(name) ?? { name, sample: null, type: null };
    this.fieldByName.set(name, field);
    return field;
  }

  add(name: string, value: JsonValue, type: SourceFieldType): void {
    const field = this.name(name);
    if (value === null || value === '') return;
    const text = lostNumber(value) ?? (typeof value === 'string' ? value : exactJson(value));
    field.sample ??= text.slice(0, maxSampleLength);
    field.type = field.type === null ? type : commonType(field.type, type);
  }

  get fields(): SourceField[] {
    return [...this.fieldByName.values()];
  }
}

export function typeOfValue(value: JsonValue): SourceFieldType {
  if (typeof value === 'boolean') return 'boolean';
  if (lostNumber(value) !== undefined) return 'number';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'string') return dateTime.test(value) ? 'dateTime' : date.test(value) ? 'date' : 'string';
  return Array.isArray(value) ? 'list' : 'object';
}

/** The type that the text of a cell seems to have. */
export function typeOfText(text: string): SourceFieldType {
  if (/^(true|false)$/i.test(text)) return 'boolean';
  if (integer.test(text)) return 'integer';
  return decimal.test(text) ? 'number' : typeOfValue(text);
}

function commonType(one: SourceFieldType, other: SourceFieldType): SourceFieldType {
  if (one === other) return one;
  const both = [one, other];
  const isIn = (...types: SourceFieldType[]): boolean => both.every((type) => types.includes(type));
  if (isIn('integer', 'number')) return 'number';
  return isIn('date', 'dateTime') ? 'dateTime' : 'string';
}
