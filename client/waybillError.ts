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
    const rest = errors.length > 1 ? ` (and ${totalOf(errors, 1)} more)` : '';
    return new WaybillError(first.code, first.message + rest, { fix: first.fix ?? undefined, problems });
  }
}

/** The last problem of a list that was cut: it says how many there are beyond the list, or only that there are more. */
const beyondList = /(?:^|: )(?:And|There (?:is|are)) (?:(\d+) )?more\b/;

/** Whether a problem only stands for others, which the server does not list. */
export function isRest({ message }: Pick<ClientProblem, 'message'>): boolean {
  return beyondList.test(message);
}

/** How many problems there are beside those that were told, with those that the server does not list: `at least 12` where the server does not know it. */
export function totalOf(problems: readonly Pick<ClientProblem, 'message'>[], told = 0): string {
  const rests = problems.filter(isRest).map(({ message }) => beyondList.exec(message)?.[1]);
  const isLeast = rests.includes(undefined);
  const count = rests.reduce((sum, text = '1') => sum + Number(text), problems.length - rests.length - told);
  return `${isLeast ? 'at least ' : ''}${count.toLocaleString('en')}`;
}

/**
 * The result of a mutation.
 * @throws WaybillError if it was refused
 */
export function resultOf<Result>(result: Result | null | undefined, problems: readonly ClientProblem[]): Result {
  if (result === null || result === undefined) throw WaybillError.ofProblems(problems);
  return result;
}
