/** Typed requests: the generated operations are texts, which urql takes as they are. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  useClient,
  useQuery as useUrqlQuery,
  type AnyVariables,
  type Client,
  type CombinedError,
  type RequestPolicy,
  type TypedDocumentNode,
} from 'urql';
import { SubscriptionEnded } from './client.js';
import type { TypedDocumentString } from './operations.generated.js';

interface QueryOptions {
  isPaused?: boolean;
  policy?: RequestPolicy;
  /** Names of types: an answer of the server that contains one makes the query be asked again, such as that of a mutation. */
  changedBy?: readonly string[];
}

const nothing: readonly string[] = [];

export interface QueryState<Data> {
  data: Data | undefined;
  error: CombinedError | undefined;
  isLoading: boolean;
  /** Whether shown data is being asked for again. */
  isStale: boolean;
  refresh: () => void;
}

/** What is shown at once from the cache is asked for again, so that a page never stays old. */
export function useQuery<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: NoInfer<Variables>,
  { isPaused = false, policy = 'cache-and-network', changedBy = nothing }: QueryOptions = {},
): QueryState<Data> {
  const [{ data, error, fetching, stale }, execute] = useUrqlQuery({
    query: textOf(document),
    variables: variables as AnyVariables,
    pause: isPaused,
    requestPolicy: policy,
    context: useMemo(() => ({ additionalTypenames: [...changedBy] }), [changedBy]),
  });
  // A request that is on its way may have been answered before what made the refresh necessary: then it is asked once more.
  const isOnItsWay = useRef(false);
  const isWanted = useRef(false);
  isOnItsWay.current = fetching || stale;
  const refresh = useCallback(() => {
    if (isOnItsWay.current) isWanted.current = true;
    else execute({ requestPolicy: 'network-only' });
  }, [execute]);
  useEffect(() => {
    if (fetching || stale || !isWanted.current) return;
    isWanted.current = false;
    execute({ requestPolicy: 'network-only' });
  }, [fetching, stale, execute]);
  // While the server cannot be reached, what was loaded stays on screen.
  const key = JSON.stringify(variables);
  const kept = useRef<{ key: string; data: Data }>(undefined);
  if (data !== undefined) kept.current = { key, data };
  const last = error?.networkError && kept.current?.key === key ? kept.current.data : undefined;
  return { data: data ?? last, error, isLoading: fetching, isStale: stale, refresh };
}

/** Sends a mutation, or a query that is asked for once. Throws what is no answer: the boundary of the screen shows it. */
export function useRequests() {
  const client = useClient();
  return { mutate: bound(mutate, client), ask: bound(ask, client) };
}

function bound<Rest extends unknown[], Result>(send: (client: Client, ...rest: Rest) => Result, client: Client) {
  return (...rest: Rest) => send(client, ...rest);
}

export async function mutate<Data, Variables>(
  client: Client,
  document: TypedDocumentString<Data, Variables>,
  variables: NoInfer<Variables>,
): Promise<Data> {
  const { data, error } = await client.mutation(textOf(document), variables as AnyVariables).toPromise();
  if (error) throw error;
  return data as Data;
}

export async function ask<Data, Variables>(
  client: Client,
  document: TypedDocumentString<Data, Variables>,
  variables: NoInfer<Variables>,
): Promise<Data> {
  const context = { requestPolicy: 'network-only' as const };
  const { data, error } = await client.query(textOf(document), variables as AnyVariables, context).toPromise();
  if (error) throw error;
  return data as Data;
}

/** As `ask`; while the server cannot be reached, it gives what it gave last for the same variables. */
export async function askOrRecall<Data, Variables>(
  client: Client,
  document: TypedDocumentString<Data, Variables>,
  variables: NoInfer<Variables>,
): Promise<Data> {
  try {
    return await ask(client, document, variables);
  } catch (error) {
    if (!(error as CombinedError).networkError) throw error;
    const context = { requestPolicy: 'cache-only' as const };
    const { data } = await client.query(textOf(document), variables as AnyVariables, context).toPromise();
    if (data == null) throw error;
    return data;
  }
}

interface SubscriptionOptions<Data> {
  isPaused?: boolean;
  /** Called with each message: several may come before the page is drawn again, and only the last is drawn. */
  onNext?: (data: Data) => void;
  /** Called when the server ends the subscription, because what it is about has ended or is gone. */
  onEnd?: () => void;
}

/** The last state that the server has sent; it stays when the server ends the subscription. */
export function useSubscription<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: NoInfer<Variables>,
  { isPaused = false, onNext, onEnd }: SubscriptionOptions<Data> = {},
): Data | undefined {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [last, setLast] = useState<{ key: string; data: Data }>();
  const latest = useRef({ onNext, onEnd });
  useEffect(() => {
    latest.current = { onNext, onEnd };
  });
  useEffect(() => {
    if (isPaused) return undefined;
    const subscription = client
      .subscription(textOf(document), JSON.parse(key) as AnyVariables)
      .subscribe(({ data, error }) => {
        if (error?.networkError instanceof SubscriptionEnded) {
          latest.current.onEnd?.();
        } else if (data == null) {
          setLast(undefined);
        } else {
          setLast({ key, data });
          latest.current.onNext?.(data);
        }
      });
    return () => {
      subscription.unsubscribe();
    };
  }, [client, document, key, isPaused]);
  return !isPaused && last?.key === key ? last.data : undefined;
}

function textOf<Data, Variables>(document: TypedDocumentString<Data, Variables>) {
  return String(document) as unknown as TypedDocumentNode<Data, AnyVariables>;
}
