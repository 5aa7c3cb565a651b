import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../../shared/appError.js';

/** So many credentials may be wrong, from one address, in so many seconds. */
const attempts = { points: 20, duration: 60 };
/** Credentials that were right are remembered so long, and so many of them. */
const trustedSeconds = 3600;
const maxTrusted = 10_000;

/**
 * Slows whoever tries credentials: an address from which too many were wrong is no longer asked about others for a while. Those that
 * this server has taken before go on, so that one who guesses does not lock out those behind the same address.
 */
export class AttemptLimit {
  private readonly failures = new RateLimiterMemory(attempts);
  /** When trust in a credential ends, by its hash; the oldest stand first. */
  private readonly trustedUntilByHash = new Map<string, number>();

  /** @throws AppError TOO_MANY_ATTEMPTS when the address is to wait, and the credential is not known to be right. */
  async ensureMayTry(address: string, credentialHash: string): Promise<void> {
    const state = await this.failures.get(address);
    if (!state || state.consumedPoints < attempts.points) return;
    if ((this.trustedUntilByHash.get(credentialHash) ?? 0) > Date.now()) return;
    throw AppError.tooManyAttempts(Math.ceil(state.msBeforeNext / 1000));
  }

  noteRight(credentialHash: string): void {
    this.trustedUntilByHash.delete(credentialHash);
    this.trustedUntilByHash.set(credentialHash, Date.now() + trustedSeconds * 1000);
    if (this.trustedUntilByHash.size <= maxTrusted) return;
    const [oldest] = this.trustedUntilByHash.keys();
    if (oldest !== undefined) this.trustedUntilByHash.delete(oldest);
  }

  async noteWrong(address: string, credentialHash: string): Promise<void> {
    this.trustedUntilByHash.delete(credentialHash);
    // Rejects once the limit is reached, which is asked for before the next attempt.
    await this.failures.consume(address).catch(() => undefined);
  }
}
