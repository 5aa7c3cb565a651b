/**
 * Gathers what items of a file lose on their way, and tells it once for each cause: how often, at which places, the first of them in
 * full. A file of a million records says no more than one of ten.
 */
import { toPointer } from '../../shared/jsonPointer.js';
import { warningProblem, type Problem } from '../../shared/problem.js';
import type { BoundCause, LeftOutValue } from './boundShape.js';
import { quoted, shortened } from './wording.js';

/** Places that are told in one sentence, and places that are kept at all: a file can make up as many as it likes. */
const maxPlacesTold = 20;
const maxPlaces = 200;
/** How many values are told one by one. */
const maxExamples = 3;

/** The item that lost something. */
export interface LosingItem {
  kind: string;
  name: string;
  line: number;
}

/** What a cause says of all that it took: the sentence around the places, and what to do. */
interface Wording {
  message: (facts: { places: string; count: number; examples: string; member: string }) => string;
  fix?: ((facts: { namedBy: string | undefined }) => string) | undefined;
}

interface Group {
  cause: LeftOutCause;
  namedBy: string | undefined;
  member: string;
  first: Problem;
  count: number;
  countByPlace: Map<string, number>;
  otherCount: number;
  examples: string[];
}

/** Beside what is bound: a document that an entry names, and that stays where it is; and what stands in a parent or a child of an entry. */
export type LeftOutCause =
  | Exclude<BoundCause, 'CLASS' | 'EMPTY'>
  | 'DOCUMENT_BY_NUMBER'
  | 'DOCUMENT_BY_NAME'
  | 'DOCUMENT_INSIDE'
  | 'DOCUMENT_BESIDE'
  | 'NESTED'
  | 'SITE'
  | 'SITE_BY_NUMBER'
  | 'NO_SITE';

/** One value that an item loses. */
export interface Loss extends Omit<LeftOutValue, 'cause'> {
  cause: LeftOutCause | BoundCause;
}

const uploadIt = 'Upload the document where the entry is used, or name it by its external reference code.';

const nameSite = 'Name the site with "siteExternalReferenceCode", in each entry or in the settings of the file.';

const wordingByCause: Readonly<Record<LeftOutCause, Wording>> = {
  // What follows is said even where nothing is to be done.
  ID: {
    message: ({ places }) => `Numbers by which the source knows its items were left out: ${places}.`,
    fix: () => 'Nothing is to be done: what is imported gets numbers of its own.',
  },
  HISTORY: {
    message: ({ places }) => `Who made the items in the source, and when, was left out: ${places}.`,
    fix: () => 'Nothing is to be done: what is imported has a history of its own.',
  },
  COMPUTED: {
    message: ({ places }) => `What the source computes of its items was left out: ${places}.`,
    fix: () => 'Nothing is to be done: the product computes it anew.',
  },
  TARGET: {
    message: ({ member, count, examples }) =>
      `${quoted(member)} names its target by a number alone, which means nothing outside of its source; it was left out ${times(count)}: ${examples}.`,
    fix: ({ namedBy }) => `Export it with ${quoted(namedBy)}, or add that: it names the target everywhere.`,
  },
  DOCUMENT_BY_NUMBER: {
    message: ({ member, count, examples }) =>
      `The attachment ${quoted(member)} names its document by a number of its source, which was left out ${times(count)}: ${examples}. The document does not come with the entry.`,
    fix: () => uploadIt,
  },
  DOCUMENT_BY_NAME: {
    message: ({ member, count, examples }) =>
      `The attachment ${quoted(member)} names its document by a name or a link of its source alone ${times(count)}: ${examples}. The document does not come with the entry.`,
    fix: () => uploadIt,
  },
  DOCUMENT_INSIDE: {
    message: ({ member, count, examples }) =>
      `The attachment ${quoted(member)} holds its document as text ${times(count)}: ${examples}. The text stays in the entry; the document itself is not imported.`,
    fix: () => 'Nothing is to be done when the entry is exported again: the product makes the document of the text.',
  },
  DOCUMENT_BESIDE: {
    message: ({ member, count, examples }) =>
      `The attachment ${quoted(member)} stands for a document beside the file ${times(count)}: ${examples}. The document does not come with the entry.`,
    fix: () => uploadIt,
  },
  SITE: {
    message: ({ member, count, examples }) =>
      `The site in ${quoted(member)} was left out ${times(count)}: ${examples}. The definition is for the whole company, so that its entries are of no site.`,
    fix: () => 'Give the definition the scope "site" first when its entries are to be of one.',
  },
  SITE_BY_NUMBER: {
    message: ({ member, count, examples }) =>
      `${quoted(member)} names the site of an entry by a number of its source, which was left out ${times(count)}: ${examples}. These entries are imported without a site.`,
    fix: () => nameSite,
  },
  NO_SITE: {
    message: ({ count, examples }) =>
      `Entries of a definition that has sites name none ${times(count)}: ${examples}. They are imported without a site.`,
    fix: () => nameSite,
  },
  NESTED: {
    message: ({ places }) =>
      `Values of other entries, nested in those that name them, were left out: ${places}. Of a parent only the external reference code is kept.`,
    fix: () => 'Import them as entries of their own definition.',
  },
};

