/** Who is signed in. */
import { createContext, useContext } from 'react';
import type { SessionState } from '../api/session.js';

export interface SignedIn {
  principal: NonNullable<SessionState['principal']>;
  signOut: () => void;
}

export const SessionContext = createContext<SignedIn | undefined>(undefined);

export function useSession(): SignedIn {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no session above this screen.');
  return session;
}
