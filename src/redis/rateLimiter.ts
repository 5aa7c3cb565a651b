import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { RedisLink } from './redisLink.js';

interface Bounds {
  /** The same on all servers, and of no other limiter. */
  name: string;
  /** How much is allowed in a window. */
  points: number;
  /** The length of a window in seconds. */
  duration: number;
}

/** Counts over all servers that share a Redis; for this server alone without one, and while it is away. */
export function rateLimiter(link: RedisLink | undefined, { name, ...bounds }: Bounds): RateLimiterAbstract {
  const own = new RateLimiterMemory(bounds);
  if (!link) return own;
  const shared = { storeClient: link.commands, keyPrefix: `${link.prefix}:${name}`, insuranceLimiter: own };
  return new RateLimiterRedis({ ...shared, ...bounds });
}
