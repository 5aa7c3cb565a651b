/** Which pages of other origins may use this server from a browser: those that a setting names, and no others. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { isOfOwnPage, type AddressParts } from './ownAddress.js';

/** What such a page may send beyond what any page may. The token is a header of its own: cookies and passwords of the browser are not sent. */
const allowedHeaders = 'authorization, content-type, apollo-require-preflight, x-apollo-operation-name, range';
/** What it may read of an answer. */
const shownHeaders = 'content-disposition, content-range, retry-after, www-authenticate';
/** How long a browser may remember the answer to a preflight. */
const maxAgeSeconds = 600;

/** Answers preflights, and says for each request of an allowed origin that its page may read the answer. */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  const allowed = new Set(origins);
  return (request, response, next) => {
    if (allowed.size > 0) response.vary('Origin');
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) {
      next();
      return;
    }
    response.set({ 'access-control-allow-origin': origin, 'access-control-expose-headers': shownHeaders });
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) {
      next();
      return;
    }
    response.set({
      'access-control-allow-methods': 'GET, HEAD, POST',
      'access-control-allow-headers': allowedHeaders,
      'access-control-max-age': String(maxAgeSeconds),
    });
    response.status(204).end();
  };
}

/**
 * Whether a WebSocket may be opened: by a program, which names no origin; by a page of this server; or by one of an allowed origin. The
 * browser asks nobody before it opens one.
 */
export function admitsOrigin(request: IncomingMessage, origins: readonly string[], own: AddressParts): boolean {
  const { origin } = request.headers;
  return origin === undefined || origins.includes(origin) || isOfOwnPage(request, own);
}
