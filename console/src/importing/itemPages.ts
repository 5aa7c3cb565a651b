/**
 * The pages of a plan's items that have been read. A row keeps its place until the list is loaded again: after a change, the rows that a
 * person sees are read again by their ids, and show their new state where they stand.
 */
import type { ImportAction, PlanItemFragment } from '../api/operations.generated.js';
import type { ActionGroup } from './actions.js';

export interface ItemPage {
  rows: readonly PlanItemFragment[];
  isStale: boolean;
}

/** Items that belonged to a group when they were read, in the order of the file. */
export interface ItemGroup {
  place: ActionGroup;
  /** Those of its actions that are wanted. */
  actions: readonly ImportAction[];
  pages: readonly ItemPage[];
  /** Where the next page begins; null for the first page. */
  endCursor: string | null;
  hasMore: boolean;
}

/** A page by its place: the group, and the page in it. */
export interface PagePlace {
  group: number;
  page: number;
}

/** The most that the server gives in one page. */
export const largestPage = 500;

export interface PageReadAgain extends PagePlace {
  rows: readonly PlanItemFragment[];
}

/** The groups with pages whose rows were read again: each row stays where it is. */
export function withRows(groups: readonly ItemGroup[], found: readonly PageReadAgain[]): readonly ItemGroup[] {
  return groups.map((group, at) => {
    const byPage = new Map(found.filter((one) => one.group === at).map((one) => [one.page, one.rows]));
    const pages = group.pages.map((page, place) => {
      const rows = byPage.get(place);
      if (!rows) return page;
      const byId = new Map(rows.map((row) => [row.id, row]));
      return { rows: page.rows.map((row) => byId.get(row.id) ?? row), isStale: false };
    });
    return { ...group, pages };
  });
}

/** The groups with items at the end of one: they came to be what it holds after it was read. */
export function withNewcomers(
  groups: readonly ItemGroup[],
  at: number,
  newcomers: readonly PlanItemFragment[],
): readonly ItemGroup[] {
  const group = groups[at];
  const known = new Set(groups.flatMap(({ pages }) => pages.flatMap(({ rows }) => rows.map(({ id }) => id))));
  const rows = newcomers.filter(({ id }) => !known.has(id));
  if (!group || rows.length === 0) return groups;
  return groups.with(at, { ...group, pages: [...group.pages, { rows, isStale: false }] });
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
  /** The group under which each row stands, by id: perhaps no longer that of its action. */
  groupById: ReadonlyMap<string, number>;
}

/** The rows of the groups as far as they are read without a gap, each item once: where it was read first. */
export function rowsOf(groups: readonly ItemGroup[]): ShownRows {
  const gap = groups.findIndex(({ hasMore }) => hasMore);
  const pages = (gap < 0 ? groups : groups.slice(0, gap + 1)).flatMap((group, groupAt) =>
    group.pages.map((page, pageAt) => ({ ...page, group: groupAt, page: pageAt })),
  );
  const groupById = new Map<string, number>();
  const rows: PlanItemFragment[] = [];
  const spans = pages.map(({ group, page, rows: ofPage }) => {
    const start = rows.length;
    for (const row of ofPage) {
      if (groupById.has(row.id)) continue;
      groupById.set(row.id, group);
      rows.push(row);
    }
    return { group, page, start, end: rows.length };
  });
  return { rows, spans, groupById };
}
