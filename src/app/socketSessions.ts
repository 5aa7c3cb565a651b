/** The sessions of WebSockets: authenticated when opened, and checked again for every operation and event. */
import type { GraphQLError } from 'graphql';
import type { Extra } from 'graphql-ws/use/ws';
import { credentialIn, type Authenticator, type Credential } from '../features/access/index.js';
import { AppError } from '../shared/appError.js';
import type { Config } from '../shared/config.js';
import { observed } from '../shared/observed.js';
import type { Session } from '../shared/session.js';
import { isSentOnPurpose } from './authentication.js';
import { clientOf } from './clientOf.js';
import { closeSocket, laterCodeOf } from './closeSocket.js';
import { isOfOwnPage, type AddressParts } from './ownAddress.js';
import { sessionCookie, type OwnCookie } from './ownCookie.js';
import { refusalError, refusals } from './limits/refusals.js';
import { SocketAnswers } from './socketAnswers.js';

/** How often is looked whether what opened a socket still holds, when nothing happens on it. */
const checkIntervalMs = 5000;
/** Of the protocol graphql-ws: who asks is not let in, or not any more. */
const forbiddenCode = 4403;
const faultCode = 4500;
const noToken = 'Send the token with connection_init: { "authorization": "Bearer <token>" }.';
const noText = 'The value of "authorization" in connection_init must be the string "Bearer <token>".';
const tokenEnded = 'The token was revoked, or has expired. Ask for a new one.';
const sessionEnded = 'The session has ended. Sign in again.';
const tooManyCode = 4429;
const tooMany = (limit: number) => `Too many WebSockets: ${limit} of one principal (WAYBILL_SOCKETS_EACH).`;

/** The data of a socket. */
export type SocketExtra = Extra & {
  credential?: Credential;
  address?: string;
  answers?: SocketAnswers;
  principalId?: string;
  /** The number of its running operations. */
  operationCount?: () => number;
};

/** What graphql-ws tells of a socket with its first message. */
interface OpenedSocket {
  extra: SocketExtra;
  connectionParams?: Readonly<Record<string, unknown>>;
  /** Its running operations, by id. */
  subscriptions: Readonly<Record<string, unknown>>;
}

export class SocketSessions {
  private readonly open = new Set<SocketExtra>();
  private readonly timer: NodeJS.Timeout;
  private readonly cookie: OwnCookie;

  constructor(
    private readonly authenticator: Authenticator,
    private readonly own: AddressParts,
    private readonly bounds: Pick<Config['ofEach'], 'sockets' | 'subscriptions'>,
    /** The message of an error for clients. */
    private readonly sentenceOf: (error: unknown) => string,
  ) {
    this.cookie = sessionCookie(own);
    this.timer = setInterval(() => void this.closeEnded(), checkIntervalMs);
    this.timer.unref();
  }

  /**
   * Lets a socket in whose first message, or whose request, shows a credential that holds. What a browser adds to a request by itself
   * does not count when a page of another origin made it. One that is not let in is closed, with the reason.
   */
  async admit({ extra, connectionParams, subscriptions }: OpenedSocket): Promise<boolean> {
    const authorization = authorizationIn(connectionParams);
    const client = clientOf(extra.request, this.own.trusts);
    const credential = typeof authorization === 'string' ? credentialIn(authorization) : this.credentialOf(extra);
    if (!credential) {
      observed.refused.tell('UNAUTHENTICATED');
      return refuse(extra, forbiddenCode, authorization === undefined ? noToken : noText);
    }
    try {
      extra.principalId = (await this.authenticator.authenticate(credential, client.address)).actor.id;
    } catch (error) {
      const code = laterCodeOf(error) ?? (error instanceof AppError ? forbiddenCode : faultCode);
      return refuse(extra, code, this.sentenceOf(error));
    }
    if (this.socketsOf(extra.principalId).length >= this.bounds.sockets) {
      observed.refused.tell('TOO_MANY_SOCKETS');
      return refuse(extra, tooManyCode, tooMany(this.bounds.sockets));
    }
    extra.credential = credential;
    extra.operationCount = () => Object.keys(subscriptions).length;
    extra.address = client.address;
    extra.answers = new SocketAnswers();
    this.open.add(extra);
    return true;
  }

  /** The credential that the browser added to the request of a socket. */
  private credentialOf({ request }: SocketExtra): Credential | undefined {
    const { authorization, origin } = request.headers;
    const isOwn = isOfOwnPage(request, this.own);
    const secret = isOwn && !isSentOnPurpose(authorization) ? this.cookie.valueIn(request) : undefined;
    if (secret !== undefined) return { type: 'SESSION', text: secret };
    return isOwn || origin === undefined ? credentialIn(authorization) : undefined;
  }

  /**
   * The current session of a socket.
   * @throws AppError UNAUTHENTICATED if the credential is no longer valid; the socket is then closed
   */
  async sessionOf(extra: SocketExtra): Promise<Session> {
    const { credential, address = '' } = extra;
    const session = credential && (await this.authenticator.find(credential, address));
    if (session) return session;
    throw AppError.unauthenticated(this.close(extra));
  }

  /** The error if a principal has too many running operations; else undefined. */
  refusalFor({ principalId }: SocketExtra): [GraphQLError] | undefined {
    const counts = this.socketsOf(principalId).map(({ operationCount }) => operationCount?.() ?? 0);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const { subscriptions: limit } = this.bounds;
    return total > limit ? [refusalError(refusals.tooManySubscriptions(limit))] : undefined;
  }

  /** Closes the sockets that were opened with a session which a person has ended. */
  closeOf(secret: string): void {
    for (const extra of this.open) {
      const { type, text } = extra.credential ?? {};
      if (type === 'SESSION' && text === secret) this.close(extra);
    }
  }

  private socketsOf(principalId: string | undefined): SocketExtra[] {
    return [...this.open].filter((extra) => extra.principalId === principalId);
  }

  forget(extra: SocketExtra): void {
    this.open.delete(extra);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Closes a socket whose credential has ended; gives the reason. */
  private close(extra: SocketExtra): string {
    const reason = extra.credential?.type === 'SESSION' ? sessionEnded : tokenEnded;
    this.forget(extra);
    refuse(extra, forbiddenCode, reason);
    return reason;
  }

  /** Closes sockets with an expired credential. If it cannot be checked, the socket stays open. */
  private async closeEnded(): Promise<void> {
    for (const extra of this.open) {
      await this.sessionOf(extra).catch(() => undefined);
    }
  }
}

/** Closes a socket with the reason; false, as graphql-ws is told that it is not let in. */
function refuse({ socket }: SocketExtra, code: number, reason: string): false {
  closeSocket(socket, code, reason);
  return false;
}

/** What the first message gives as its credential, under a name that is written like that of the header: in any case of letters. */
function authorizationIn(params: OpenedSocket['connectionParams'] = {}): unknown {
  const found = Object.entries(params).filter(([name]) => name.toLowerCase() === 'authorization');
  return found.map(([, value]) => value ?? undefined).find((value) => value !== undefined);
}
