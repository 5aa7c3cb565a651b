import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';

/** Headers that browsers add to the requests of a page. No page can remove or change all of them. */
const browserHeaders = ['sec-fetch-site', 'sec-fetch-dest', 'origin', 'referer', 'cookie'];
const browserNames = /mozilla|opera/i;

/**
 * Lets programs send queries as a plain GET, as GraphQL over HTTP specifies. The header that Apollo requires protects against pages of
 * other sites, which can make a browser send a GET; a request without any header of a browser does not come from a page. GET runs only
 * queries in any case.
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
