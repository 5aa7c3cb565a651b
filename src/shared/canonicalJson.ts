import { hash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import type { JsonValue } from './json.js';

// The package is CommonJS: its function is the module itself, whatever its typings say.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/**
 * Canonical JSON (RFC 8785): keys sorted, no white space, so that equal values have equal text.
 * The caller bounds the nesting first: the library recurses, and so does the test for the short way.
 */
export function canonicalJson(value: JsonValue): string {
  // What was exported before has its keys in order already, and the engine writes it out three times as fast.
  return (isInOrder(value) ? JSON.stringify(value) : canonicalize(value)) ?? 'null';
}

/** Whether the engine's own text of a value is its canonical one: its keys are met in the order of their code units. */
function isInOrder(value: JsonValue | undefined): boolean {
  // Other than the library, the engine writes null for what is no number.
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let last: string | undefined;
  for (const key of Object.keys(value)) {
    if (last !== undefined && key < last) return false;
    last = key;
    if (!isInOrder(value[key])) return false;
  }
  return true;
}

/** SHA-256 as `sha256:<64 hex digits>`. */
export function sha256(text: string | Buffer): string {
  return `sha256:${hash('sha256', text)}`;
}

/**
 * Digest of what a resource holds: its kind, title and spec, but neither its name nor where it stands, so that a renamed
 * resource is still recognised. `specText` is canonical JSON.
 */
export function contentDigest(kind: string, title: string | null, specText: string): string {
  return sha256(`${kind}\n${title ?? ''}\n${specText}`);
}
