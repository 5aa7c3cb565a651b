import { hash } from 'node:crypto';

/** The length of every hash in characters. */
export const recordHashLength = 44;

/** Identifies the bytes of a record as they stand in the file: their SHA-256 in base64. */
export function recordHashOf(bytes: Buffer): string {
  return hash('sha256', bytes, 'base64');
}
