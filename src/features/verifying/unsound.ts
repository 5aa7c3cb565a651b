import { errorProblem, warningProblem, type Problem } from '../../shared/problem.js';

/** What is not as this server would have written it. */
export function unsound(message: string, severity: Problem['severity']): Problem {
  return severity === 'ERROR' ? errorProblem('DATABASE_UNSOUND', message) : warningProblem('DATABASE_UNSOUND', message);
}
