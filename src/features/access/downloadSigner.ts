import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../shared/clock.js';
import type { Session } from '../../shared/session.js';

const lifetimeSeconds = 900;

/** For whom an address was signed: what they may not any more, it does not either. */
export interface Signatory {
  principalId: string;
  /** Whether it was signed for a session with all rights: a token may have fewer than its principal. */
  isSuperuser: boolean;
}

interface SignedParts extends Signatory {
  fileId: string;
  /** When it ends, in seconds since 1970. */
  until: number;
}

/** Signs addresses of downloads for a while, so that a browser or a script can fetch a file without a token. */
export class DownloadSigner {
  constructor(
    private readonly key: string,
    private readonly clock: Clock,
  ) {}

  /** The query of an address, without `?`. */
  sign(fileId: string, { actor, isSuperuser }: Session): string {
    const until = Math.floor(Date.parse(this.clock.now()) / 1000) + lifetimeSeconds;
    const signature = this.signatureOf({ fileId, principalId: actor.id, isSuperuser, until }).toString('base64url');
    const query = { by: actor.id, ...(isSuperuser ? { superuser: '1' } : {}), until: String(until), signature };
    return new URLSearchParams(query).toString();
  }

  /** For whom the address of a file was signed; undefined when it was not, or that was too long ago. */
  signatoryOf(fileId: string, query: Readonly<Record<string, unknown>>): Signatory | undefined {
    const { by, until, signature, superuser } = query;
    if (typeof by !== 'string' || typeof until !== 'string' || typeof signature !== 'string') return undefined;
    if (!/^\d{1,12}$/.test(until) || Number(until) * 1000 <= Date.parse(this.clock.now())) return undefined;
    const signatory = { principalId: by, isSuperuser: superuser === '1' };
    const given = Buffer.from(signature, 'base64url');
    const right = this.signatureOf({ fileId, ...signatory, until: Number(until) });
    return given.length === right.length && timingSafeEqual(given, right) ? signatory : undefined;
  }

  private signatureOf({ fileId, principalId, isSuperuser, until }: SignedParts): Buffer {
    const text = ['download', fileId, principalId, isSuperuser ? 'superuser' : '', until].join('\n');
    return createHmac('sha256', this.key).update(text).digest();
  }
}
