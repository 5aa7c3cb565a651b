/** Where a browser reaches this server, and whether a request comes from one of its own pages. */
import type { IncomingMessage } from 'node:http';
import { calledUrl, clientOf, type TrustProxy } from './clientOf.js';

/** What the address of the server depends on. */
export interface AddressParts {
  publicUrl: string | undefined;
  trusts: TrustProxy;
}

/** The address for the browser of a request, without a slash at its end: the public one where the request names it, else the one it called. */
export function ownAddress(request: IncomingMessage, { publicUrl, trusts }: AddressParts): string {
  const client = clientOf(request, trusts);
  if (publicUrl === undefined) return calledUrl(client);
  const { host, origin } = new URL(publicUrl);
  return client.host === host || request.headers.origin === origin ? publicUrl : calledUrl(client);
}

/** Whether a page of this server made the request, as its `Origin` says; false without one. */
export function isOfOwnPage(request: IncomingMessage, { publicUrl, trusts }: AddressParts): boolean {
  const { origin } = request.headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  const client = clientOf(request, trusts);
  const page = new URL(origin);
  // A proxy that takes TLS off may not say so; where TLS is known, a page without it is not ours.
  return page.host === client.host && (client.protocol === 'http' || page.protocol === 'https:');
}
