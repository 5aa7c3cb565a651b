import { CliFault } from './cliFault.js';

/** For an option that can be given several times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** Reads a whole number of an option. */
export function wholeNumber(value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw CliFault.usage(`"${value}" is no whole number above 0.`);
}

/** Reads a whole number of an option that is bounded. */
export function wholeNumberUpTo(most: number): (value: string) => number {
  return (value) => {
    const number = wholeNumber(value);
    if (number <= most) return number;
    throw CliFault.usage(`"${value}" is more than ${String(most)}, the most that is allowed.`);
  };
}

/** One of some words, in any case; gives it as it is in the list. */
export function oneOf<Word extends string>(value: string, words: readonly Word[], option: string): Word {
  const found = words.find((word) => word.toLowerCase() === value.toLowerCase().replaceAll('-', '_'));
  if (found !== undefined) return found;
  const all = words.map((word) => word.toLowerCase()).join(', ');
  throw CliFault.usage(`${option} cannot be "${value}".`, `Use one of: ${all}.`);
}
