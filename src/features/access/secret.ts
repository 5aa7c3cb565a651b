import { createHash, randomBytes } from 'node:crypto';

/** By which a secret is known in a log, a repository or a paste, also to programs that look for such. */
const prefix = 'wbt_';
const secretBytes = 32;

/** A new secret of a token: 256 random bits, so that it can't be guessed and a fast hash of it is enough. */
export function newSecret(): string {
  return prefix + randomBytes(secretBytes).toString('base64url');
}

/** What is kept of a secret, and looked for: SHA-256 in hexadecimal digits. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