/** One for each file; or for a part of one. */
export class LeftOut {
  private readonly groupByKey = new Map<string, Group>();

  /** Null says nothing, and the class of an item was read: neither is lost. */
  add({ cause, path, value, namedBy }: Loss, item: LosingItem): void {
    if (cause === 'CLASS' || cause === 'EMPTY') return;
    const place = placeOf(path);
    const key = `${item.kind}\n${cause}\n${isOfMember(cause) ? place : ''}`;
    const known = this.groupByKey.get(key);
    const group = known ?? newGroup({ cause, path, namedBy }, item);
    if (!known) this.groupByKey.set(key, group);
    group.count += 1;
    const count = group.countByPlace.get(place);
    if (count === undefined && group.countByPlace.size >= maxPlaces) group.otherCount += 1;
    else group.countByPlace.set(place, (count ?? 0) + 1);
    if (group.examples.length < maxExamples) group.examples.push(exampleOf(value, path, item));
  }

  /** The warnings, in the order in which their causes came up. */
  problems(): Problem[] {
    return [...this.groupByKey.values()].flatMap(problemsOf);
  }
}

/** What to do is different for each member. */
function isOfMember(cause: LeftOutCause): boolean {
  return cause === 'TARGET' || cause.includes('SITE') || cause.startsWith('DOCUMENT');
}

/** A pointer with `*` for any element. */
function placeOf(path: readonly string[]): string {
  return toPointer(path.map((segment) => (/^\d+$/.test(segment) ? '*' : segment)));
}

function newGroup(
  { cause, path, namedBy }: { cause: LeftOutCause } & Omit<Loss, 'cause' | 'value'>,
  item: LosingItem,
): Group {
  const { kind, name, line } = item;
  return {
    cause,
    namedBy,
    member: path.at(-1) ?? '',
    first: warningProblem('CONTENT_IGNORED', '', { path, kind, name, line }),
    count: 0,
    countByPlace: new Map(),
    otherCount: 0,
    examples: [],
  };
}

function exampleOf(value: Loss['value'], path: readonly string[], { name }: LosingItem): string {
  if (value === null) return quoted(name);
  return `${shownValue(value)} at ${shortened(toPointer(path), 120)} of ${quoted(name)}`;
}

function shownValue(value: Loss['value']): string {
  return Array.isArray(value) ? shortened(value.map(String).join(', '), 60) : quoted(value);
}

function problemsOf({ cause, namedBy, member, first, count, countByPlace, otherCount, examples }: Group): Problem[] {
  const { message, fix } = wordingByCause[cause];
  const all = [...countByPlace];
  const told = isOfMember(cause) ? [all] : inLists(all);
  const untold = count - examples.length;
  return told.map((places, index) => {
    const sentence = message({
      member,
      count,
      places: placesTold(places, index === told.length - 1 ? otherCount : 0),
      examples: `${examples.join('; ')}${untold > 0 ? ` and ${untold} more` : ''}`,
    });
    return warningProblem('CONTENT_IGNORED', sentence, { ...first, ...(fix && { fix: fix({ namedBy }) }) });
  });
}

function inLists<Element>(all: readonly Element[]): Element[][] {
  const lists: Element[][] = [];
  for (let start = 0; start < all.length; start += maxPlacesTold) lists.push(all.slice(start, start + maxPlacesTold));
  return lists;
}

function placesTold(places: readonly [string, number][], otherCount: number): string {
  const told = places.map(([place, count]) => `${shortened(place, 200)} ${times(count)}`);
  return [...told, ...(otherCount === 0 ? [] : [`other places ${times(otherCount)}`])].join(', ');
}

function times(count: number): string {
  return count === 1 ? '(once)' : `(${count} times)`;
}
