import { Router, type RequestHandler } from 'express';
import type { FileStore } from '../features/files/index.js';
import type { Config } from '../shared/config.js';
import type { Services } from './services.js';

type HealthParts = Pick<Services, 'projects' | 'fileStore' | 'redis' | 'agreement'> & Pick<Config, 'role'>;

/**
 * `/health`: the process answers, and whether the store of files did. `/ready`: the database answers too, and whether Redis does, and is the one
 * of the other servers. If not, only a process that does nothing but tasks has nothing to do.
 */
export function healthRoutes({ projects, fileStore, redis, agreement, role }: HealthParts): RequestHandler {
  const router = Router();
  const files = new FilesHealth(fileStore);
  router.get('/health', (_request, response) => {
    response.json({ status: 'ok', ...(files.isAvailable() ? {} : { files: 'unavailable' }) });
  });
  router.get('/ready', async (_request, response) => {
    try {
      await projects.isEmpty();
    } catch {
      response.status(503).json({ status: 'the database does not answer' });
      return;
    }
    const isRedisHere = redis === undefined || (await redis.answers());
    if (isRedisHere && agreement?.isBroken !== true) response.json({ status: 'ready' });
    else if (role === 'worker') response.status(503).json({ status: isRedisHere ? differs : 'Redis does not answer' });
    else response.json({ status: 'ready', ...(isRedisHere ? { tasks: differs } : { redis: 'unavailable' }) });
  });
  return router;
}

const differs = 'another server on the database dispatches tasks in another way: see the log';

export function isAlive(): RequestHandler {
  return Router().get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
}

/** How long an answer of the store is used again. */
const maxAgeMs = 2000;

/** What the store last answered. Nobody waits for it: whoever asks after the process must have an answer at once. */
class FilesHealth {
  private latest = true;
  private askedAt = -Infinity;

  constructor(private readonly fileStore: FileStore) {}

  isAvailable(): boolean {
    if (performance.now() - this.askedAt > maxAgeMs) {
      this.askedAt = performance.now();
      this.fileStore.isAvailable().then(
        (isAvailable) => (this.latest = isAvailable),
        () => (this.latest = false),
      );
    }
    return this.latest;
  }
}
