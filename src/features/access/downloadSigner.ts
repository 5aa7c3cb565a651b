import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../shared/clock.js';
import type { Session } from '../../shared/session.js';

const lifetimeSeconds = 900;

/** The principal for whom a link was signed: it gives no more than their current rights. */
export interface Signatory {
  principalId: string;
  /** The token of the session: the link expires with it. Undefined for an access token of an identity provider. */
  tokenId: string | undefined;
}

interface SignedParts extends Signatory {
  fileId: string;
  /** The expiry time, in seconds since 1970. */
  until: number;
}

/** Signs download links for a limited time, so that a browser or a script can fetch a file without a token. */
export class DownloadSigner {
  constructor(
    private readonly key: string,
    private readonly clock: Clock,
  ) {}

  /** The query of a link, without `?`. The link expires after a while, and with the token of the session. */
  sign(fileId: string, { actor, shown }: Pick<Session, 'actor' | 'shown'>): string {
    const tokenId = shown && 'tokenId' in shown ? shown.tokenId : undefined;
    const endsAt = shown && 'endsAt' in shown ? secondsOf(shown.endsAt) : Infinity;
    const until = Math.min(secondsOf(this.clock.now()) + lifetimeSeconds, endsAt);
    const signature = this.signatureOf({ fileId, principalId: actor.id, tokenId, until }).toString('base64url');
    const query = {
      by: actor.id,
      ...(tokenId === undefined ? {} : { token: tokenId }),
      until: String(until),
      signature,
    };
    return new URLSearchParams(query).toString();
  }

  /** The signatory of a link to a file; undefined if the signature is invalid or expired. */
  signatoryOf(fileId: string, query: Readonly<Record<string, unknown>>): Signatory | undefined {
    const { by, token, until, signature } = query;
    if (typeof by !== 'string' || typeof until !== 'string' || typeof signature !== 'string') return undefined;
    if (!/^\d{1,12}$/.test(until) || Number(until) * 1000 <= Date.parse(this.clock.now())) return undefined;
    const signatory = { principalId: by, tokenId: typeof token === 'string' ? token : undefined };
    const given = Buffer.from(signature, 'base64url');
    const right = this.signatureOf({ fileId, ...signatory, until: Number(until) });
    return given.length === right.length && timingSafeEqual(given, right) ? signatory : undefined;
  }

  private signatureOf({ fileId, principalId, tokenId, until }: SignedParts): Buffer {
    const text = ['download', fileId, principalId, tokenId ?? '', until].join('\n');
    return createHmac('sha256', this.key).update(text).digest();
  }
}

function secondsOf(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}
