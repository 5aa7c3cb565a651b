import { errorProblem, warningProblem, type Problem } from '../../../../shared/problem.js';

/** An error of an entry. */
export function invalid(message: string, path: string[], fix?: string): Problem {
  return errorProblem('SPEC_INVALID', message, { path, ...(fix !== undefined && { fix }) });
}

/** A numeric id that was ignored; `what` starts the sentence. */
export function idIgnored(what: string, path: string[], fix?: string): Problem {
  const message = `${what} was ignored: it is valid only in the environment that it comes from.`;
  return warningProblem('ID_IGNORED', message, { path, ...(fix !== undefined && { fix }) });
}
