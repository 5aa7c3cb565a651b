/**
 * Conditions on the fields of a spec. Only values of the same type are compared: a number is never equal to, less than or greater than a
 * string.
 */
import { canonicalJson } from '../../shared/canonicalJson.js';
import type { JsonObject, JsonValue } from '../../shared/json.js';
import { valueAt } from '../formats/index.js';

export type RecordOperator = 'EQ' | 'NE' | 'LT' | 'LE' | 'GT' | 'GE' | 'CONTAINS' | 'IN' | 'IS_NULL';

export interface RecordCondition {
  /** Dots separate nested fields. */
  field: string;
  operator: RecordOperator;
  value: JsonValue;
}

type ValueTest = (value: JsonValue) => boolean;

/** Compiles conditions into a test of a spec, which passes if all match. `checkRecordFilter` must have accepted them. */
export function compileRecordFilter(conditions: readonly RecordCondition[]): (spec: JsonObject) => boolean {
  const tests = conditions.map((condition) => ({ field: condition.field, passes: testOf(condition) }));
  // An absent field counts as null.
  return (spec) => tests.every(({ field, passes }) => passes(valueAt(spec, field) ?? null));
}

function testOf({ operator, value }: RecordCondition): ValueTest {
  switch (operator) {
    case 'EQ':
      return equalTo(value);
    case 'NE': {
      const isEqual = equalTo(value);
      return (found) => !isEqual(found);
    }
    case 'LT':
      return comparedWith(value, (order) => order < 0);
    case 'LE':
      return comparedWith(value, (order) => order <= 0);
    case 'GT':
      return comparedWith(value, (order) => order > 0);
    case 'GE':
      return comparedWith(value, (order) => order >= 0);
    case 'CONTAINS':
      return containing(typeof value === 'string' ? value.toLowerCase() : '');
    case 'IN': {
      const keys = new Set((value as JsonValue[]).map(canonicalJson));
      return (found) => keys.has(canonicalJson(found));
    }
    case 'IS_NULL':
      return (found) => (found === null) === value;
  }
}

function equalTo(value: JsonValue): ValueTest {
  if (typeof value !== 'object' || value === null) return (found) => found === value;
  const key = canonicalJson(value);
  return (found) => canonicalJson(found) === key;
}

function containing(part: string): ValueTest {
  return (found) => typeof found === 'string' && found.toLowerCase().includes(part);
}

/** Compares numbers with numbers and strings (such as ISO 8601 dates) with strings. */
function comparedWith(value: JsonValue, passes: (order: number) => boolean): ValueTest {
  if (typeof value === 'number') return (found) => typeof found === 'number' && passes(found - value);
  if (typeof value !== 'string') return () => false;
  return (found) => typeof found === 'string' && passes(found === value ? 0 : found < value ? -1 : 1);
}
