import { lostNumber, shownNumber } from './exactNumbers.js';
import { errorProblem, type Problem } from './problem.js';

/** NUMBER_NOT_EXACT if `value` is the marked text of an inexact number; else undefined. `where` as in "at /a". */
export function lostNumberProblem(value: unknown, where: string, path: () => string[]): Problem | undefined {
  const literal = lostNumber(value);
  if (literal === undefined) return undefined;
  const message = `The number ${where} is ${shownNumber(literal)}, which cannot be stored exactly.`;
  return errorProblem('NUMBER_NOT_EXACT', message, { path: path(), fix: exactNumberFix });
}

/** A number of 15 digits is always exact, unless it is too large or too close to 0. */
const exactNumberFix = 'Use a number with at most 15 digits, or a string where a string is allowed.';
