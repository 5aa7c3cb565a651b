import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { meaningOf } from '../database/index.js';
import { AppError, type AppErrorCode } from '../shared/appError.js';
import { newId } from '../shared/clock.js';
import { refuseEarly } from './refuseEarly.js';

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
    refuseEarly(response, 413, AppError.fileTooLarge(maxUploadBytes));
  };
}

/** What may go well a moment later. */
const unavailableCodes = new Set<AppErrorCode>(['DATABASE_BUSY', 'DATABASE_UNAVAILABLE', 'DISK_FULL', 'SHUTTING_DOWN']);

/** What goes wrong before GraphQL is reached: bodies that are too large, or no JSON. */
export function httpErrors(logger: Logger): ErrorRequestHandler {
  // eslint-disable-next-line no-restricted-syntax -- Express tells error handlers by their four parameters
  return (error: HttpFault, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const meaning = uploadFault(error) ?? meaningOf(error);
    if (meaning instanceof AppError && meaning.code !== 'INTERNAL') {
      refuseEarly(response, unavailableCodes.has(meaning.code) ? 503 : 400, meaning);
      return;
    }
    const status = error.status ?? 500;
    // Faults of a request do not all say that they may be told; those that may not, say so.
    if (error.expose !== false && status < 500) {
      const code = status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST';
      refuseEarly(response, status, { message: sentenceOf(error), code });
      return;
    }
    const ref = newId();
    logger.error({ ref, error }, 'request failed');
    refuseEarly(response, 500, { message: `Internal error (ref ${ref}).`, code: 'INTERNAL' });
  };
}

/** What the reader of uploads says of a request that is none. */
const uploadFaults: ReadonlySet<unknown> = new Set([
  ...['Multipart: Boundary not found', 'Malformed content type', 'Unexpected end of form', 'Malformed part header'],
]);

function uploadFault({ message }: HttpFault): AppError | undefined {
  if (!uploadFaults.has(message)) return undefined;
  return AppError.badInput(`The upload is no multipart request that can be read (${message ?? ''}). Send it again.`);
}

/** What body parsers and the reader of uploads throw. */
interface HttpFault {
  status?: number;
  expose?: boolean;
  message?: string;
  type?: string;
  limit?: number;
}

function sentenceOf({ type, limit, message }: HttpFault): string {
  return type === 'entity.too.large'
    ? `The request is larger than the ${limit} bytes that this server accepts (WAYBILL_MAX_BODY_BYTES). Ask in several requests, or send a file as an upload.`
    : (message ?? 'Bad request.');
}
