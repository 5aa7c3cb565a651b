/**
 * The items of a plan in the order of what a person must do. Each group of actions is a list of its own on the server, read page by page:
 * the rows of a group follow when all rows of the groups before it are there. After a change only what is in view is read again.
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
import { actionGroups } from './actions.js';
import {
  largestPage,
  readAgain,
  rowsOf,
  withPages,
  withSelection,
  withStalePages,
  type ItemGroup,
  type ItemPage,
  type PagePlace,
  type ShownRows,
} from './itemPages.js';

export interface PlanItems {
  rows: readonly PlanItemFragment[];
  isLoaded: boolean;
  hasMore: boolean;
  error: CombinedError | undefined;
  loadMore: () => void;
  /** Takes how far down rows are shown, from 0: what is stale there is read again. */
  onShown: (lastIndex: number) => void;
  refresh: () => void;
  /** Takes that all items were selected, or none: most of them are read again only when they are seen. */
  assumeAll: (isSelected: boolean) => void;
}

interface Loaded {
  key: string;
  groups: readonly ItemGroup[];
  isLoaded: boolean;
  error?: CombinedError;
}

const none: readonly ItemGroup[] = [];
const pageSize = 100;
/** More rows than a window shows. */
const rowsInView = 120;

export function usePlanItems(planId: string, filter: ImportItemFilter, version: string): PlanItems {
  const client = useClient();
  const key = JSON.stringify([planId, filter]);
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

  const read = useCallback(
    async (actions: readonly ImportAction[], after: string | null, first: number) => {
      const [id, conditions] = JSON.parse(key) as [string, ImportItemFilter];
      const variables = { id, filter: { ...conditions, actions: [...actions] }, first, after };
      const page = (await ask(client, PlanItemsDocument, variables)).importPlan?.items;
      const { endCursor = null, hasNextPage = false } = page?.pageInfo ?? {};
      return { nodes: page?.nodes ?? [], endCursor, hasNextPage };
    },
    [client, key],
  );
  const readPage = useCallback(
    async (actions: readonly ImportAction[], after: string | null, first: number) => {
      const { nodes: rows, endCursor, hasNextPage } = await read(actions, after, first);
      return { page: { after, rows, endCursor: endCursor ?? after, isStale: false } satisfies ItemPage, hasNextPage };
    },
    [read],
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
    const wanted = (JSON.parse(key) as [string, ImportItemFilter])[1].actions;
    try {
      const groups = await Promise.all(
        groupsOf(wanted).map(async (actions) => {
          const { page, hasNextPage } = await readPage(actions, null, pageSize);
          return { actions, pages: [page], hasMore: hasNextPage };
        }),
      );
      if (own === request.current) change({ key, groups, isLoaded: true });
    } catch (error) {
      if (own === request.current) fail(error);
    }
  }, [key, readPage, change, fail]);

  /** Reads those of some pages again that are stale. */
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
            const group = latest.current.groups[place.group];
            const again = group && (await readAgain(group, place.page, (...from) => read(group.actions, ...from)));
            return again ? [{ ...place, ...again }] : [];
          }),
        );
        if (own === request.current)
          change({ key, groups: withPages(latest.current.groups, found.flat()), isLoaded: true });
      } catch (error) {
        if (own === request.current) fail(error);
      } finally {
        if (own === request.current) for (const place of wanted) reading.current.delete(idOf(place));
      }
    },
    [key, read, change, fail],
  );
  const readInView = useCallback(
    (begins: readonly PagePlace[] = []) => {
      const last = lastShown.current;
      const seen = spans.current.filter(({ start, end }) => start <= last + 1 && end >= last - rowsInView);
      void readStale([...begins, ...seen.filter(({ page }) => begins.length === 0 || page > 0)]);
    },
    [readStale],
  );

  const refresh = useCallback(() => {
    const { groups, isLoaded } = latest.current;
    if (latest.current.key !== key || !isLoaded) {
      void load();
      return;
    }
    request.current++;
    reading.current.clear();
    latest.current = { key, groups: withStalePages(groups), isLoaded };
    // The beginnings tell which items are to be decided now.
    readInView(groups.map((_, group) => ({ group, page: 0 })));
  }, [key, load, readInView]);

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
    const after = group.pages.at(-1)?.endCursor ?? null;
    readPage(group.actions, after, after === null ? pageSize : largestPage)
      .then(({ page, hasNextPage }) => {
        const now = latest.current.groups[at];
        if (latest.current.key !== key || now?.pages.at(-1)?.endCursor !== after) return;
        const pages = [...now.pages, { ...page, isStale: own !== request.current }];
        const longer = { ...now, pages, hasMore: hasNextPage };
        change({ ...latest.current, groups: latest.current.groups.with(at, longer) });
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
  const hasMore = groups.some((group) => group.hasMore);
  return { rows: shown.rows, isLoaded, hasMore, error, loadMore, onShown, refresh, assumeAll };
}

function idOf({ group, page }: PagePlace): string {
  return `${String(group)} ${String(page)}`;
}

/** The groups, each with the wanted ones of its actions. */
function groupsOf(wanted: readonly ImportAction[] | null | undefined): (readonly ImportAction[])[] {
  const all = actionGroups.map(({ actions }) => actions);
  if (!wanted) return all;
  return all.map((actions) => actions.filter((action) => wanted.includes(action))).filter(({ length }) => length > 0);
}
