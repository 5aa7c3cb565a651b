import { useState } from 'react';
import { providerSignInUrl, signIn, type SessionState } from '../api/session.js';
import { Button, ButtonAnchor } from '../design/button.js';
import { TextField } from '../design/field.js';
import { usePageTitle } from '../design/page.js';
import { Note } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import styles from './signInPage.module.css';

interface SignInPageProps {
  methods: SessionState['methods'];
  problem: SessionState['problem'];
  /** Whether the person was signed in a moment ago, here or in another tab. */
  wasSignedIn: boolean;
  onSignedIn: () => void;
}

export function SignInPage({ methods, problem, wasSignedIn, onSignedIn }: SignInPageProps) {
  usePageTitle('Sign in');
  const [token, setToken] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [fault, setFault] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  const submit = async () => {
    if (token.trim() === '') {
      setFault('Enter a token.');
      return;
    }
    setIsBusy(true);
    const refused = await signIn(token.trim()).catch(() => 'The server did not answer. Try again.');
    setIsBusy(false);
    setFault(refused);
    if (refused === undefined) onSignedIn();
  };

  return (
    <main className={styles.page}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div>
          <h1>Waybill</h1>
          <p className={text.muted}>{location.host}</p>
        </div>
        {wasSignedIn && <Note icon="lock">You are signed out. Sign in to go on where you were.</Note>}
        {problem && !wasSignedIn && (
          <Note tone="blocked" icon="block">
            {problem.message}
          </Note>
        )}
        {methods.oidc && (
          <>
            <ButtonAnchor icon="key" href={providerSignInUrl()}>
              Sign in with {methods.oidc.name}
            </ButtonAnchor>
            <p className={styles.or}>or</p>
          </>
        )}
        <TextField
          label="Token"
          type={isShown ? 'text' : 'password'}
          value={token}
          isMono
          autoFocus
          autoComplete="current-password"
          hint="The server prints one at its first start."
          fault={fault}
          onChange={(value) => {
            setToken(value);
            setFault(undefined);
          }}
        >
          <Button
            look="quiet"
            isSmall
            onPress={() => {
              setIsShown(!isShown);
            }}
          >
            {isShown ? 'Hide' : 'Show'}
          </Button>
        </TextField>
        <Button type="submit" look="primary" whyDisabled={isBusy ? 'The token is being checked.' : undefined}>
          Sign in
        </Button>
        <p className={`${text.small ?? ''} ${text.muted ?? ''} ${layout.stack ?? ''}`}>
          A superuser can create more tokens under Access.
        </p>
      </form>
    </main>
  );
}
