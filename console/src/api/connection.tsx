/** Whether the server can be reached: by the socket of the subscriptions, and by the browser's own word. */
import { createContext, useContext } from 'react';

export interface ConnectionState {
  isConnected: boolean;
  /** When the connection was lost; undefined while there is one. */
  lostAt: Date | undefined;
}

export const ConnectionContext = createContext<ConnectionState>({ isConnected: true, lostAt: undefined });

export function useConnection(): ConnectionState {
  return useContext(ConnectionContext);
}

/** Why nothing can be written now; undefined when it can. */
export function useWhyOffline(): string | undefined {
  return useConnection().isConnected ? undefined : 'There is no connection to the server.';
}
