import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { meaningOf } from '../database/index.js';
import { AppError, type AppErrorCode } from '../shared/appError.js';
import { newId } from '../shared/clock.js';
import { payloadTooLarge } from './limitUploads.js';
import { refuseEarly } from './refuseEarly.js';

/** Errors after which a retry may succeed. */
const unavailableCodes = new Set<AppErrorCode>([
  ...(['DATABASE_BUSY', 'DATABASE_UNAVAILABLE', 'DISK_FULL', 'FILES_UNAVAILABLE', 'SHUTTING_DOWN'] as const),
]);

/** Errors before GraphQL is reached: bodies that are too large or no JSON. */
export function httpErrors(logger: Logger): ErrorRequestHandler {
  // oxlint-disable-next-line waybill/no-long-parameter-list -- Express tells error handlers by their four parameters
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
    // Only errors with `expose: false` must not be shown; others may lack the member.
    if (error.expose !== false && status < 500) {
      const code = status === 413 ? payloadTooLarge : 'BAD_REQUEST';
      refuseEarly(response, status, { message: sentenceOf(error), code });
      return;
    }
    const ref = newId();
    logger.error({ ref, error }, 'request failed');
    refuseEarly(response, 500, { message: `Internal error (ref ${ref}).`, code: 'INTERNAL' });
  };
}

/** Errors of the upload library for a request that is no upload. */
const uploadFaults: ReadonlySet<unknown> = new Set([
  ...['Multipart: Boundary not found', 'Malformed content type', 'Unexpected end of form', 'Malformed part header'],
]);

function uploadFault({ message }: HttpFault): AppError | undefined {
  if (!uploadFaults.has(message)) return undefined;
  return AppError.badInput(`The upload is no multipart request that can be read (${message ?? ''}). Send it again.`);
}

/** Errors of body parsers and of the upload library. */
interface HttpFault {
  status?: number;
  expose?: boolean;
  message?: string;
  type?: string;
  limit?: number;
}

/** The error of the upload library for a part that is no file. */
const largeField = /^The ‘(\w+)’ multipart field value exceeds the (\d+) byte size limit\.$/;

function sentenceOf({ type, limit, message }: HttpFault): string {
  const [, part, partLimit] = largeField.exec(message ?? '') ?? [];
  if (part !== undefined) {
    return `The part "${part}" of the request is larger than the ${partLimit} bytes that this server accepts beside a file (WAYBILL_MAX_BODY_BYTES). Ask in several requests.`;
  }
  return type === 'entity.too.large'
    ? `The request is larger than the ${limit} bytes that this server accepts (WAYBILL_MAX_BODY_BYTES). Ask in several requests, or send a file as an upload.`
    : (message ?? 'Bad request.');
}
