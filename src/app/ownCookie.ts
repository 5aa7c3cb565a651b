/**
 * Cookies of this server. No script can read them. Where the server is reached by TLS, their names have a prefix by which browsers refuse to
 * take them from other hosts and from connections without TLS (RFC 6265bis).
 */
import type { IncomingMessage } from 'node:http';
import { parse } from 'cookie';
import type { Response } from 'express';
import { ownAddress, type AddressParts } from './ownAddress.js';

interface CookieValue {
  value: string;
  expiresAt: Date;
}

interface CookieKind {
  name: string;
  /** `strict`: no page of another site has it sent. `lax`: it is sent when a person comes from such a page. */
  sameSite: 'strict' | 'lax';
}

export class OwnCookie {
  constructor(
    private readonly kind: CookieKind,
    private readonly parts: AddressParts,
  ) {}

  valueIn(request: IncomingMessage): string | undefined {
    const cookies = parse(request.headers.cookie ?? '');
    const { name } = this.kind;
    const secureNames = [`__Host-${name}`, `__Secure-${name}`];
    const isSecure = ownAddress(request, this.parts).startsWith('https:');
    // Without TLS, a proxy may have taken it off and not say so.
    const names = isSecure ? secureNames : [...secureNames, name];
    return names.map((one) => cookies[one]).find((value) => value !== undefined && value !== '');
  }

  /** `address`: where the browser reaches the server, if that is known better than from the request. */
  set(response: Response, { value, expiresAt }: CookieValue, address = ownAddress(response.req, this.parts)): void {
    const { name, options } = this.at(address);
    response.cookie(name, value, { ...options, expires: expiresAt });
  }

  clear(response: Response, address = ownAddress(response.req, this.parts)): void {
    const { name, options } = this.at(address);
    response.clearCookie(name, options);
  }

  private at(address: string) {
    const { protocol, pathname: path } = new URL(address);
    const { name, sameSite } = this.kind;
    const secure = protocol === 'https:';
    // The prefix __Host- is for cookies of the whole host.
    const prefix = secure ? (path === '/' ? '__Host-' : '__Secure-') : '';
    return { name: prefix + name, options: { httpOnly: true, sameSite, secure, path } };
  }
}

/** The cookie of a browser's session; its value is the secret. */
export function sessionCookie(parts: AddressParts): OwnCookie {
  return new OwnCookie({ name: 'waybill_session', sameSite: 'strict' }, parts);
}
