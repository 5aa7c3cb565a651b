/** Whether the server can be reached: by the socket of the subscriptions, and by the browser's own word. */
import { createContext, useContext, useEffect, useRef } from 'react';

export interface ConnectionState {
  isConnected: boolean;
  /** When the connection was lost; undefined while there is one. */
  lostAt: Date | undefined;
}

export const ConnectionContext = createContext<ConnectionState>({ isConnected: true, lostAt: undefined });

export function useConnection(): ConnectionState {
  return useContext(ConnectionContext);
}

/**
 * Calls `onReturn` when the server can be reached again: what has ended meanwhile, the subscriptions that begin again do not tell.
 */
export function useReconnection(onReturn: () => void): void {
  const { isConnected } = useConnection();
  const wasConnected = useRef(isConnected);
  const latest = useRef(onReturn);
  useEffect(() => {
    latest.current = onReturn;
  });
  useEffect(() => {
    if (isConnected && !wasConnected.current) latest.current();
    wasConnected.current = isConnected;
  }, [isConnected]);
}

/** Why nothing can be written now; undefined when it can. */
export function useWhyOffline(): string | undefined {
  return useConnection().isConnected ? undefined : 'There is no connection to the server.';
}
