import type { TableGroup } from './tableGroup.js';

/** Principals, their groups, tokens and roles, and who may read restricted resources. */
export const accessTables: TableGroup = {
  name: 'Access1767225600004',
  statements: () => [
    // `subject`: what the issuer calls a user, or the value of the claim that makes a user one of a group.
    `CREATE TABLE principal (
       id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, issuer TEXT NOT NULL, subject TEXT NOT NULL,
       is_superuser BOOLEAN NOT NULL, created_at TEXT NOT NULL, UNIQUE (type, issuer, subject))`,
    // `is_claimed`: the issuer said so, and may take it back; else somebody here did.
    `CREATE TABLE group_member (
       group_id TEXT NOT NULL REFERENCES principal (id), principal_id TEXT NOT NULL REFERENCES principal (id),
       is_claimed BOOLEAN NOT NULL, PRIMARY KEY (principal_id, group_id))`,
    `CREATE INDEX group_member_group ON group_member (group_id, principal_id)`,
    // `is_awaited`: shown at a start and never used. While there are only such tokens, the next start shows another.
    `CREATE TABLE access_token (
       id TEXT PRIMARY KEY, principal_id TEXT NOT NULL REFERENCES principal (id), name TEXT NOT NULL,
       secret_hash TEXT NOT NULL UNIQUE, is_superuser BOOLEAN NOT NULL, created_at TEXT NOT NULL, expires_at TEXT,
       revoked_at TEXT, is_awaited BOOLEAN NOT NULL DEFAULT FALSE)`,
    `CREATE INDEX access_token_principal ON access_token (principal_id, id)`,
    `CREATE TABLE membership (
       project_id TEXT NOT NULL REFERENCES project (id), principal_id TEXT NOT NULL REFERENCES principal (id),
       role TEXT NOT NULL, created_at TEXT NOT NULL, PRIMARY KEY (principal_id, project_id))`,
    `CREATE INDEX membership_project ON membership (project_id, principal_id)`,

    // Resources that not everybody who sees their project may read, and who may. Rows outlive their resource: an undo may bring it back under
    // the same id, and then it must not be open to everybody. `tenants`: a JSON array of those that a reader may use; null: all.
    `CREATE TABLE resource_restriction (resource_id TEXT PRIMARY KEY, created_at TEXT NOT NULL)`,
    `CREATE TABLE resource_reader (
       resource_id TEXT NOT NULL REFERENCES resource_restriction (resource_id),
       principal_id TEXT NOT NULL REFERENCES principal (id), tenants TEXT, PRIMARY KEY (resource_id, principal_id))`,
    `CREATE INDEX resource_reader_principal ON resource_reader (principal_id, resource_id)`,
  ],
};
