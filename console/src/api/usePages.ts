/** A list that grows page by page, as far as a person looks. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { askOrRecall } from './requests.js';
import type { TypedDocumentString } from './operations.generated.js';

export interface Page<Node> {
  nodes: readonly Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

export interface Pages<Node> {
  nodes: readonly Node[];
  /** Undefined until the first page is there. */
  totalCount: number | undefined;
  isLoading: boolean;
  hasMore: boolean;
  error: CombinedError | undefined;
  /** Asks for the next page, unless one is on its way. */
  loadMore: () => void;
  /** Asks for what is shown again, in one request, and keeps it on screen meanwhile. */
  refresh: () => void;
}

interface PageOptions<Data, Variables, Node> {
  variables: Variables;
  /** Null when what the list belongs to does not exist. */
  pageIn: (data: Data) => Page<Node> | null | undefined;
  pageSize?: number;
  isPaused?: boolean;
}

interface Loaded<Node> {
  key: string;
  nodes: readonly Node[];
  totalCount?: number;
  endCursor?: string | null;
  hasMore: boolean;
  isLoading: boolean;
  error?: CombinedError;
}

/** The most that the server gives in one page. */
const largestPage = 500;

export function usePages<Data, Variables extends { first?: unknown; after?: unknown }, Node>(
  document: TypedDocumentString<Data, Variables>,
  { variables, pageIn, pageSize = 100, isPaused = false }: PageOptions<Data, Variables, Node>,
): Pages<Node> {
  const client = useClient();
  const key = JSON.stringify(variables);
  const empty: Loaded<Node> = { key, nodes: [], hasMore: false, isLoading: !isPaused };
  const [state, setState] = useState(empty);
  const shown = state.key === key ? state : empty;
  const latest = useRef(shown);
  latest.current = shown;
  const request = useRef(0);

  const load = useCallback(
    async (from: { nodes: readonly Node[]; after?: string | null | undefined; first: number }) => {
      const own = ++request.current;
      const wanted = JSON.parse(key) as Variables;
      setState({ ...latest.current, key, isLoading: true });
      try {
        const data = await askOrRecall(client, document, { ...wanted, first: from.first, after: from.after ?? null });
        if (own !== request.current) return;
        const page = pageIn(data);
        const { hasNextPage = false, endCursor = null } = page?.pageInfo ?? {};
        const nodes = [...from.nodes, ...(page?.nodes ?? [])];
        setState({ key, nodes, totalCount: page?.totalCount ?? 0, endCursor, hasMore: hasNextPage, isLoading: false });
      } catch (error) {
        if (own !== request.current) return;
        setState({ ...latest.current, key, isLoading: false, error: error as CombinedError });
      }
    },
    // pageIn is a plain function of its argument: a new one for each render is the same.
    // oxlint-disable-next-line react/exhaustive-deps
    [client, document, key],
  );

  useEffect(() => {
    if (!isPaused) void load({ nodes: [], first: pageSize });
  }, [load, pageSize, isPaused]);

  const loadMore = useCallback(() => {
    const { nodes, endCursor, hasMore, isLoading } = latest.current;
    if (hasMore && !isLoading) void load({ nodes, after: endCursor, first: pageSize });
  }, [load, pageSize]);

  const refresh = useCallback(() => {
    const first = Math.min(largestPage, Math.max(pageSize, latest.current.nodes.length));
    void load({ nodes: [], first });
  }, [load, pageSize]);

  const { nodes, totalCount, isLoading, hasMore, error } = shown;
  return { nodes, totalCount, isLoading, hasMore, error, loadMore, refresh };
}
