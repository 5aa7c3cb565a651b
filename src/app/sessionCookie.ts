/**
 * The cookie of a browser's session. No script can read it, and no page of another site has it sent (SameSite=Strict). Where the server is
 * reached by TLS, its name has a prefix by which browsers refuse to take it from other hosts and from connections without TLS (RFC 6265bis).
 */
import type { IncomingMessage } from 'node:http';
import { parse } from 'cookie';
import type { Response } from 'express';
import type { BegunSession } from '../features/access/index.js';
import { ownAddress, type AddressParts } from './ownAddress.js';

const baseName = 'waybill_session';
const secureNames = [`__Host-${baseName}`, `__Secure-${baseName}`];

export class SessionCookie {
  constructor(private readonly parts: AddressParts) {}

  /** The secret in the cookie of a request. */
  secretIn(request: IncomingMessage): string | undefined {
    const cookies = parse(request.headers.cookie ?? '');
    const isSecure = ownAddress(request, this.parts).startsWith('https:');
    // Without TLS, a proxy may have taken it off and not say so.
    const names = isSecure ? secureNames : [...secureNames, baseName];
    return names.map((name) => cookies[name]).find((secret) => secret !== undefined && secret !== '');
  }

  set(response: Response, { secret, expiresAt }: BegunSession, address = ownAddress(response.req, this.parts)): void {
    const { name, options } = cookieAt(address);
    response.cookie(name, secret, { ...options, expires: expiresAt });
  }

  clear(response: Response): void {
    const { name, options } = cookieAt(ownAddress(response.req, this.parts));
    response.clearCookie(name, options);
  }
}

function cookieAt(address: string) {
  const { protocol, pathname: path } = new URL(address);
  const secure = protocol === 'https:';
  // The prefix __Host- is for cookies of the whole host.
  const [hostName = '', secureName = ''] = secureNames;
  const name = secure ? (path === '/' ? hostName : secureName) : baseName;
  return { name, options: { httpOnly: true, sameSite: 'strict', secure, path } as const };
}
