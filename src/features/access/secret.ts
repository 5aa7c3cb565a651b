import { createHash, randomBytes } from 'node:crypto';
import { secretPrefix } from '../../shared/secretPrefix.js';

const secretBytes = 32;

/** A new secret of a token: 256 random bits, so that it cannot be guessed and a fast hash is enough. */
export function newSecret(): string {
  return secretPrefix + randomBytes(secretBytes).toString('base64url');
}

/** A new secret of a browser's session. */
export function newSessionSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** The stored hash of a secret: SHA-256 in hexadecimal digits. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
