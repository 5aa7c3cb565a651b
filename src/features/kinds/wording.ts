/** Pieces of sentences, bounded: what a file holds may be of any length, a message may not. */

import { lostNumber, shownNumber } from '../../shared/exactNumbers.js';
import { closestName } from '../../shared/candidates.js';

const maxQuotedLength = 60;
const maxListed = 20;

/** The start of a text that is too long, with an ellipsis; lengths in UTF-16 units. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // The first half of a surrogate pair is no character.
  return `${text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A value as a person reads it in a sentence: texts in quotes, objects and arrays by what they are. */
export function quoted(value: unknown): string {
  const number = lostNumber(value);
  if (number !== undefined) return shownNumber(number);
  if (typeof value === 'string') return `"${shortened(value, maxQuotedLength)}"`;
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** Values one after the other; of many only the first, and how many more there are. */
export function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, maxListed).map((value) => shortened(String(value), maxQuotedLength));
  const untold = values.length - shown.length;
  return untold === 0 ? shown.join(', ') : `${shown.join(', ')} and ${untold} more`;
}

/** A fix for a name that is not known: the one that was most likely meant; undefined when none is alike. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  const closest = closestName(name, known);
  return closest === undefined ? undefined : `Did you mean ${quoted(closest)}?`;
}
