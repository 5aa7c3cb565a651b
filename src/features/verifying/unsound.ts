import { errorProblem, warningProblem, type Problem } from '../../shared/problem.js';

/** A problem of data that this server would not have written. */
export function unsound(message: string, severity: Problem['severity']): Problem {
  return severity === 'ERROR' ? errorProblem('DATABASE_UNSOUND', message) : warningProblem('DATABASE_UNSOUND', message);
}
