/**
 * Which existing names may be meant by one that is missing. Names of resources are made of words (`D4B8_DISTRIBUTOR_VALIDATION`,
 * `distributorValidation`), so that both the words that two names share and their distance in letters count. That takes a moment for
 * each pair: of many names only those that share most pairs of letters with the missing one are compared so.
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
/** What a sentence asks for, as in "did you mean", has to be nearer than what is offered in a list. */
const leastScoreOfNear = 2 / 3;
/** Beyond it, a name is compared by its start: the cost grows with the square. */
const maxComparedLength = 120;
/** So many names are all compared; of more, so many of those that share most letters. */
const maxCompared = 64;
/** So many times an entry is met by a pair, more or less, before the likest are chosen. */
const maxMet = 3000;
/** How finely the shares of pairs are told apart. */
const levelCount = 100;

/** The names that a missing one may stand for, the likeliest first; those that are not alike are left out. */
export function candidatesFor(
  missingName: string,
  known: readonly (string | KnownName)[],
  options: CandidateOptions = {},
): Candidate[] {
  return new KnownNames(known).candidatesFor(missingName, options);
}

/** The name that was most likely meant, for a sentence; undefined when none is near: a third of the letters may be wrong at most. */
export function closestName(name: string, known: readonly string[]): string | undefined {
  const [closest] = candidatesFor(name, known, { limit: 1 });
  return closest && closest.score >= leastScoreOfNear ? closest.name : undefined;
}

/** Names that exist, with which many missing ones are compared. What that needs is made when it is first needed. */
export class KnownNames {
  private readonly entries: readonly Entry[];
  private placesByPair: ReadonlyMap<number, readonly number[]> | undefined;
  /** For each entry, how many pairs it shares with the text that is looked at; all 0 in between. */
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

  /** Of many entries those that share most pairs of letters with one of the texts. */
  private entriesLike(texts: readonly Compared[]): readonly Entry[] {
    if (this.entries.length <= maxCompared) return this.entries;
    this.placesByPair ??= this.indexPairs();
    const places = new Set<number>();
    for (const text of texts) for (const place of this.placesLike(text, this.placesByPair)) places.add(place);
    return [...places].flatMap((place) => this.entries[place] ?? []);
  }

  /** Rare pairs first, until enough entries were met: what most names have tells little, and is met most often. */
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

  /** Each pair that is not shared makes it less like: the long name that holds everything is not the likeliest. */
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

/** A text as it is compared, taken apart once. */
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

  /** Each two letters that follow each other, and the first and the last; as one number each. */
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

/** Letters that are wrong, missing or too many; two that are swapped, and nothing else, are one error. */
function letterErrors(one: string, other: string): number {
  const errors = distance(one, other);
  if (errors !== 2 || one.length !== other.length) return errors;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const isSwap = one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
  return isSwap ? 1 : errors;
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
