/** Principals of each role in a project, with a token each. */
import type { GraphqlClient } from './graphqlClient.js';
import type { ServerClient } from './serverClient.js';

/** `STRANGER`: somebody with a role in another project. */
export const roleNames = ['STRANGER', 'VIEWER', 'EDITOR', 'MANAGER', 'SUPERUSER'] as const;
export type RoleName = (typeof roleNames)[number];

export interface Account {
  client: GraphqlClient;
  secret: string;
  tokenId: string;
}

/** Makes a service account with a token. */
export async function makeAccount(server: ServerClient, name: string, isSuperuser = false): Promise<Account> {
  const { createToken } = await server.operation('CreateToken', { input: { name, isSuperuser } });
  const { token, secret, problems } = createToken;
  if (!token || secret === null) throw new Error(`No token: ${JSON.stringify(problems)}`);
  return { client: server.as(secret), secret, tokenId: token.id };
}

/** Gives a role to the account of a token. */
export async function grantRole(
  server: ServerClient,
  account: Account,
  grant: { projectId: string; role: 'VIEWER' | 'EDITOR' | 'MANAGER' },
): Promise<void> {
  const { grantRole: payload } = await server.operation('GrantRole', {
    input: { principalId: account.tokenId, ...grant },
  });
  if (!payload.membership) throw new Error(`No role: ${JSON.stringify(payload.problems)}`);
}

/** An account for each role in a project; the stranger manages another one. */
export async function makeAccounts(
  server: ServerClient,
  { projectId, otherProjectId }: { projectId: string; otherProjectId: string },
): Promise<Record<RoleName, Account>> {
  const accounts: Partial<Record<RoleName, Account>> = {};
  for (const name of roleNames) {
    const account = await makeAccount(server, name.toLowerCase(), name === 'SUPERUSER');
    accounts[name] = account;
    if (name === 'STRANGER') await grantRole(server, account, { projectId: otherProjectId, role: 'MANAGER' });
    else if (name !== 'SUPERUSER') await grantRole(server, account, { projectId, role: name });
  }
  return accounts as Record<RoleName, Account>;
}
