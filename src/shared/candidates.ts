/**
 * Finds existing names that are similar to a missing one. Names of resources consist of words (`D4B8_DISTRIBUTOR_VALIDATION`,
 * `distributorValidation`), so both common words and edit distance count. Comparing a pair is slow: of many names, only those
 * that share the most letter pairs with the missing one are compared.
 */
import { distance } from 'fastest-levenshtein';

/** An existing name, and a second name of the resource, if its kind has one. */
export interface KnownName {
  name: string;
  secondName?: string | undefined;
}

export interface Candidate {
  name: string;
  /** From 0 to 1; 1 means equal, case-insensitive. */
  score: number;
}

interface CandidateOptions {
  /** Another name of the target, stated beside the reference, such as the product's own name beside an external reference code. */
  hint?: string | undefined;
  /** Maximum number; the default is 5. */
  limit?: number | undefined;
}

const leastScore = 0.5;
/** A suggestion ("did you mean") must be more similar than a candidate in a list. */
const leastScoreOfNear = 2 / 3;
/** Of longer names only the start is compared: the cost grows quadratically. */
const maxComparedLength = 120;
/** Maximum number of names that are compared; of more, those that share the most letter pairs. */
const maxCompared = 64;
/** Approximate number of matches between pairs and entries after which the most similar ones are chosen. */
const maxMet = 3000;
/** Number of levels for the share of common pairs. */
const levelCount = 100;

/** Candidates for a missing name, the most similar first; names that are not similar are left out. */
export function candidatesFor(
  missingName: string,
  known: readonly (string | KnownName)[],
  options: CandidateOptions = {},
): Candidate[] {
  return new KnownNames(known).candidatesFor(missingName, options);
}

/** The most likely intended name, for a suggestion; undefined if none is similar: at most a third of the letters may differ. */
export function closestName(name: string, known: readonly string[]): string | undefined {
  const [closest] = candidatesFor(name, known, { limit: 1 });
  return closest && closest.score >= leastScoreOfNear ? closest.name : undefined;
}

/** Existing names that many missing names are compared with. Indexes are built on first use. */
export class KnownNames {
  private readonly entries: readonly Entry[];
  private placesByPair: ReadonlyMap<number, readonly number[]> | undefined;
  /** For each entry, the number of pairs shared with the current text; all 0 in between. */
  private readonly shared: Uint8Array;

  constructor(known: readonly (string | KnownName)[]) {
    this.entries = known.map((entry) => new Entry(typeof entry === 'string' ? { name: entry } : entry));
    this.shared = new Uint8Array(this.entries.length);
  }

  /** See {@link candidatesFor}. */
  candidatesFor(missingName: string, { hint, limit = 5 }: CandidateOptions = {}): Candidate[] {
    const wanted = [missingName, ...(hint === undefined || hint === '' ? [] : [hint])].map(
      (text) => new Compared(text),
    );
    const [byName, byHint] = wanted;
    return this.entriesLike(wanted)
      .map(({ name, second }): Candidate => {
        const hintScore = byHint ? Math.max(byHint.likeness(name), second ? byHint.likeness(second) : 0) : 0;
        return { name: name.text, score: Math.max(byName?.likeness(name) ?? 0, hintScore) };
      })
      .filter(({ score }) => score >= leastScore)
      .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
      .slice(0, limit);
  }

  /** The entries that share the most letter pairs with one of the texts. */
  private entriesLike(texts: readonly Compared[]): readonly Entry[] {
    if (this.entries.length <= maxCompared) return this.entries;
    this.placesByPair ??= this.indexPairs();
    const places = new Set<number>();
    for (const text of texts) for (const place of this.placesLike(text, this.placesByPair)) places.add(place);
    return [...places].flatMap((place) => this.entries[place] ?? []);
  }

