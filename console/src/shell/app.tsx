/** The console as a whole: asks who is signed in, then shows the screens or the page to sign in. */
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ApiProvider } from '../api/apiProvider.js';
import { readSession, signOut, type SessionState } from '../api/session.js';
import { Button } from '../design/button.js';
import { EmptyState } from '../design/states.js';
import { ToastRegion } from '../design/toasts.js';
import { WholeTexts } from '../design/wholeTexts.js';
import { router } from '../router.js';
import { SessionContext, type SignedIn } from './session.js';
import { SignInPage } from './signInPage.js';

type Knowledge = { state: SessionState } | { failure: string } | undefined;

/** Tells the other tabs of this browser that the session has ended or begun: a cookie is shared, what is on screen is not. */
const channelName = 'waybill-session';

export function App() {
  const [knowledge, setKnowledge] = useState<Knowledge>();
  const [wasSignedIn, setWasSignedIn] = useState(false);

  const look = useCallback(async () => {
    try {
      const state = await readSession();
      setKnowledge({ state });
      if (state.signedIn) setWasSignedIn(true);
    } catch {
      setKnowledge({ failure: 'The server did not answer.' });
    }
  }, []);

  const channel = useMemo(() => new BroadcastChannel(channelName), []);
  useEffect(() => {
    void look();
    channel.onmessage = () => void look();
  }, [look, channel]);

  const onSignedOut = useCallback(() => void look(), [look]);
  const leave = useCallback(async () => {
    await signOut();
    setWasSignedIn(false);
    channel.postMessage('changed');
    await look();
  }, [look, channel]);

  const principal = knowledge && 'state' in knowledge ? knowledge.state.principal : null;
  const session = useMemo<SignedIn | undefined>(
    () => (principal ? { principal, signOut: () => void leave() } : undefined),
    [principal, leave],
  );

  if (!knowledge) return null;
  if ('failure' in knowledge)
    return (
      <EmptyState isPage title="No connection">
        <p>{knowledge.failure}</p>
        <Button onPress={() => void look()}>Try again</Button>
      </EmptyState>
    );
  if (!session)
    return (
      <SignInPage
        methods={knowledge.state.methods}
        problem={knowledge.state.problem}
        wasSignedIn={wasSignedIn}
        onSignedIn={() => {
          channel.postMessage('changed');
          void look();
        }}
      />
    );
  return (
    <I18nProvider locale="en-GB">
      <SessionContext value={session}>
        <ApiProvider key={session.principal.id} onSignedOut={onSignedOut}>
          <ToastRegion>
            <RouterProvider router={router} />
            <WholeTexts />
          </ToastRegion>
        </ApiProvider>
      </SessionContext>
    </I18nProvider>
  );
}
