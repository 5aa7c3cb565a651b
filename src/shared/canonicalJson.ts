import { hash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import type { JsonValue } from './json.js';

// The package is CommonJS: the module itself is the function, unlike in its typings.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/**
 * Canonical JSON (RFC 8785): sorted keys, no white space; equal values have equal text. The caller must limit the nesting
 * first: the library and the shortcut recurse.
 */
export function canonicalJson(value: JsonValue): string {
  // Exported values already have sorted keys, and `JSON.stringify` is three times as fast.
  return (isInOrder(value) ? JSON.stringify(value) : canonicalize(value)) ?? 'null';
}

/** Whether `JSON.stringify` of a value is canonical: its keys are sorted by code units. */
function isInOrder(value: JsonValue | undefined): boolean {
  // Unlike the library, `JSON.stringify` writes null for NaN and infinity.
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
 * The digest of the content of a resource: kind, title and spec, without its name and location, so that a renamed resource is
 * recognized. `specText` is canonical JSON.
 */
export function contentDigest(kind: string, title: string | null, specText: string): string {
  return sha256(`${kind}\n${title ?? ''}\n${specText}`);
}
