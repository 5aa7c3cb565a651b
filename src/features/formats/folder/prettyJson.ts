import { unmarkLostNumbers } from '../../../shared/exactNumbers.js';
import { isJsonObject, type JsonValue } from '../../../shared/json.js';

/** Compares texts by their UTF-16 units, as canonical JSON sorts keys. */
export function byUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Indented JSON with a line for each member and element, keys sorted, and a line feed at its end: equal values have equal text, and a change
 * of one value changes one line. `order`: keys of the outermost object that come first. The nesting must be limited: it recurses.
 */
export function prettyJson(value: JsonValue, order: readonly string[] = []): string {
  return `${unmarkLostNumbers(textOf(value, '', order))}\n`;
}

function textOf(value: JsonValue, indent: string, order: readonly string[] = []): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((element) => inner + textOf(element, inner)).join(',\n')}\n${indent}]`;
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value);
  if (keys.length === 0) return '{}';
  const ordered = [...order.filter((key) => Object.hasOwn(value, key)), ...sortedRest(keys, order)];
  const members = ordered.map((key) => `${inner}${JSON.stringify(key)}: ${textOf(value[key] ?? null, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function sortedRest(keys: readonly string[], order: readonly string[]): string[] {
  const first = new Set(order);
  return keys.filter((key) => !first.has(key)).sort(byUnits);
}
