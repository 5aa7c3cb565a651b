/** Keeps every list without pages within what is stated for it: one place for all. */
import { AppError } from '../../shared/appError.js';
import type { Problem } from '../../shared/problem.js';
import { listSizes, maxProblems } from './listSizes.js';

/** Gives the list of a field, or refuses it. */
export type BoundList = (list: readonly unknown[]) => readonly unknown[];

/** What is done with the lists of a field; undefined where they have pages, which are bounded by themselves. */
export function boundListOf(place: string, elementType: string): BoundList | undefined {
  if (elementType === 'Problem') return firstProblems as BoundList;
  const size = listSizes.get(place);
  if (!size) return undefined;
  return (list) => {
    if (list.length > size.most) throw AppError.listTooLong(place, { count: list.length, most: size.most });
    return list;
  };
}

/** The first of many problems, and one that counts the others. */
function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  const last = problems[maxProblems - 1];
  if (problems.length <= maxProblems || !last) return problems;
  const untold = problems.length - maxProblems + 1;
  const message = `There are ${untold} more problems, which are not listed.`;
  const more: Problem = { code: last.code, severity: last.severity, message, path: [], fix };
  return [...problems.slice(0, maxProblems - 1), more];
}

const fix = 'Fix the listed problems first, then try again.';
