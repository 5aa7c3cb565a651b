import { lostNumber, unmarkLostNumbers } from '../../../shared/exactNumbers.js';
import type { JsonValue } from '../../../shared/json.js';

/** Longer values are cut: a reader of the report needs only to find the place. */
const maxValueLength = 200;

/** Members that may contain secrets. */
const secretMember = /password|passphrase|secret|token|credential|api[-_]?key|private[-_]?key/i;

/**
 * The value at a place of an item, for a report: texts as they are, other values as JSON, cut after 200 characters; empty if
 * there is no value. Values of members that are named like a secret are never shown.
 */
export function offendingValue(item: JsonValue, path: readonly string[]): string {
  if (path.length === 0) return '';
  if (path.some((member) => secretMember.test(member))) return '(not shown)';
  let value: JsonValue | undefined = item;
  for (const member of path) value = memberOf(value, member);
  if (value === undefined) return '';
  const text =
    lostNumber(value) ?? (typeof value === 'string' ? value : unmarkLostNumbers(JSON.stringify(value, withoutSecrets)));
  return text.length > maxValueLength ? `${text.slice(0, maxValueLength)}…` : text;
}

function memberOf(value: JsonValue | undefined, member: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return undefined;
  return (value as Record<string, JsonValue>)[member];
}

function withoutSecrets(member: string, value: unknown): unknown {
  return secretMember.test(member) ? '(not shown)' : value;
}
