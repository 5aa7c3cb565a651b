/** Signing in and out: the server keeps the session in a cookie that scripts cannot read. */
import { root } from './root.js';

export interface SessionState {
  signedIn: boolean;
  principal: { id: string; name: string; isSuperuser: boolean } | null;
  methods: { token: boolean; oidc: { name: string } | null };
}

const sessionUrl = new URL('session', root);
export const oidcUrl = new URL('session/oidc', root);

export async function readSession(): Promise<SessionState> {
  const response = await fetch(sessionUrl, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`The server answered ${String(response.status)}.`);
  return (await response.json()) as SessionState;
}

/** Signs in with a token. @returns the server's sentence when it refuses the token. */
export async function signIn(token: string): Promise<string | undefined> {
  const response = await fetch(sessionUrl, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return response.ok ? undefined : await refusalIn(response);
}

export async function signOut(): Promise<void> {
  await fetch(sessionUrl, { method: 'DELETE', credentials: 'same-origin' });
}

async function refusalIn(response: Response): Promise<string> {
  const body = (await response.json().catch(() => ({}))) as { errors?: { message: string }[] };
  return body.errors?.[0]?.message ?? `The server answered ${String(response.status)}.`;
}
