import { AppError, type AppErrorCode } from './appError.js';

/** The cause is outside the request, and passes: the same request may succeed later. */
const passingCodes = new Set<AppErrorCode>([
  'DATABASE_BUSY',
  'DATABASE_UNAVAILABLE',
  'DISK_FULL',
  'FILES_UNAVAILABLE',
  'SHUTTING_DOWN',
  'TOO_MANY_HEAVY_READS',
]);

export function isPassing(error: unknown): error is AppError {
  return error instanceof AppError && passingCodes.has(error.code);
}
