/**
 * The items of a plan in the order of what a person must do. Each group of actions is a list of its own on the server, read page by page:
 * the rows of a group follow when all rows of the groups before it are there.
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

export interface PlanItems {
  rows: readonly PlanItemFragment[];
  isLoaded: boolean;
  hasMore: boolean;
  error: CombinedError | undefined;
  loadMore: () => void;
  /** Takes how far down rows are shown, from 0: what is read anew reaches as far. */
  onShown: (lastIndex: number) => void;
  refresh: () => void;
}

interface Group {
  actions: readonly ImportAction[];
  rows: readonly PlanItemFragment[];
  endCursor: string | null;
  hasMore: boolean;
}

interface Loaded {
  key: string;
  groups: readonly Group[];
  isLoaded: boolean;
  error?: CombinedError;
}

const none: readonly Group[] = [];
const pageSize = 100;
/** The most that the server gives in one page; who has read a page to its end gets so many. */
const largestPage = 500;

export function usePlanItems(planId: string, filter: ImportItemFilter, version: string): PlanItems {
  const client = useClient();
  const key = JSON.stringify([planId, filter]);
  const [state, setState] = useState<Loaded>({ key, groups: [], isLoaded: false });
  const latest = useRef(state);
  latest.current = state;
  const request = useRef(0);
  const isBusy = useRef(false);
  const lastShown = useRef(-1);

  /** One page of a group, from where it ends now. */
  const readPage = useCallback(
    async (group: Group, first: number): Promise<Group> => {
      const [id, conditions] = JSON.parse(key) as [string, ImportItemFilter];
      const variables = { id, filter: { ...conditions, actions: [...group.actions] }, first, after: group.endCursor };
      const page = (await ask(client, PlanItemsDocument, variables)).importPlan?.items;
      const { endCursor = null, hasNextPage = false } = page?.pageInfo ?? {};
      return { ...group, rows: [...group.rows, ...(page?.nodes ?? [])], endCursor, hasMore: hasNextPage };
    },
    [client, key],
  );

  /** Reads all groups anew, as far as they are shown: what is below follows when a person scrolls there again. */
  const load = useCallback(async () => {
    const own = ++request.current;
    const before = latest.current.key === key ? latest.current.groups : [];
    const wanted = (JSON.parse(key) as [string, ImportItemFilter])[1].actions;
    try {
      const goals = goalsOf(before, lastShown.current);
      const groups = await Promise.all(
        groupsOf(wanted).map(async (actions, index) => {
          const goal = goals[index] ?? pageSize;
          let group: Group = { actions, rows: [], endCursor: null, hasMore: true };
          while (group.hasMore && group.rows.length < goal)
            group = await readPage(group, Math.min(largestPage, goal - group.rows.length));
          return group;
        }),
      );
      if (own === request.current) setState({ key, groups, isLoaded: true });
    } catch (error) {
      if (own === request.current) setState({ ...latest.current, key, error: error as CombinedError });
    }
  }, [key, readPage]);

  useEffect(() => {
    void load();
  }, [load, version]);

  const loadMore = useCallback(() => {
    const { groups } = latest.current;
    const at = groups.findIndex(({ hasMore }) => hasMore);
    const group = groups[at];
    if (!group || isBusy.current) return;
    const own = request.current;
    isBusy.current = true;
    readPage(group, group.rows.length === 0 ? pageSize : largestPage)
      .then((longer) => {
        if (own !== request.current) return;
        setState({ ...latest.current, groups: latest.current.groups.with(at, longer) });
      })
      .catch((error: unknown) => {
        setState({ ...latest.current, error: error as CombinedError });
      })
      .finally(() => {
        isBusy.current = false;
      });
  }, [readPage]);

  const { groups, isLoaded, error }: Loaded = state.key === key ? state : { key, groups: none, isLoaded: false };
  const end = groups.findIndex(({ hasMore }) => hasMore);
  const rows = useMemo(
    () => (end < 0 ? groups : groups.slice(0, end + 1)).flatMap((group) => group.rows),
    [groups, end],
  );
  const onShown = useCallback((lastIndex: number) => {
    lastShown.current = lastIndex;
  }, []);
  return { rows, isLoaded, hasMore: end >= 0, error, loadMore, onShown, refresh: () => void load() };
}

/** How many rows of each group are read anew, so that all rows down to an index stay. */
function goalsOf(groups: readonly Group[], lastShown: number): number[] {
  let start = 0;
  return groups.map(({ rows }) => {
    const goal = Math.max(pageSize, Math.min(rows.length, lastShown + pageSize - start));
    start += rows.length;
    return goal;
  });
}

/** The groups, each with the wanted ones of its actions. */
function groupsOf(wanted: readonly ImportAction[] | null | undefined): (readonly ImportAction[])[] {
  const all = actionGroups.map(({ actions }) => actions);
  if (!wanted) return all;
  return all.map((actions) => actions.filter((action) => wanted.includes(action))).filter(({ length }) => length > 0);
}
