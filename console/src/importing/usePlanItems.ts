/**
 * The items of a plan in the order of what a person must do. Each group of actions is a list of its own on the server, read page by page:
 * the rows of a group follow when all rows of the groups before it are there. After a change, rows stay where they are, and only those in
 * view are read again; the order is made anew when the list is loaded again.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import {
  PlanItemsDocument,
  type ImportAction,
  type ImportItemFilter,
  type PlanItemFragment,
} from '../api/operations.generated.js';
import { ask } from '../api/requests.js';
import { actionGroups, type ActionGroup } from './actions.js';
import {
  largestPage,
  rowsOf,
  withNewcomers,
  withRows,
  withSelection,
  withStalePages,
  type ItemGroup,
  type PagePlace,
  type ShownRows,
} from './itemPages.js';

export interface PlanItems {
  rows: readonly PlanItemFragment[];
  /** The group that a row stands under: that to which it belonged when the list was loaded. */
  placeOf: (item: PlanItemFragment) => ActionGroup;
  isLoaded: boolean;
  hasMore: boolean;
  error: CombinedError | undefined;
  loadMore: () => void;
  /** Takes how far down rows are shown, from 0: what is stale there is read again. */
  onShown: (lastIndex: number) => void;
  /** Loads the list again, in its order of now. */
  reload: () => void;
  /** Takes that all items were selected, or none: most of them are read again only when they are seen. */
  assumeAll: (isSelected: boolean) => void;
}

interface Loaded {
  key: string;
  groups: readonly ItemGroup[];
  isLoaded: boolean;
  error?: CombinedError;
}

type WantedGroup = Pick<ItemGroup, 'place' | 'actions'>;

const none: readonly ItemGroup[] = [];
const noPlace: ActionGroup = { title: '', doneTitle: '', actions: [] };
const pageSize = 100;
/** More rows than a window shows. */
const rowsInView = 120;

