import { isIPv6 } from 'node:net';
import { rateLimiter } from '../../redis/rateLimiter.js';
import type { RedisLink } from '../../redis/redisLink.js';
import { AppError } from '../../shared/appError.js';

/** Maximum number of wrong credentials per address and seconds, before further ones are refused. */
const attempts = { points: 20, duration: 60 };
/** Groups of an IPv6 address that identify a network: its owner has all addresses of it. */
const networkGroupCount = 4;

/**
 * Counts wrong credentials by address, and refuses further wrong ones after too many. A right credential is never counted nor
 * refused: clients behind the same proxy cannot lock out others.
 */
export class AttemptLimit {
  private readonly failures;

  /** `redis`: counts over all servers that share it. */
  constructor(redis: RedisLink | undefined) {
    this.failures = rateLimiter(redis, { name: 'wrong-credentials', ...attempts });
  }

  /** @throws AppError TOO_MANY_ATTEMPTS after too many wrong ones */
  async noteWrong(address: string): Promise<void> {
    const state = await this.failures.penalty(networkOf(address));
    if (state.consumedPoints > attempts.points) throw AppError.tooManyAttempts(Math.ceil(state.msBeforeNext / 1000));
  }
}

/** The address itself for IPv4, the first 64 bits for IPv6. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [start = '', end] = address.split('::');
  const groups = start === '' ? [] : start.split(':');
  const endGroups = end === undefined || end === '' ? [] : end.split(':');
  const gap = Array<string>(Math.max(0, 8 - groups.length - endGroups.length)).fill('0');
  const whole = end === undefined ? groups : [...groups, ...gap, ...endGroups];
  const network = whole.slice(0, networkGroupCount).map((group) => group.replace(/^0+(.)/, '$1').toLowerCase());
  return `${network.join(':')}::/64`;
}
