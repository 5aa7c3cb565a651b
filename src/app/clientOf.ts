import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Express } from 'express';

/** Whether the address of a proxy is trusted; `hop` counts from the nearest one, 0. */
export type TrustProxy = (address: string, hop: number) => boolean;

/** The client of a request, as far as trusted proxies state it. */
export interface RequestClient {
  address: string;
  /** The protocol that the client used. */
  protocol: 'http' | 'https';
  /** With its port; empty if the request has none. */
  host: string;
}

/** Compiles addresses and CIDR ranges of proxies with Express, which uses the same for `request.ip`. */
export function trustProxies(app: Express, proxies: readonly string[]): TrustProxy {
  app.set('trust proxy', [...proxies]);
  return app.get('trust proxy fn') as TrustProxy;
}

/**
 * Reads the `X-Forwarded-*` headers of a request. Anybody can send them: they count only as far as each address that forwarded
 * the request is a trusted proxy.
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

/** The URL that the client used, without a path. */
export function calledUrl({ protocol, host }: RequestClient): string {
  return `${protocol}://${host}`;
}

/** The first address, from the nearest on, that is no trusted proxy; the last one if all are. */
function farthest(addresses: readonly string[], trusts: TrustProxy): string {
  let [found = ''] = addresses;
  for (const [index, address] of addresses.entries()) {
    // A malformed address identifies nobody: the proxy then counts as the client.
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
