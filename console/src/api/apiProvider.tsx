import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Provider } from 'urql';
import { createApi } from './client.js';
import { ConnectionContext, type ConnectionState } from './connection.js';

const connected: ConnectionState = { isConnected: true, lostAt: undefined };

/** Gives the screens below it a client of the API, and says whether the server can be reached. */
export function ApiProvider({ onSignedOut, children }: { onSignedOut: () => void; children: ReactNode }) {
  const [connection, setConnection] = useState(connected);
  const onConnection = useCallback((isConnected: boolean) => {
    setConnection((last) => {
      if (isConnected) return connected;
      return last.isConnected ? { isConnected: false, lostAt: new Date() } : last;
    });
  }, []);
  const api = useMemo(() => createApi({ onSignedOut, onConnection }), [onSignedOut, onConnection]);
  useEffect(() => {
    const lose = () => {
      onConnection(false);
    };
    const find = () => {
      // A socket that was closed connects again by itself, and says so.
      if (api.isSocketOpen()) onConnection(true);
    };
    window.addEventListener('offline', lose);
    window.addEventListener('online', find);
    return () => {
      window.removeEventListener('offline', lose);
      window.removeEventListener('online', find);
      // A connection that is being refused at that moment has nothing left to close.
      void Promise.resolve(api.socket.dispose()).catch(() => undefined);
    };
  }, [api, onConnection]);
  return (
    <Provider value={api.client}>
      <ConnectionContext value={connection}>{children}</ConnectionContext>
    </Provider>
  );
}
