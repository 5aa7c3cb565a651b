/** Signing in and out: the server keeps the session in a cookie that scripts cannot read. */
import { basePath, root } from './root.js';

export interface SessionState {
  signedIn: boolean;
  principal: { id: string; name: string; isSuperuser: boolean } | null;
  methods: { token: boolean; oidc: { name: string } | null };
  /** Why a sign-in at the identity provider did not succeed. */
  problem: { code: string; message: string } | null;
}

const sessionUrl = new URL('session', root);
const oidcUrl = new URL('session/oidc', root);
const problemCode = takeProblemCode();

/** The address at which a person signs in at the identity provider, and comes back to where they are. */
export function providerSignInUrl(): string {
  const to = location.pathname.slice(basePath.length) + location.search;
  return `${oidcUrl.href}?${new URLSearchParams({ to }).toString()}`;
}

export async function readSession(): Promise<SessionState> {
  const url = new URL(sessionUrl);
  if (problemCode !== null) url.searchParams.set('problem', problemCode);
  const response = await fetch(url, { credentials: 'same-origin' });
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

/** The code of a sign-in that failed, which the server puts into the address. It is taken out, so that it is not kept or passed on. */
function takeProblemCode(): string | null {
  const url = new URL(location.href);
  const code = url.searchParams.get('problem');
  if (code === null) return null;
  url.searchParams.delete('problem');
  history.replaceState(history.state, '', url);
  return code;
}

async function refusalIn(response: Response): Promise<string> {
  const body = (await response.json().catch(() => ({}))) as { errors?: { message: string }[] };
  return body.errors?.[0]?.message ?? `The server answered ${String(response.status)}.`;
}
