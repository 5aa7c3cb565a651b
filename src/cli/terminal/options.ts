import { CliFault } from './cliFault.js';

/** For an option that can be given several times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** Reads a whole number of an option, which may be bounded. */
export function wholeNumberOf(option: string, most = Number.MAX_SAFE_INTEGER): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isSafeInteger(number) || number <= 0)
      throw CliFault.usage(`${option} cannot be "${value}".`, 'Give a whole number above 0.');
    if (number > most)
      throw CliFault.usage(`${option} cannot be "${value}".`, `Give a whole number up to ${String(most)}.`);
    return number;
  };
}

/** One of some words, in any case; gives it as it is in the list. */
export function oneOf<Word extends string>(value: string, words: readonly Word[], option: string): Word {
  const found = words.find((word) => word.toLowerCase() === value.toLowerCase().replaceAll('-', '_'));
  if (found !== undefined) return found;
  const all = words.map((word) => word.toLowerCase()).join(', ');
  throw CliFault.usage(`${option} cannot be "${value}".`, `Use one of: ${all}.`);
}
