import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Express } from 'express';

/** Whether what stands in front of this server at an address is trusted to say who asks; `hop` counts from the nearest one, 0. */
export type TrustProxy = (address: string, hop: number) => boolean;

/** Who sent a request, and how they reached this server, as far as trusted proxies say so. */
export interface RequestClient {
  address: string;
  /** Of the address that the client called. */
  protocol: 'http' | 'https';
  /** With its port; empty when the request names none. */
  host: string;
}

/** Addresses and CIDR ranges of proxies, compiled by Express, which takes the same for its own `request.ip`. */
export function trustProxies(app: Express, proxies: readonly string[]): TrustProxy {
  app.set('trust proxy', [...proxies]);
  return app.get('trust proxy fn') as TrustProxy;
}

/**
 * Reads the headers `X-Forwarded-*` of a request, which anybody can send: they count only as far as each address that passed the
 * request on is a trusted proxy.
 */
export function clientOf({ socket, headers }: IncomingMessage, trusts: TrustProxy): RequestClient {
  const nearest = socket.remoteAddress ?? '';
  const isBehindProxy = trusts(nearest, 0);
  const protocol = isBehindProxy ? firstOf(headers['x-forwarded-proto']) : undefined;
  const host = isBehindProxy ? firstOf(headers['x-forwarded-host']) : undefined;
  return {
    address: farthest([nearest, ...listOf(headers['x-forwarded-for']).reverse()], trusts),
    protocol: protocol === 'https' ? 'https' : 'http',
    host: host ?? headers.host ?? '',
  };
}

/** The address that a client called, without a path. */
export function calledUrl({ protocol, host }: RequestClient): string {
  return `${protocol}://${host}`;
}

/** The first address, from the nearest on, that is no trusted proxy; the last one that is told when all are. */
function farthest(addresses: readonly string[], trusts: TrustProxy): string {
  let [found = ''] = addresses;
  for (const [index, address] of addresses.entries()) {
    // What a proxy wrote that is no address tells of nobody: then it is the proxy that asks.
    if (isIP(address) === 0) break;
    found = address;
    if (!trusts(address, index)) break;
  }
  return found;
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return listOf(header)[0];
}

function listOf(header: string | string[] | undefined): string[] {
  const texts = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
