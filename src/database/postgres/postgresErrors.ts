import { AppError } from '../../shared/appError.js';

/** SQLSTATE codes (PostgreSQL manual, appendix A) of a wait that timed out. */
const busyCodes = new Set(['55P03', '40P01', '40001']);

/** Codes of a lost or refused connection: of SQLSTATE, and of the operating system. */
const lostCodes = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
]);
const lostMessages = /^Connection terminated|^timeout expired|^Client has encountered a connection error|not queryable/;

/** A statement that was stopped: by `statement_timeout`, or by an administrator. */
const stoppedCode = '57014';

/** A text with U+0000, which PostgreSQL cannot store: as a parameter, and as an escape in JSON. */
const nulCodes = new Set(['22021', '22P05']);

/**
 * Translates errors of the driver, also inside an error of TypeORM, to errors of the server. All other errors are returned unchanged.
 */
export function meaningOf(error: unknown): unknown {
  const code = codeOf(error);
  if (busyCodes.has(code)) return AppError.databaseBusy(0, error);
  if (code === stoppedCode) return AppError.queryTooSlow(error);
  if (isConnectionLost(error)) return AppError.databaseUnavailable(error);
  if (nulCodes.has(code)) return AppError.badInput('A string contains the character U+0000, which cannot be stored.');
  return error;
}

export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('08') || lostCodes.has(code) || (error instanceof Error && lostMessages.test(error.message));
}

function codeOf(error: unknown): string {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const found = code ?? driverError?.code;
  return typeof found === 'string' ? found : '';
}
