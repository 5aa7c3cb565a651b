import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';

/** What browsers send by themselves with requests that a page makes, and no page can leave out or change, all of it together. */
const browserHeaders = ['sec-fetch-site', 'sec-fetch-dest', 'origin', 'referer', 'cookie'];
const browserNames = /mozilla|opera/i;

/**
 * Lets programs ask by an address alone, as GraphQL over HTTP has it. The header that Apollo asks for protects against pages of other
 * sites, which can make a browser send a GET: a request that shows no sign of a browser is none of theirs. Nothing but queries runs by
 * GET, in any case.
 */
export function admitPlainGets(): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' && !isFromBrowser(request.headers))
      request.headers['apollo-require-preflight'] = 'true';
    next();
  };
}

function isFromBrowser(headers: IncomingHttpHeaders): boolean {
  return browserHeaders.some((name) => name in headers) || browserNames.test(headers['user-agent'] ?? '');
}
