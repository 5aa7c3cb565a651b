import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { newId } from '../shared/clock.js';

/** The parts of a multipart request around its file: operations, map and boundaries. */
const multipartOverheadBytes = 1024 * 1024;

/** Refuses an upload that says it is too large before a byte of it is read; one that lies is cut off at the limit. */
export function limitUploads(maxUploadBytes: number): RequestHandler {
  return (request, response, next) => {
    const isUpload = request.is('multipart/form-data') === 'multipart/form-data';
    const length = Number(request.headers['content-length'] ?? 0);
    if (!isUpload || length <= maxUploadBytes + multipartOverheadBytes) {
      next();
      return;
    }
    const message = `The upload has ${length} bytes, more than the ${maxUploadBytes} that this server accepts.`;
    response.status(413).set('connection', 'close').json(errorBody(message, 'PAYLOAD_TOO_LARGE'));
  };
}

/** What goes wrong before GraphQL is reached: bodies that are too large, or no JSON. */
export function httpErrors(logger: Logger): ErrorRequestHandler {
  // eslint-disable-next-line no-restricted-syntax -- Express tells error handlers by their four parameters
  return (error: { status?: number; expose?: boolean; message?: string }, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = error.status ?? 500;
    // Faults of a request do not all say that they may be told; those that may not, say so.
    if (error.expose !== false && status < 500) {
      response
        .status(status)
        .json(errorBody(error.message ?? 'Bad request.', status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST'));
      return;
    }
    const ref = newId();
    logger.error({ ref, error }, 'request failed');
    response.status(500).json(errorBody(`Internal error (ref ${ref}).`, 'INTERNAL'));
  };
}

function errorBody(message: string, code: string): object {
  return { errors: [{ message, extensions: { code } }] };
}
