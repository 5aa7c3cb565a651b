/** `/metrics`, for those who have its token. The token opens nothing else, and no other credential opens this. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type Request, type RequestHandler } from 'express';
import { credentialIn, type Authenticator } from '../features/access/index.js';
import { AppError } from '../shared/appError.js';
import { refuseCredential } from './authentication.js';
import { clientOf, type TrustProxy } from './clientOf.js';
import type { Metrics } from './metrics/metrics.js';
import { refuseEarly } from './refuseEarly.js';

interface RouteParts {
  /** Undefined: there is nothing. */
  metrics: Pick<Metrics, 'text' | 'contentType'> | undefined;
  /** Undefined: whoever reaches the port may read them. */
  token: string | undefined;
  authenticator: Pick<Authenticator, 'noteWrong'>;
  trusts: TrustProxy;
}

/** For the path `/metrics`. */
export function metricsRoute(parts: RouteParts): RequestHandler {
  const { metrics } = parts;
  const router = Router();
  router.get('/', async (request, response, next) => {
    if (!metrics) {
      next();
      return;
    }
    try {
      await requireToken(parts, request);
    } catch (error) {
      refuseCredential(response, error);
      return;
    }
    response.set({ 'content-type': metrics.contentType, 'cache-control': 'no-store' });
    response.send(await metrics.text());
  });
  router.use((_request, response) => {
    refuseEarly(response, 404, { message: nothingHere, code: 'NOT_FOUND' });
  });
  return router;
}

const nothingHere =
  'There is nothing here. Metrics are served by GET /metrics, on the port that WAYBILL_METRICS_PORT names, or else on this one if WAYBILL_METRICS_TOKEN is set.';

async function requireToken({ token, authenticator, trusts }: RouteParts, request: Request): Promise<void> {
  if (token === undefined) return;
  const sent = credentialIn(request.headers.authorization)?.text;
  if (sent === undefined) throw AppError.unauthenticated(howToSend);
  // Digests have one length, as the comparison requires.
  if (timingSafeEqual(digestOf(sent), digestOf(token))) return;
  await authenticator.noteWrong('METRICS_TOKEN', clientOf(request, trusts).address);
  throw AppError.unauthenticated(`This is not the token of the metrics. ${howToSend}`);
}

const howToSend = 'Send the token that WAYBILL_METRICS_TOKEN names: "Authorization: Bearer <token>".';

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
