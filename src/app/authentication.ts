import type { Request, RequestHandler, Response } from 'express';
import { credentialIn, type Authenticator, type Credential } from '../features/access/index.js';
import { AppError, type AppErrorCode } from '../shared/appError.js';
import type { Session } from '../shared/session.js';
import { clientOf } from './clientOf.js';
import { isOfOwnPage, type AddressParts } from './ownAddress.js';
import { refuseEarly } from './refuseEarly.js';
import { sessionCookie, type OwnCookie } from './ownCookie.js';

const statusByCode: Partial<Record<AppErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  TOO_MANY_ATTEMPTS: 429,
  IDENTITY_PROVIDER_UNAVAILABLE: 503,
};
/** Makes a browser ask for name and password. */
const basicChallenge = 'Basic realm="Waybill: any name, and a token as the password", charset="UTF-8"';
const bearerChallenge = 'Bearer realm="Waybill"';

/** What a request is authenticated with. */
export interface AuthenticationParts extends AddressParts {
  authenticator: Authenticator;
}

/** Requires a valid credential; stores the session in `response.locals`. */
export function authenticate(parts: AuthenticationParts): RequestHandler {
  const cookie = sessionCookie(parts);
  return async (request, response, next) => {
    const credential = credentialOf(request, cookie);
    if (credential?.type === 'SESSION' && !mayUseCookie(request, parts)) {
      refuseForeignPage(response);
      return;
    }
    try {
      const { address } = clientOf(request, parts.trusts);
      response.locals['session'] = await parts.authenticator.authenticate(credential, address);
    } catch (error) {
      // The cookie of an ended session is of no more use.
      const isEnded = error instanceof AppError && error.code === 'UNAUTHENTICATED' && credential?.type === 'SESSION';
      if (isEnded) cookie.clear(response);
      refuseCredential(response, error);
      return;
    }
    next();
  };
}

/**
 * A token that a client sends on purpose comes before the cookie; the cookie before the password of a browser's dialog, which the browser
 * goes on sending by itself after somebody has signed in.
 */
function credentialOf(request: Request, cookie: OwnCookie): Credential | undefined {
  const { authorization } = request.headers;
  const secret = isSentOnPurpose(authorization) ? undefined : cookie.valueIn(request);
  return secret === undefined ? credentialIn(authorization) : { type: 'SESSION', text: secret };
}

/** Whether an `Authorization` header can't have been added by a browser. */
export function isSentOnPurpose(authorization: string | undefined): boolean {
  return authorization !== undefined && !/^\s*basic\s/i.test(authorization);
}

/**
 * Whether the cookie of a request counts: a page of another origin, even one of the same site or one that a setting allows, must not act
 * with the rights of a person who is signed in here. A request that changes nothing may name no origin; browsers name none for these.
 */
export function mayUseCookie(request: Request, own: AddressParts): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return isOfOwnPage(request, own);
  return ['GET', 'HEAD'].includes(request.method) || request.headers['sec-fetch-site'] === 'same-origin';
}

/** Answers a request whose cookie does not count. */
export function refuseForeignPage(response: Response): void {
  const message =
    'A session counts only for requests of pages of this server, which name its origin. Programs and other pages send a token: "Authorization: Bearer <token>".';
  refuseEarly(response, 403, { message, code: 'ORIGIN_NOT_ALLOWED' });
}

/** Answers a request whose credential was not accepted; throws any other error. */
export function refuseCredential(response: Response, error: unknown): void {
  const { req: request } = response;
  const status = error instanceof AppError ? statusByCode[error.code] : undefined;
  if (status === undefined || !(error instanceof AppError)) throw error;
  const isPage = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
  if (status === 401) response.set('www-authenticate', isPage ? basicChallenge : bearerChallenge);
  if (error.retryAfterSeconds !== undefined) response.set('retry-after', String(error.retryAfterSeconds));
  response.set('cache-control', 'no-store');
  refuseEarly(response, status, error);
}

/** The session of a request, after {@link authenticate}. */
export function sessionIn({ locals }: Response): Session {
  return locals['session'] as Session;
}
