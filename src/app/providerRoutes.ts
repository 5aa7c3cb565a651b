/** `/session/oidc`: sends a browser to the identity provider; `/session/oidc/callback`: signs in whom the provider names. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type {
  Authenticator,
  BrowserSessions,
  ProviderSignIn,
  SignInChecks,
  SignInFailure,
} from '../features/access/index.js';
import { AppError } from '../shared/appError.js';
import { clientOf } from './clientOf.js';
import { wayUp } from './consolePage.js';
import { ownAddress, type AddressParts } from './ownAddress.js';
import { OwnCookie, sessionCookie } from './ownCookie.js';

interface ProviderRouteParts extends AddressParts {
  authenticator: Authenticator;
  browserSessions: BrowserSessions;
  providerSignIn: ProviderSignIn;
}

/** How long a person may take at the provider. */
const maxMinutes = 10;

/** What the browser carries to the provider and back. */
interface Carried extends SignInChecks {
  /** The path of the console to go on with. */
  to: string;
}

export function providerRoutes(parts: ProviderRouteParts): RequestHandler {
  const routes = new ProviderRoutes(parts);
  const router = Router();
  router.get('/', (request, response) => routes.start(request, response));
  router.get('/callback', (request, response) => routes.finish(request, response));
  return router;
}

class ProviderRoutes {
  private readonly session: OwnCookie;
  /** Not `strict`: the browser comes back from a page of the provider. */
  private readonly carried: OwnCookie;

  constructor(private readonly parts: ProviderRouteParts) {
    this.session = sessionCookie(parts);
    this.carried = new OwnCookie({ name: 'waybill_sign_in', sameSite: 'lax' }, parts);
  }

  async start(request: Request, response: Response): Promise<void> {
    const to = consolePath(request.query['to']);
    const started = await this.parts.providerSignIn.start(this.callbackUrl(request));
    if ('failure' in started) {
      redirectTo(response, withProblem(to, started.failure));
      return;
    }
    const value = Buffer.from(JSON.stringify({ ...started.checks, to } satisfies Carried)).toString('base64url');
    const expiresAt = new Date(Date.now() + maxMinutes * 60_000);
    this.carried.set(response, { value, expiresAt }, this.addressOf(request));
    response.redirect(started.url);
  }

  async finish(request: Request, response: Response): Promise<void> {
    const carried = carriedIn(this.carried.valueIn(request));
    // It counts once, however this ends.
    this.carried.clear(response, this.addressOf(request));
    const to = consolePath(carried?.to);
    const failure = carried ? await this.signIn(carried, request, response) : 'SIGN_IN_EXPIRED';
    redirectTo(response, failure === undefined ? to : withProblem(to, failure));
  }

  private async signIn(checks: SignInChecks, request: Request, response: Response): Promise<SignInFailure | undefined> {
    const { authenticator, browserSessions, providerSignIn, trusts } = this.parts;
    const { address } = clientOf(request, trusts);
    const url = new URL(this.callbackUrl(request));
    url.search = new URL(request.originalUrl, url).search;
    const answer = await providerSignIn.finish({ url, checks, address });
    if ('failure' in answer) {
      const { failure } = answer;
      return failure === 'SIGN_IN_FAILED' ? this.failureAfter(address, failure) : failure;
    }
    const session = await authenticator.ofUser(answer);
    const { secret, expiresAt } = await browserSessions.begin(session, { method: 'IDENTITY_PROVIDER', address });
    this.session.set(response, { value: secret, expiresAt }, this.addressOf(request));
    return undefined;
  }

  /** Records and counts an answer that the provider does not confirm: anybody can make one up. */
  private async failureAfter(address: string, failure: SignInFailure): Promise<SignInFailure> {
    try {
      await this.parts.authenticator.noteWrong('CODE', address);
      return failure;
    } catch (error) {
      if (error instanceof AppError && error.code === 'TOO_MANY_ATTEMPTS') return error.code;
      throw error;
    }
  }

  /** The provider knows one address of this server: the public one, if it is set. */
  private addressOf(request: Request): string {
    return this.parts.publicUrl ?? ownAddress(request, this.parts);
  }

  private callbackUrl(request: Request): string {
    return `${this.addressOf(request)}/session/oidc/callback`;
  }
}

function carriedIn(value: string | undefined): Carried | undefined {
  if (value === undefined) return undefined;
  try {
    const { state, nonce, verifier, to } = JSON.parse(Buffer.from(value, 'base64url').toString()) as Partial<
      Record<keyof Carried, unknown>
    >;
    const isWhole = [state, nonce, verifier].every((part) => typeof part === 'string' && part !== '');
    return isWhole ? ({ state, nonce, verifier, to } as Carried) : undefined;
  } catch {
    return undefined;
  }
}

/** A path of the console, with its query; `/` for anything else. */
function consolePath(value: unknown): string {
  const base = 'http://localhost';
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, base)) return '/';
  const { origin, pathname, search, hash } = new URL(value, base);
  return origin === base ? pathname.replace(/^\/+/, '/') + search + hash : '/';
}

/** The same path with the code of a failure: the console shows its sign-in page there, and goes on from there. */
function withProblem(path: string, failure: SignInFailure): string {
  const url = new URL(path, 'http://localhost');
  url.searchParams.set('problem', failure);
  return url.pathname + url.search + url.hash;
}

/** By a relative address, so that it is right below any path of a proxy; and no text behind its dots can lead to another server. */
function redirectTo(response: Response, path: string): void {
  const [requestPath = ''] = response.req.originalUrl.split('?');
  response.redirect(wayUp(requestPath) + path.slice(1));
}
