import { hash } from 'node:crypto';

/** The length of every fingerprint in characters. */
export const fingerprintLength = 44;

/** Identifies the bytes of a record as they stand in the file: their SHA-256 in base64. */
export function fingerprintOf(bytes: Buffer): string {
  return hash('sha256', bytes, 'base64');
}
