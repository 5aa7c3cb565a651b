import { cut } from './table.js';

const nothing = 'nothing';
const longestValue = 40;
/** So much of what two long texts begin with is kept for orientation. */
const context = 10;

interface ChangedValue {
  before: unknown;
  after: unknown;
  isAdded: boolean;
  isRemoved: boolean;
}

/** A value before and after a change, each short; of long texts that begin alike, the part where they differ. */
export function changedValue({ before, after, isAdded, isRemoved }: ChangedValue): [before: string, after: string] {
  const texts = [isAdded ? nothing : JSON.stringify(before), isRemoved ? nothing : JSON.stringify(after)];
  const [first, second] = texts.map((text) => Array.from(text)) as [string[], string[]];
  let alike = 0;
  while (alike < first.length && first[alike] === second[alike]) alike += 1;
  // The difference is in sight, with some of what follows it.
  const start = alike < longestValue - context ? 0 : alike - context;
  return [shown(first, start), shown(second, start)];
}

function shown(letters: readonly string[], start: number): string {
  return cut(`${start === 0 ? '' : '…'}${letters.slice(start).join('')}`, longestValue);
}
