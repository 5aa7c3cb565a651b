/**
 * Codes of `errors[].extensions.code`: errors of the protocol, of limits and of the server. Expected errors in data are
 * Problems.
 */
export type AppErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'UNAUTHENTICATED'
  | 'TOO_MANY_ATTEMPTS'
  | 'FORBIDDEN'
  | 'IDENTITY_PROVIDER_UNAVAILABLE'
  | 'DATABASE_BUSY'
  | 'LOCK_HELD'
  | 'DATABASE_UNAVAILABLE'
  | 'TOO_MANY_HEAVY_READS'
  | 'QUERY_TOO_SLOW'
  | 'ANSWER_TOO_LARGE'
  | 'TOO_MANY_ANSWERS'
  | 'FILE_TOO_LARGE'
  | LimitCode
  | 'DISK_FULL'
  | 'FILES_UNAVAILABLE'
  | 'SHUTTING_DOWN'
  | 'CONFIGURATION_INVALID'
  | 'TASK_CANCELLED'
  | 'INTERNAL';

/** Codes of requests that are refused before they are executed. */
export type LimitCode =
  | 'QUERY_TOO_LONG'
  | 'QUERY_TOO_DEEP'
  | 'QUERY_TOO_COSTLY'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_ROOT_FIELDS'
  | 'INPUT_TOO_LARGE'
  | 'TOO_MANY_TASKS'
  | 'TOO_MANY_STORED_BYTES'
  | 'TOO_MANY_SUBSCRIPTIONS'
  | 'INTROSPECTION_DISABLED'
  | 'OPERATION_NOT_ALLOWED';

/** The answer is built after the mutation. */
const done = ' What a mutation changed stays changed.';

/** An error that clients may read. Any other thrown error reaches the client as "Internal error (ref …)". */
export class AppError extends Error {
  override readonly name = 'AppError';

  /** When a retry may succeed; undefined if unknown. */
  readonly retryAfterSeconds: number | undefined;

  /** What the user can do, if the message does not say so. */
  readonly fix: string | undefined;

  private constructor(
    readonly code: AppErrorCode,
    message: string,
    options?: ErrorOptions & { retryAfterSeconds?: number; fix?: string },
  ) {
    super(message, options);
    this.retryAfterSeconds = options?.retryAfterSeconds;
    this.fix = options?.fix;
  }

  static badInput(message: string): AppError {
    return new AppError('BAD_USER_INPUT', message);
  }

  static notFound(what: string): AppError {
    return new AppError('NOT_FOUND', `${what} does not exist.`);
  }

  static unauthenticated(message: string): AppError {
    return new AppError('UNAUTHENTICATED', message);
  }

  static tooManyAttempts(waitSeconds: number): AppError {
    return new AppError(
      'TOO_MANY_ATTEMPTS',
      `Too many wrong tokens came from this address. Try again in ${waitSeconds} s.`,
      { retryAfterSeconds: waitSeconds },
    );
  }

  static forbidden(message: string): AppError {
    return new AppError('FORBIDDEN', message);
  }

  static identityProviderUnavailable(cause: unknown): AppError {
    return new AppError(
      'IDENTITY_PROVIDER_UNAVAILABLE',
      'The identity provider does not respond correctly, so the token could not be checked. Try again in a moment.',
      { cause },
    );
  }

  static databaseBusy(waitedMs: number, cause: unknown): AppError {
    const duration = waitedMs < 1000 ? '' : ` for ${Math.round(waitedMs / 1000)} s`;
    return new AppError('DATABASE_BUSY', `The database was busy${duration}; nothing was changed. Try again.`, {
      cause,
    });
  }

  /** For work that takes locks without waiting and is then retried; clients never see it. */
  static lockHeld(name: string): AppError {
    return new AppError('LOCK_HELD', name);
  }