  /** Rare pairs first, until enough entries were found: frequent pairs tell little and match most often. */
  private placesLike({ pairs }: Compared, placesByPair: ReadonlyMap<number, readonly number[]>): number[] {
    const { shared } = this;
    const touched: number[] = [];
    const lists = [...pairs].map((pair) => placesByPair.get(pair) ?? []).sort((a, b) => a.length - b.length);
    let metCount = 0;
    for (const places of lists) {
      if (metCount > maxMet) break;
      metCount += places.length;
      for (const place of places) {
        const before = shared[place] ?? 0;
        if (before === 0) touched.push(place);
        shared[place] = before + 1;
      }
    }
    const likest = touched.length <= maxCompared ? touched : this.likest(touched, pairs.size);
    for (const place of touched) shared[place] = 0;
    return likest;
  }

  /** Pairs that are not shared reduce the similarity, so that long names do not match everything. */
  private likest(places: readonly number[], pairCount: number): number[] {
    const levelOf = (place: number) =>
      Math.floor((2 * levelCount * (this.shared[place] ?? 0)) / (pairCount + (this.entries[place]?.pairCount ?? 0)));
    const levels = Uint8Array.from(places, levelOf);
    const countByLevel = new Uint32Array(levelCount + 1);
    for (const level of levels) countByLevel[level] = (countByLevel[level] ?? 0) + 1;
    let least = levelCount;
    for (let count = countByLevel[least] ?? 0; least > 0 && count < maxCompared; count += countByLevel[least] ?? 0)
      least -= 1;
    const above = places.filter((_, index) => (levels[index] ?? 0) > least);
    const atLeast = places.filter((_, index) => levels[index] === least);
    return [...above, ...atLeast.slice(0, maxCompared)];
  }

  private indexPairs(): Map<number, number[]> {
    const placesByPair = new Map<number, number[]>();
    for (const [place, { name, second }] of this.entries.entries()) {
      const pairs = second ? new Set([...name.pairs, ...second.pairs]) : name.pairs;
      for (const pair of pairs) {
        const places = placesByPair.get(pair);
        if (places) places.push(place);
        else placesByPair.set(pair, [place]);
      }
    }
    return placesByPair;
  }
}

class Entry {
  readonly name: Compared;
  readonly second: Compared | undefined;

  constructor({ name, secondName }: KnownName) {
    this.name = new Compared(name);
    this.second = secondName === undefined ? undefined : new Compared(secondName);
  }

  get pairCount(): number {
    return this.name.pairs.size;
  }
}

/** A text, prepared for comparison. */
class Compared {
  private knownLetters: string | undefined;
  private knownWords: ReadonlySet<string> | undefined;
  private knownPairs: ReadonlySet<number> | undefined;

  constructor(readonly text: string) {}

  get letters(): string {
    return (this.knownLetters ??= lettersOf(this.text));
  }

  get words(): ReadonlySet<string> {
    return (this.knownWords ??= new Set(wordsOf(this.text)));
  }

  /** Each two consecutive letters, the first and the last letter; each encoded as a number. */
  get pairs(): ReadonlySet<number> {
    if (this.knownPairs) return this.knownPairs;
    const { letters } = this;
    const pairs = new Set<number>();
    for (let at = 0, before = 0; at < letters.length; at += 1) {
      const code = letters.charCodeAt(at);
      pairs.add(before * 65_536 + code);
      before = code;
    }
    if (letters.length > 0) pairs.add(letters.charCodeAt(letters.length - 1) * 65_536);
    this.knownPairs = pairs;
    return pairs;
  }

  likeness(other: Compared): number {
    const longest = Math.max(this.letters.length, other.letters.length);
    if (longest === 0) return 0;
    const byLetters = 1 - letterErrors(this.letters, other.letters) / longest;
    let shared = 0;
    for (const word of other.words) if (this.words.has(word)) shared += 1;
    const byWords = (2 * shared) / (this.words.size + other.words.size);
    return Math.max(byLetters, (byLetters + byWords) / 2);
  }
}

/** Edit distance: wrong, missing and extra letters; two swapped letters count once. */
function letterErrors(one: string, other: string): number {
  const errors = distance(one, other);
  if (errors !== 2 || one.length !== other.length) return errors;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const isSwap = one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
  return isSwap ? 1 : errors;
}

/** The words of a name in lower case, split at other characters and before upper-case letters. */
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
