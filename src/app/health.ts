import { Router, type RequestHandler } from 'express';
import type { Services } from './services.js';

/** `/health`: the process answers. `/ready`: the database answers too. */
export function healthRoutes({ projects }: Pick<Services, 'projects'>): RequestHandler {
  const router = Router();
  router.use(isAlive());
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
