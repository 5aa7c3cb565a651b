import type { RequestHandler, Response } from 'express';
import { credentialIn, type Authenticator } from '../features/access/index.js';
import { AppError, type AppErrorCode } from '../shared/appError.js';
import { clientOf, type TrustProxy } from './clientOf.js';
import { refuseEarly } from './refuseEarly.js';
import type { Session } from '../shared/session.js';

const statusByCode: Partial<Record<AppErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  TOO_MANY_ATTEMPTS: 429,
  IDENTITY_PROVIDER_UNAVAILABLE: 503,
};
/** Makes a browser ask for name and password. */
const basicChallenge = 'Basic realm="Waybill: any name, and a token as the password", charset="UTF-8"';
const bearerChallenge = 'Bearer realm="Waybill"';

/** Requires a valid credential; stores the session in `response.locals`. */
export function authenticate(authenticator: Authenticator, trusts: TrustProxy): RequestHandler {
  return async (request, response, next) => {
    try {
      const credential = credentialIn(request.headers.authorization);
      response.locals['session'] = await authenticator.authenticate(credential, clientOf(request, trusts).address);
    } catch (error) {
      const status = error instanceof AppError ? statusByCode[error.code] : undefined;
      if (status === undefined || !(error instanceof AppError)) throw error;
      const isPage = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
      refuse(response, { status, error, challenge: isPage ? basicChallenge : bearerChallenge });
      return;
    }
    next();
  };
}

function refuse(
  response: Response,
  { status, error, challenge }: { status: number; error: AppError; challenge: string },
): void {
  if (status === 401) response.set('www-authenticate', challenge);
  if (error.retryAfterSeconds !== undefined) response.set('retry-after', String(error.retryAfterSeconds));
  response.set('cache-control', 'no-store');
  refuseEarly(response, status, error);
}

/** The session of a request, after {@link authenticate}. */
export function sessionIn({ locals }: Response): Session {
  return locals['session'] as Session;
}
