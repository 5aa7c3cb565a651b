/**
 * The items of a plan in the order of what a person must do. Each group of actions is a list of its own on the server, read page by page:
 * the rows of a group follow when all rows of the groups before it are there.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
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

const pageSize = 100;
/** The most that the server gives in one page. */
const largestPage = 500;

export function usePlanItems(planId: string, filter: ImportItemFilter, version: string): PlanItems {
  const client = useClient();
  const key = JSON.stringify([planId, filter]);
  const [state, setState] = useState<Loaded>({ key, groups: [], isLoaded: false });
  const latest = useRef(state);
  latest.current = state;
  const request = useRef(0);
  const isBusy = useRef(false);

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

  /** Reads all groups anew, each as far as it was read before. */
  const load = useCallback(async () => {
    const own = ++request.current;
    const before = latest.current.key === key ? latest.current.groups : [];
    const wanted = (JSON.parse(key) as [string, ImportItemFilter])[1].actions;
    try {
      const groups = await Promise.all(
        groupsOf(wanted).map(async (actions, index) => {
          const goal = Math.max(pageSize, before[index]?.rows.length ?? 0);
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
    readPage(group, pageSize)
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

  const shown = state.key === key ? state : { key, groups: [], isLoaded: false };
  const end = shown.groups.findIndex(({ hasMore }) => hasMore);
  const complete = end < 0 ? shown.groups : shown.groups.slice(0, end + 1);
  return {
    rows: complete.flatMap(({ rows }) => rows),
    isLoaded: shown.isLoaded,
    hasMore: end >= 0,
    error: 'error' in shown ? shown.error : undefined,
    loadMore,
    refresh: () => void load(),
  };
}

/** The groups, each with the wanted ones of its actions. */
function groupsOf(wanted: readonly ImportAction[] | null | undefined): (readonly ImportAction[])[] {
  const all = actionGroups.map(({ actions }) => actions);
  if (!wanted) return all;
  return all.map((actions) => actions.filter((action) => wanted.includes(action))).filter(({ length }) => length > 0);
}