  static databaseUnavailable(cause: unknown): AppError {
    return new AppError(
      'DATABASE_UNAVAILABLE',
      'The connection to the database was lost or refused. Try again when the database answers.',
      { cause },
    );
  }

  static tooManyHeavyReadsOfPrincipal(limit: number): AppError {
    return new AppError(
      'TOO_MANY_HEAVY_READS',
      `You have ${limit} large queries waiting, as many as this server keeps for one principal (WAYBILL_HEAVY_READS_EACH). Ask again when one of them is answered.`,
    );
  }

  static tooManyHeavyReads(limit: number): AppError {
    return new AppError(
      'TOO_MANY_HEAVY_READS',
      `${limit} large queries are waiting, as many as this server keeps (WAYBILL_HEAVY_READS). Ask again in a moment.`,
    );
  }

  static queryTooSlow(cause: unknown): AppError {
    return new AppError(
      'QUERY_TOO_SLOW',
      'The database stopped a query that ran for too long (WAYBILL_STATEMENT_TIMEOUT_MS). Ask for less: a narrower filter, or a smaller selection.',
      { cause },
    );
  }

  static tooManyObjects(limit: number): AppError {
    return new AppError(
      'ANSWER_TOO_LARGE',
      `The answer has more than ${limit} objects (WAYBILL_MAX_OBJECTS). Ask for smaller pages (first), or in several queries.${done}`,
    );
  }

  static listTooLong(place: string, { count, most }: { count: number; most: number }): AppError {
    return new AppError('ANSWER_TOO_LARGE', `${place} has ${count} elements; an answer shows at most ${most}.`);
  }

  static tooManyBytes(limit: number): AppError {
    return new AppError(
      'ANSWER_TOO_LARGE',
      `The specs, other JSON values and long texts of the answer have more than ${limit} bytes (WAYBILL_MAX_ANSWER_BYTES). Ask for smaller pages (first), or without these fields.${done}`,
    );
  }

  static tooManyAnswers(): AppError {
    return new AppError(
      'TOO_MANY_ANSWERS',
      `The server is busy with other large answers. Try again in a moment, or ask for smaller pages (first).${done}`,
      { retryAfterSeconds: 5 },
    );
  }

  static fileTooLarge(limitBytes: number): AppError {
    return new AppError(
      'FILE_TOO_LARGE',
      `The file is larger than the ${limitBytes} bytes that this server accepts (WAYBILL_MAX_UPLOAD_BYTES).`,
      { fix: 'Upload it in smaller files, or start the server with a larger WAYBILL_MAX_UPLOAD_BYTES.' },
    );
  }

  /** src/app/limits/refusals.ts has the messages. */
  static beyondLimit(code: LimitCode, message: string): AppError {
    return new AppError(code, message);
  }

  static diskFull(cause: unknown): AppError {
    return new AppError('DISK_FULL', 'The disk is full; nothing was changed. Make room and try again.', { cause });
  }

  /** `reason`: a word of the store or the system, such as `AccessDenied` or `ECONNREFUSED`. */
  static filesUnavailable(reason: string, cause: unknown): AppError {
    return new AppError(
      'FILES_UNAVAILABLE',
      `The object store with the files cannot be used (${reason}); nothing was changed. Try again when it answers.`,
      { cause },
    );
  }

  static shuttingDown(): AppError {
    return new AppError('SHUTTING_DOWN', 'The server is stopping; nothing was changed. Try again in a moment.');
  }

  static configuration(message: string, cause?: unknown): AppError {
    return new AppError('CONFIGURATION_INVALID', message, { cause });
  }

  static taskCancelled(): AppError {
    return new AppError('TASK_CANCELLED', 'The task was cancelled; nothing of it was kept.');
  }

  static internal(message: string, cause?: unknown): AppError {
    return new AppError('INTERNAL', message, { cause });
  }

  /** Recreates an error that crossed a thread boundary as plain data. */
  static revive(code: AppErrorCode, message: string): AppError {
    return new AppError(code, message);
  }
}
