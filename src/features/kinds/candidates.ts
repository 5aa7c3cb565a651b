/**
 * Which existing names may be meant by one that is missing. Names of resources are made of words (`D4B8_DISTRIBUTOR_VALIDATION`,
 * `distributorValidation`), so that both the words that two names share and their distance in letters count.
 */
import { distance } from 'fastest-levenshtein';

/** A name that exists, and what else the resource is called, where its kind has such a name. */
export interface KnownName {
  name: string;
  secondName?: string | undefined;
}

export interface Candidate {
  name: string;
  /** From 0 to 1, which is the same but for upper and lower case. */
  score: number;
}

interface CandidateOptions {
  /** What else the place says of its target, such as the product's own name beside an external reference code. */
  hint?: string | undefined;
  /** How many at most; 5 when not given. */
  limit?: number | undefined;
}

const leastScore = 0.5;
/** Beyond it, a name is compared by its start: the cost grows with the square. */
const maxComparedLength = 120;

/** The names that a missing one may stand for, the likeliest first; those that are not alike are left out. */
export function candidatesFor(
  missingName: string,
  known: readonly (string | KnownName)[],
  { hint, limit = 5 }: CandidateOptions = {},
): Candidate[] {
  const byName = similarityTo(missingName);
  const byHint = hint === undefined || hint === '' ? undefined : similarityTo(hint);
  return known
    .map((entry): Candidate => {
      const { name, secondName }: KnownName = typeof entry === 'string' ? { name: entry } : entry;
      const hintScore = byHint ? Math.max(byHint(name), secondName === undefined ? 0 : byHint(secondName)) : 0;
      return { name, score: Math.max(byName(name), hintScore) };
    })
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}

/** The name that was most likely meant, for a sentence; undefined when none is alike. */
export function closestName(name: string, known: readonly string[]): string | undefined {
  return candidatesFor(name, known, { limit: 1 })[0]?.name;
}

/** Compares with one name, whose words are found once. */
function similarityTo(name: string): (other: string) => number {
  const words = new Set(wordsOf(name));
  const text = lettersOf(name);
  return (other) => {
    const otherText = lettersOf(other);
    const longest = Math.max(text.length, otherText.length);
    if (longest === 0) return 0;
    const byLetters = 1 - distance(text, otherText) / longest;
    const otherWords = new Set(wordsOf(other));
    const shared = [...otherWords].filter((word) => words.has(word)).length;
    const byWords = (2 * shared) / (words.size + otherWords.size);
    return Math.max(byLetters, (byLetters + byWords) / 2);
  };
}

/** The words of a name in lower case: parts between other characters, and those that start with an upper-case letter. */
function wordsOf(name: string): string[] {
  return shortened(name)
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function lettersOf(name: string): string {
  return shortened(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function shortened(name: string): string {
  return name.slice(0, maxComparedLength);
}
