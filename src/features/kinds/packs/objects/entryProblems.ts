import { errorProblem, warningProblem, type Problem } from '../../../../shared/problem.js';

/** A fault of an entry that keeps it out. */
export function invalid(message: string, path: string[], fix?: string): Problem {
  return errorProblem('SPEC_INVALID', message, { path, ...(fix !== undefined && { fix }) });
}

/** A number that was not used; `what` starts the sentence. */
export function idIgnored(what: string, path: string[], fix?: string): Problem {
  const message = `${what} was not used: it means nothing outside of the environment that it comes from.`;
  return warningProblem('ID_IGNORED', message, { path, ...(fix !== undefined && { fix }) });
}