/** `state`: what loads the list again when it changes; `version`: what makes its rows stale. */
export function usePlanItems(
  planId: string,
  filter: ImportItemFilter,
  { state: planState, version }: { state: string; version: string },
): PlanItems {
  const key = JSON.stringify([planId, filter, planState]);
  const [state, setState] = useState<Loaded>({ key, groups: [], isLoaded: false });
  const latest = useRef(state);
  const request = useRef(0);
  const isBusy = useRef(false);
  const lastShown = useRef(-1);
  /** Pages that are on their way, and where pages stand among the rows. */
  const reading = useRef(new Set<string>());
  const spans = useRef<ShownRows['spans']>([]);
  const change = useCallback((next: Loaded) => {
    latest.current = next;
    setState(next);
  }, []);

  const read = useItemReader(planId);
  const readPage = useCallback(
    ({ actions, place: { isBlockedByItem } }: WantedGroup, after: string | null, first: number) => {
      const [, conditions] = JSON.parse(key) as [string, ImportItemFilter];
      return read(
        { ...conditions, actions: [...actions], ...(isBlockedByItem !== undefined && { isBlockedByItem }) },
        after,
        first,
      );
    },
    [read, key],
  );
  const fail = useCallback(
    (error: unknown) => {
      const known = latest.current.key === key ? latest.current : { groups: none, isLoaded: false };
      change({ ...known, key, error: error as CombinedError });
    },
    [change, key],
  );

  /** Reads the beginning of each group. */
  const load = useCallback(async () => {
    const own = ++request.current;
    reading.current.clear();
    const wanted = (JSON.parse(key) as [string, ImportItemFilter])[1].actions;
    try {
      const groups = await Promise.all(
        groupsOf(wanted).map(async (group) => {
          const { rows, ...rest } = await readPage(group, null, pageSize);
          return { ...group, pages: [{ rows, isStale: false }], ...rest };
        }),
      );
      if (own === request.current) change({ key, groups, isLoaded: true });
    } catch (error) {
      if (own === request.current) fail(error);
    }
  }, [key, readPage, change, fail]);

  /** Reads the rows of those of some pages again that are stale. */
  const readStale = useCallback(
    async (places: readonly PagePlace[]) => {
      const own = request.current;
      const wanted = places.filter(
        (place) => latest.current.groups[place.group]?.pages[place.page]?.isStale && !reading.current.has(idOf(place)),
      );
      if (wanted.length === 0) return;
      for (const place of wanted) reading.current.add(idOf(place));
      try {
        const found = await Promise.all(
          wanted.map(async (place) => {
            const ids = latest.current.groups[place.group]?.pages[place.page]?.rows.map(({ id }) => id) ?? [];
            return { ...place, rows: ids.length === 0 ? [] : (await read({ ids }, null, largestPage)).rows };
          }),
        );
        if (own === request.current) change({ key, groups: withRows(latest.current.groups, found), isLoaded: true });
      } catch (error) {
        if (own === request.current) fail(error);
      } finally {
        if (own === request.current) for (const place of wanted) reading.current.delete(idOf(place));
      }
    },
    [key, read, change, fail],
  );
  const readInView = useCallback(() => void readStale(inView(spans.current, lastShown.current)), [readStale]);

  /** Reads what is to be decided now and was not before: of the first group, which holds it, its beginning. */
  const readNewcomers = useCallback(async () => {
    const own = request.current;
    const [first] = latest.current.groups;
    if (!first) return;
    try {
      const { rows } = await readPage(first, null, pageSize);
      if (own === request.current) change({ ...latest.current, groups: withNewcomers(latest.current.groups, 0, rows) });
    } catch (error) {
      if (own === request.current) fail(error);
    }
  }, [readPage, change, fail]);

  const refresh = useCallback(() => {
    const { groups, isLoaded } = latest.current;
    if (latest.current.key !== key || !isLoaded) {
      void load();
      return;
    }
    request.current++;
    reading.current.clear();
    latest.current = { key, groups: withStalePages(groups), isLoaded };
    readInView();
    void readNewcomers();
  }, [key, load, readInView, readNewcomers]);

  useEffect(() => {
    refresh();
  }, [refresh, version]);

  const loadMore = useCallback(() => {
    const { groups } = latest.current;
    const at = groups.findIndex(({ hasMore }) => hasMore);
    const group = groups[at];
    if (!group || isBusy.current) return;
    const own = request.current;
    isBusy.current = true;
    const after = group.endCursor;
    readPage(group, after, after === null ? pageSize : largestPage)
      .then(({ rows, ...rest }) => {
        const now = latest.current.groups[at];
        if (latest.current.key !== key || now?.endCursor !== after) return;
        const pages = [...now.pages, { rows, isStale: own !== request.current }];
        change({ ...latest.current, groups: latest.current.groups.with(at, { ...now, ...rest, pages }) });
      })
      .catch(fail)
      .finally(() => {
        isBusy.current = false;
      });
  }, [key, readPage, change, fail]);

  const { groups, isLoaded, error }: Loaded = state.key === key ? state : { key, groups: none, isLoaded: false };
  const shown = useMemo(() => rowsOf(groups), [groups]);
  spans.current = shown.spans;
  const onShown = useCallback(
    (lastIndex: number) => {
      lastShown.current = lastIndex;
      readInView();
    },
    [readInView],
  );
  const assumeAll = useCallback(
    (isSelected: boolean) => change({ ...latest.current, groups: withSelection(latest.current.groups, isSelected) }),
    [change],
  );
  const placeOf = usePlaceOf(groups, shown.groupById);
  const hasMore = groups.some((group) => group.hasMore);
  const reload = () => void load();
  return { rows: shown.rows, placeOf, isLoaded, hasMore, error, loadMore, onShown, reload, assumeAll };
}

/** Reads a page of items that match a filter. */
function useItemReader(planId: string) {
  const client = useClient();
  return useCallback(
    async (filter: ImportItemFilter, after: string | null, first: number) => {
      const page = (await ask(client, PlanItemsDocument, { id: planId, filter, first, after })).importPlan?.items;
      const { endCursor = null, hasNextPage = false } = page?.pageInfo ?? {};
      return { rows: page?.nodes ?? [], endCursor: endCursor ?? after, hasMore: hasNextPage };
    },
    [client, planId],
  );
}

function inView(spans: ShownRows['spans'], last: number): ShownRows['spans'] {
  return spans.filter(({ start, end }) => start <= last + 1 && end >= last - rowsInView);
}

function usePlaceOf(groups: readonly ItemGroup[], groupById: ShownRows['groupById']): PlanItems['placeOf'] {
  return useCallback(({ id }) => groups[groupById.get(id) ?? -1]?.place ?? noPlace, [groups, groupById]);
}

function idOf({ group, page }: PagePlace): string {
  return `${String(group)} ${String(page)}`;
}

/** The groups, each with the wanted ones of its actions. */
function groupsOf(wanted: readonly ImportAction[] | null | undefined): readonly WantedGroup[] {
  return actionGroups
    .map((place) => ({ place, actions: place.actions.filter((action) => !wanted || wanted.includes(action)) }))
    .filter(({ actions }) => actions.length > 0);
}
