/**
 * The pages of a plan's items that have been read. A change of the plan may change any item, so every page becomes stale, and is read
 * again when a person sees it. A page keeps the place where it begins: reading it again gives all items from there to the next page.
 */
import type { ImportAction, PlanItemFragment } from '../api/operations.generated.js';

export interface ItemPage {
  /** The cursor after which the page begins; null for the first page of a group. */
  after: string | null;
  rows: readonly PlanItemFragment[];
  endCursor: string | null;
  isStale: boolean;
}

/** Items with some actions, in the order of the file. */
export interface ItemGroup {
  actions: readonly ImportAction[];
  pages: readonly ItemPage[];
  hasMore: boolean;
}

/** A page by its place: the group, and the page in it. */
export interface PagePlace {
  group: number;
  page: number;
}

export interface ReadItems {
  nodes: readonly PlanItemFragment[];
  endCursor: string | null;
  hasNextPage: boolean;
}

/** The most that the server gives in one page. */
export const largestPage = 500;
/** So many pages after one are searched for where it ends now. */
const pagesAhead = 2;

/** The rows of a page as they are now, from its beginning to the beginning of the next; `read` reads on after a cursor. */
export async function readAgain(
  { pages }: ItemGroup,
  at: number,
  read: (after: string | null, first: number) => Promise<ReadItems>,
): Promise<{ content: ItemPage; hasMore: boolean | undefined } | undefined> {
  const page = pages[at];
  if (!page) return undefined;
  const isLast = at === pages.length - 1;
  const later = new Set(pages.slice(at + 1, at + 1 + pagesAhead).flatMap(({ rows }) => rows.map(({ id }) => id)));
  const most = 2 * page.rows.length + largestPage;
  let rows: PlanItemFragment[] = [];
  let last: ReadItems = { nodes: [], endCursor: page.after, hasNextPage: true };
  do {
    const first = Math.min(largestPage, Math.max(100, page.rows.length + 1 - rows.length));
    last = await read(last.endCursor, first);
    rows = [...rows, ...last.nodes];
  } while (
    !isLast &&
    last.hasNextPage &&
    last.endCursor !== page.endCursor &&
    rows.length < most &&
    !rows.some(({ id }) => later.has(id))
  );
  const end = rows.findIndex(({ id }) => later.has(id));
  if (end >= 0) rows = rows.slice(0, end);
  const endCursor = isLast ? last.endCursor : page.endCursor;
  return { content: { ...page, rows, endCursor, isStale: false }, hasMore: isLast ? last.hasNextPage : undefined };
}

export type PageReadAgain = PagePlace & Awaited<ReturnType<typeof readAgain>>;

/** The groups with pages that were read again. Pages may have been added meanwhile. */
export function withPages(groups: readonly ItemGroup[], found: readonly PageReadAgain[]): readonly ItemGroup[] {
  return groups.map((group, at) => {
    const byPage = new Map(found.filter((one) => one.group === at).map((one) => [one.page, one]));
    const pages = group.pages.map((page, place) => byPage.get(place)?.content ?? page);
    return { ...group, pages, hasMore: byPage.get(pages.length - 1)?.hasMore ?? group.hasMore };
  });
}

export function withStalePages(groups: readonly ItemGroup[]): readonly ItemGroup[] {
  return groups.map((group) => ({ ...group, pages: group.pages.map((page) => ({ ...page, isStale: true })) }));
}

/** The groups as if all items had been selected, or none. */
export function withSelection(groups: readonly ItemGroup[], isSelected: boolean): readonly ItemGroup[] {
  return groups.map((group) => ({
    ...group,
    pages: group.pages.map((page) => ({ ...page, rows: page.rows.map((row) => ({ ...row, isSelected })) })),
  }));
}

export interface ShownRows {
  rows: readonly PlanItemFragment[];
  /** Where the pages begin and end among the rows. */
  spans: readonly (PagePlace & { start: number; end: number })[];
}

/** The rows of the groups as far as they are read without a gap, each item once: where it was read last. */
export function rowsOf(groups: readonly ItemGroup[]): ShownRows {
  const gap = groups.findIndex(({ hasMore }) => hasMore);
  const pages = (gap < 0 ? groups : groups.slice(0, gap + 1)).flatMap((group, groupAt) =>
    group.pages.map((page, pageAt) => ({ ...page, group: groupAt, page: pageAt })),
  );
  const fresh = new Set(pages.flatMap(({ rows, isStale }) => (isStale ? [] : rows.map(({ id }) => id))));
  const seen = new Set<string>();
  const rows: PlanItemFragment[] = [];
  const spans = pages.map(({ group, page, isStale, rows: ofPage }) => {
    const start = rows.length;
    for (const row of ofPage) {
      if (seen.has(row.id) || (isStale && fresh.has(row.id))) continue;
      seen.add(row.id);
      rows.push(row);
    }
    return { group, page, start, end: rows.length };
  });
  return { rows, spans };
}
