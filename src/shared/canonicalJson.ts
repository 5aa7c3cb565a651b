import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import type { JsonValue } from './json.js';

// The package is CommonJS: its function is the module itself, whatever its typings say.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/**
 * Canonical JSON (RFC 8785): keys sorted, no white space, so that equal values have equal text.
 * The caller bounds the nesting first: the library recurses.
 */
export function canonicalJson(value: JsonValue): string {
  return canonicalize(value) ?? 'null';
}

/** SHA-256 as `sha256:<64 hex digits>`. */
export function sha256(text: string | Buffer): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/**
 * Digest of what a resource holds: its kind, title and spec, but neither its name nor where it stands, so that a renamed
 * resource is still recognised. `specText` is canonical JSON.
 */
export function contentDigest(kind: string, title: string | null, specText: string): string {
  return sha256(`${kind}\n${title ?? ''}\n${specText}`);
}
