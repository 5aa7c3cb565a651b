import type { RequestHandler, Response } from 'express';
import { rateLimiter } from '../redis/rateLimiter.js';
import type { RedisLink } from '../redis/redisLink.js';
import type { Config } from '../shared/config.js';
import { refuseEarly } from './refuseEarly.js';
import { sessionIn } from './authentication.js';

const secondsOfAnHour = 3600;
/** How soon one of several uploads may have ended. */
const shortWaitSeconds = 5;

/**
 * Refuses an upload before any of it is read if its principal has too many running uploads or uploaded too many bytes in the last hour.
 * Uploads that failed count too. Each server counts separately, from its start; with Redis, all count the bytes together.
 */
export function limitUploadsOfEach(
  { bytesPerHour, atOnce }: Config['uploads'],
  redis: RedisLink | undefined,
): RequestHandler {
  const received = rateLimiter(redis, { name: 'uploaded-bytes', points: bytesPerHour, duration: secondsOfAnHour });
  const underWay = new Map<string, number>();
  return async (request, response, next) => {
    if (request.is('multipart/form-data') !== 'multipart/form-data') {
      next();
      return;
    }
    const { id } = sessionIn(response).actor;
    const claimedBytes = Number(request.headers['content-length'] ?? 0);
    const known = await received.get(id);
    const count = underWay.get(id) ?? 0;
    if (count >= atOnce) {
      refuse(response, { message: tooManySentence(count), waitSeconds: shortWaitSeconds });
      return;
    }
    if ((known?.consumedPoints ?? 0) + Math.max(1, claimedBytes) > bytesPerHour) {
      const waitSeconds = Math.ceil((known?.msBeforeNext ?? secondsOfAnHour * 1000) / 1000);
      refuse(response, { message: tooMuchSentence(bytesPerHour, waitSeconds), waitSeconds });
      return;
    }
    // One that was aborted meanwhile would never end.
    if (response.closed || request.destroyed) return;
    underWay.set(id, count + 1);
    const bytesBefore = request.socket.bytesRead;
    response.once('close', () => {
      const left = (underWay.get(id) ?? 1) - 1;
      if (left === 0) underWay.delete(id);
      else underWay.set(id, left);
      // One without a stated length counts with the bytes that arrived.
      if (claimedBytes === 0) void received.penalty(id, request.socket.bytesRead - bytesBefore);
    });
    await received.penalty(id, claimedBytes);
    next();
  };
}

function tooManySentence(count: number): string {
  return `You have ${count} running uploads, the maximum for one principal. Send the file again when one has ended.`;
}

function tooMuchSentence(bytesPerHour: number, waitSeconds: number): string {
  return `This upload would exceed the limit of ${bytesPerHour} bytes per hour for one principal. Send it again in ${waitSeconds} s.`;
}

function refuse(response: Response, { message, waitSeconds }: { message: string; waitSeconds: number }): void {
  response.set('retry-after', String(waitSeconds));
  refuseEarly(response, 429, { message, code: 'UPLOAD_LIMIT_REACHED' });
}
