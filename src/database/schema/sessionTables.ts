import type { TableGroup } from './tableGroup.js';

/** Sessions of browsers: what a cookie stands for. An ended session has no row, or one that no longer counts until the next sign-in removes it. */
export const sessionTables: TableGroup = {
  name: 'Sessions1767225600007',
  statements: () => [
    // `token_id`: the token that was shown at the sign-in; null when an identity provider named the person.
    `CREATE TABLE browser_session (
       id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL UNIQUE, principal_id TEXT NOT NULL REFERENCES principal (id),
       token_id TEXT REFERENCES access_token (id), created_at TEXT NOT NULL, last_seen_at TEXT NOT NULL,
       expires_at TEXT NOT NULL)`,
    `CREATE INDEX browser_session_principal ON browser_session (principal_id, last_seen_at)`,
  ],
};
