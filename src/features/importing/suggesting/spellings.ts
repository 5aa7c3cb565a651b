/** Spellings that differ from a text by one letter: changed, missing or added, or two swapped. */

/** The lengths of a shared beginning and ending from which on all such names are already known: those spellings need no look-up. */
export interface OpenEnds {
  beginning: number;
  ending: number;
}

/** Longer texts get no spellings: their beginnings and endings are enough. */
const maxLetters = 120;
const separators = '_-. ';
const digits = '0123456789';
const lowerCase = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The spellings that need a look-up, at most `max`. The alphabet is that of the text, of `names`, and of ASCII in the cases of
 * these.
 */
export function spellingsOf(
  text: string,
  { names, ends, max }: { names: readonly string[]; ends: OpenEnds; max: number },
): string[] {
  const letters = Array.from(text);
  const { length } = letters;
  if (length > maxLetters) return [];
  const before = (end: number) => letters.slice(0, end).join('');
  const from = (start: number) => letters.slice(start).join('');
  const isOpen = (start: number, rest: number) => start < ends.beginning && length - rest < ends.ending;
  const places = Array.from({ length: length + 1 }, (_, place) => place);
  const found: string[] = [];
  for (const at of places.slice(0, length)) {
    const [letter = '', next] = letters.slice(at, at + 2);
    if (isOpen(at, at + 1)) found.push(before(at) + from(at + 1));
    if (next !== undefined && isOpen(at, at + 2)) found.push(before(at) + next + letter + from(at + 2));
  }
  const open = places.filter((at) => isOpen(at, at) || (at < length && isOpen(at, at + 1)));
  const alphabet = open.length === 0 ? [] : [...alphabetOf([text, ...names])];
  for (const at of open) {
    if (found.length > max) break;
    if (at < length && isOpen(at, at + 1))
      for (const letter of alphabet) found.push(before(at) + letter + from(at + 1));
    if (isOpen(at, at)) for (const letter of alphabet) found.push(before(at) + letter + from(at));
  }
  return found.slice(0, max);
}

function alphabetOf(texts: readonly string[]): Set<string> {
  const alphabet = new Set(`${separators}${digits}`);
  for (const text of texts) for (const letter of text) alphabet.add(letter);
  const hasAny = (pattern: RegExp) => texts.some((text) => pattern.test(text));
  const cases = `${hasAny(/[a-z]/) ? lowerCase : ''}${hasAny(/[A-Z]/) ? lowerCase.toUpperCase() : ''}`;
  for (const letter of cases) alphabet.add(letter);
  return alphabet;
}
