import { Router, type RequestHandler } from 'express';
import type { FileStore } from '../features/files/index.js';
import type { Services } from './services.js';

/** `/health`: the process answers, and whether the store of files did. `/ready`: the database answers too. */
export function healthRoutes({ projects, fileStore }: Pick<Services, 'projects' | 'fileStore'>): RequestHandler {
  const router = Router();
  const files = new FilesHealth(fileStore);
  router.get('/health', (_request, response) => {
    response.json({ status: 'ok', ...(files.isAvailable() ? {} : { files: 'unavailable' }) });
  });
  router.get('/ready', async (_request, response) => {
    try {
      await projects.isEmpty();
      response.json({ status: 'ready' });
    } catch {
      response.status(503).json({ status: 'the database does not answer' });
    }
  });
  return router;
}

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
