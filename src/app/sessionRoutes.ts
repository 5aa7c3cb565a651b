/** `/session`: signs a browser in and out, and says who is signed in. docs/access.md describes it. */
import express, { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import {
  credentialIn,
  credentialOfToken,
  signInSentence,
  type BrowserSessions,
  type Credential,
  type ProviderSignIn,
} from '../features/access/index.js';
import type { Session } from '../shared/session.js';
import {
  isSentOnPurpose,
  mayUseCookie,
  refuseCredential,
  refuseForeignPage,
  type AuthenticationParts,
} from './authentication.js';
import { clientOf } from './clientOf.js';
import { isOfOwnPage } from './ownAddress.js';
import { providerRoutes } from './providerRoutes.js';
import { refuseEarly } from './refuseEarly.js';
import { sessionCookie, type OwnCookie } from './ownCookie.js';

interface SessionRouteParts extends AuthenticationParts {
  browserSessions: BrowserSessions;
  providerSignIn: ProviderSignIn | undefined;
}

/** A token of an identity provider may have some thousand characters. */
const maxBodyBytes = 32_768;
const howToSend = 'Send the token as JSON, { "token": "<token>" }, or in the header "Authorization: Bearer <token>".';

/** A body that cannot be read. Its bound is this route's own, so no setting raises it. */
// oxlint-disable-next-line waybill/no-long-parameter-list -- Express tells error handlers by their four parameters
const refuseBody: ErrorRequestHandler = (error: { type?: string }, _request, response, next) => {
  if (error.type === 'entity.too.large') {
    const message = `The body has more than the ${maxBodyBytes} bytes that a sign-in may have: it holds nothing but a token.`;
    refuseEarly(response, 413, { message, code: 'PAYLOAD_TOO_LARGE' });
  } else if (error.type === 'entity.parse.failed') {
    refuseEarly(response, 400, { message: howToSend, code: 'BAD_USER_INPUT' });
  } else next(error);
};

export function sessionRoutes(parts: SessionRouteParts): RequestHandler {
  const routes = new SessionRoutes(parts);
  const router = Router();
  router.use((_request, response, next) => {
    response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    next();
  });
  const { providerSignIn } = parts;
  if (providerSignIn) router.use('/oidc', providerRoutes({ ...parts, providerSignIn }));
  router.get('/', (request, response) => routes.show(request, response));
  router.post('/', routes.refuseOtherPages, express.json({ limit: maxBodyBytes }), (request, response) =>
    routes.signIn(request, response),
  );
  router.delete('/', (request, response) => routes.signOut(request, response));
  router.use(refuseBody);
  return router;
}

class SessionRoutes {
  private readonly cookie: OwnCookie;

  constructor(private readonly parts: SessionRouteParts) {
    this.cookie = sessionCookie(parts);
  }

  /** Says who is signed in with the cookie, and how one can sign in. */
  async show(request: Request, response: Response): Promise<void> {
    const secret = mayUseCookie(request, this.parts) ? this.cookie.valueIn(request) : undefined;
    const session = secret === undefined ? undefined : await this.sessionOf(secret, request);
    // The cookie of an ended session is of no more use.
    if (secret !== undefined && !session) this.cookie.clear(response);
    const { actor, isSuperuser } = session ?? {};
    const { providerSignIn } = this.parts;
    response.json({
      signedIn: session !== undefined,
      principal: actor ? { id: actor.id, name: actor.name, isSuperuser } : null,
      methods: { token: true, oidc: providerSignIn ? { name: providerSignIn.name } : null },
      // The console has the code from its address, and never the sentence: anybody can write an address.
      problem: signInSentence(request.query['problem']) ?? null,
    });
  }

  /** A page of another origin must not sign a person in under a name that it chose. */
  readonly refuseOtherPages: RequestHandler = (request, response, next) => {
    const isForeign = request.headers.origin !== undefined && !isOfOwnPage(request, this.parts);
    if (isForeign) refuseForeignPage(response);
    else next();
  };

  async signIn(request: Request, response: Response): Promise<void> {
    const { authenticator, browserSessions, trusts } = this.parts;
    const credential = shownCredential(request);
    if (!credential) {
      refuseEarly(response, 400, { message: howToSend, code: 'BAD_USER_INPUT' });
      return;
    }
    const { address } = clientOf(request, trusts);
    let session: Session;
    try {
      session = await authenticator.authenticate(credential, address);
    } catch (error) {
      refuseCredential(response, error);
      return;
    }
    const former = this.cookie.valueIn(request);
    if (former !== undefined) await browserSessions.end(former);
    const { secret, expiresAt } = await browserSessions.begin(session, { method: 'TOKEN', address });
    this.cookie.set(response, { value: secret, expiresAt });
    response.status(204).end();
  }

  async signOut(request: Request, response: Response): Promise<void> {
    const secret = this.cookie.valueIn(request);
    if (secret !== undefined && !mayUseCookie(request, this.parts)) {
      refuseForeignPage(response);
      return;
    }
    if (secret !== undefined) await this.parts.browserSessions.end(secret);
    this.cookie.clear(response);
    response.status(204).end();
  }

  private sessionOf(secret: string, request: Request): Promise<Session | undefined> {
    const { authenticator, trusts } = this.parts;
    return authenticator.find({ type: 'SESSION', text: secret }, clientOf(request, trusts).address);
  }
}

/** The token in the body of a request, else in its header. */
function shownCredential({ headers: { authorization }, body }: Request): Credential | undefined {
  const { token } = (body ?? {}) as { token?: unknown };
  if (typeof token === 'string') return credentialOfToken(token.trim());
  return isSentOnPurpose(authorization) ? credentialIn(authorization) : undefined;
}
