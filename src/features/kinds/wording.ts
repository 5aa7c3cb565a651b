/** Parts of messages with a limited length: values of a file may be of any length. */

import { lostNumber, shownNumber } from '../../shared/exactNumbers.js';
import { closestName } from '../../shared/candidates.js';

const maxQuotedLength = 60;
const maxListed = 20;

/** A text, cut with an ellipsis if it is too long; lengths in UTF-16 units. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // Removes half of a surrogate pair.
  return `${text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A value for a message: texts in quotes, objects and arrays by their type. */
export function quoted(value: unknown): string {
  const number = lostNumber(value);
  if (number !== undefined) return shownNumber(number);
  if (typeof value === 'string') return `"${shortened(value, maxQuotedLength)}"`;
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** Longer than any name of a kind may be. */
const maxWholeLength = 300;

/** A text that a person has to repeat: in full, in quotes, with escapes as in GraphQL and JSON. */
export function whole(text: string): string {
  return JSON.stringify(shortened(text, maxWholeLength));
}

/** Values separated by commas; of many only the first ones, and the number of the others. */
export function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, maxListed).map((value) => shortened(String(value), maxQuotedLength));
  const untold = values.length - shown.length;
  return untold === 0 ? shown.join(', ') : `${shown.join(', ')} and ${untold} more`;
}

/** A fix for an unknown name: the most similar known one; undefined if none is similar. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  const closest = closestName(name, known);
  return closest === undefined ? undefined : `Did you mean ${whole(closest)}?`;
}
