/**
 * Collects the values that were removed from the items of a file, and reports each cause once: the number, the places, and the
 * first values. The size of the report does not depend on the number of records.
 */
import { toPointer } from '../../shared/jsonPointer.js';
import { warningProblem, type Problem } from '../../shared/problem.js';
import type { BoundCause, LeftOutValue } from './boundShape.js';
import { quoted, shortened } from './wording.js';

/** Maximum number of places in one sentence, and of places that are kept: a file can contain any number. */
const maxPlacesTold = 20;
const maxPlaces = 200;
/** Maximum number of values that are reported one by one. */
const maxExamples = 3;

/** The item from which a value was removed. */
export interface LosingItem {
  kind: string;
  name: string;
  line: number;
}

/** The sentence and the fix of a cause. */
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

/** In addition to `BoundCause`: a document of an attachment, a site, and values nested in a parent or child of an entry. */
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

/** A value that was removed from an item. */
export interface Loss extends Omit<LeftOutValue, 'cause'> {
  cause: LeftOutCause | BoundCause;
}

const uploadIt = 'Upload the document where the entry is used, or name it by its external reference code.';

const nameSite = 'Name the site with "siteExternalReferenceCode", in each entry or in the settings of the file.';

const wordingByCause: Readonly<Record<LeftOutCause, Wording>> = {
  // Each has a fix, even if no action is required.
  ID: {
    message: ({ places }) => `Numeric ids of the source were removed: ${places}.`,
    fix: () => 'No action is required: imported resources get ids of their own.',
  },
  HISTORY: {
    message: ({ places }) => `Authors and dates of the source were removed: ${places}.`,
    fix: () => 'No action is required: imported resources have a history of their own.',
  },
  COMPUTED: {
    message: ({ places }) => `Computed values of the source were removed: ${places}.`,
    fix: () => 'No action is required: the product computes them again.',
  },
  TARGET: {
    message: ({ member, count, examples }) =>
      `${quoted(member)} names its target only by a numeric id, which is valid only in the source; it was removed ${times(count)}: ${examples}.`,
    fix: ({ namedBy }) => `Export it with ${quoted(namedBy)}, or add it: it names the target in every environment.`,
  },
  DOCUMENT_BY_NUMBER: {
    message: ({ member, count, examples }) =>
      `The attachment ${quoted(member)} names its document by a numeric id of the source, which was removed ${times(count)}: ${examples}. The document is not imported with the entry.`,
    fix: () => uploadIt,
  },
  DOCUMENT_BY_NAME: {
    message: ({ member, count, examples }) =>
      `The attachment ${quoted(member)} names its document only by a name or a link of the source ${times(count)}: ${examples}. The document is not imported with the entry.`,
    fix: () => uploadIt,
  },
  DOCUMENT_INSIDE: {
    message: ({ member, count, examples }) =>
      `The attachment ${quoted(member)} contains its document as text ${times(count)}: ${examples}. The text is kept in the entry; the document itself is not imported.`,
    fix: () => 'No action is required to export the entry again: the product creates the document from the text.',
  },
  DOCUMENT_BESIDE: {
    message: ({ member, count, examples }) =>
      `The attachment ${quoted(member)} refers to a document beside the file ${times(count)}: ${examples}. The document is not imported with the entry.`,
    fix: () => uploadIt,
  },
  SITE: {
    message: ({ member, count, examples }) =>
      `The site in ${quoted(member)} was removed ${times(count)}: ${examples}. The definition has the scope "company", so its entries have no site.`,
    fix: () => 'To import entries into a site, give the definition the scope "site" first.',
  },
  SITE_BY_NUMBER: {
    message: ({ member, count, examples }) =>
      `${quoted(member)} names the site of an entry by a numeric id of the source, which was removed ${times(count)}: ${examples}. These entries are imported without a site.`,
    fix: () => nameSite,
  },
  NO_SITE: {
    message: ({ count, examples }) =>
      `Entries of a site-scoped definition name no site ${times(count)}: ${examples}. They are imported without a site.`,
    fix: () => nameSite,
  },
  NESTED: {
    message: ({ places }) =>
      `Values of nested entries were removed: ${places}. Of a parent, only the external reference code is kept.`,
    fix: () => 'Import them as entries of their own definition.',
  },
};

/** The removed values of a file, or of a part of it. */
export class LeftOut {
  private readonly groupByKey = new Map<string, Group>();

  /** Null and the class of an item are not reported: no information is lost. */
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

  /** The warnings, in the order of the first occurrence of their causes. */
  problems(): Problem[] {
    return [...this.groupByKey.values()].flatMap(problemsOf);
  }
}

/** Whether the fix depends on the member. */
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
