/** Enforces the maximum length of every list without pages. */
import { AppError } from '../../shared/appError.js';
import type { Problem } from '../../shared/problem.js';
import { listSizes, maxProblems } from './listSizes.js';

/** Returns the list of a field, or refuses it. */
export type BoundList = (list: readonly unknown[]) => readonly unknown[];

/** The limit for the lists of a field; undefined for lists with pages, which are limited by their page size. */
export function boundListOf(place: string, elementType: string): BoundList | undefined {
  if (elementType === 'Problem') return firstProblems as BoundList;
  const size = listSizes.get(place);
  if (!size) return undefined;
  return (list) => {
    if (list.length > size.most) throw AppError.listTooLong(place, { count: list.length, most: size.most });
    return list;
  };
}

/** The first problems, and one with the number of the others. */
function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  const last = problems[maxProblems - 1];
  if (problems.length <= maxProblems || !last) return problems;
  const untold = problems.length - maxProblems + 1;
  const message = `There are ${untold} more problems, which are not listed.`;
  const more: Problem = { code: last.code, severity: last.severity, message, path: [], fix };
  return [...problems.slice(0, maxProblems - 1), more];
}

const fix = 'Fix the listed problems first, then try again.';
