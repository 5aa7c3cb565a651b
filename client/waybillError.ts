import type { ProblemFieldsFragment } from './operations.generated.js';

/** A problem of an answer: a code, a sentence, and often a fix. */
export type ClientProblem = ProblemFieldsFragment;

interface ErrorParts {
  /** What to do about it. */
  fix?: string | undefined;
  /** The problems of a mutation that was refused. */
  problems?: readonly ClientProblem[];
  cause?: unknown;
}

/**
 * Why a request has no result. `code` is the code of the server (`extensions.code`, or that of the first problem), or one of
 * `UNREACHABLE`, `NOT_WAYBILL`, `DIGEST_MISMATCH` and `FILE_GONE`, which this client gives.
 */
export class WaybillError extends Error {
  override readonly name = 'WaybillError';
  readonly fix: string | undefined;
  readonly problems: readonly ClientProblem[];

  constructor(
    readonly code: string,
    message: string,
    { fix, problems = [], cause }: ErrorParts = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.fix = fix;
    this.problems = problems;
  }

  /** A mutation that was refused: its first error gives the code, the sentence and the fix. */
  static ofProblems(problems: readonly ClientProblem[]): WaybillError {
    const errors = problems.filter(({ severity }) => severity === 'ERROR');
    const [first] = errors;
    if (!first) return new WaybillError('NOT_WAYBILL', 'The server gave neither a result nor a problem.');
    const rest = errors.length > 1 ? ` (and ${String(errors.length - 1)} more)` : '';
    return new WaybillError(first.code, first.message + rest, { fix: first.fix ?? undefined, problems });
  }
}

/**
 * The result of a mutation.
 * @throws WaybillError if it was refused
 */
export function resultOf<Result>(result: Result | null | undefined, problems: readonly ClientProblem[]): Result {
  if (result === null || result === undefined) throw WaybillError.ofProblems(problems);
  return result;
}
