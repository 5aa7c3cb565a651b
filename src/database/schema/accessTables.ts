import type { TableGroup } from './tableGroup.js';

/** Principals, their groups, tokens and roles, and who may read restricted resources. */
export const accessTables: TableGroup = {
  name: 'Access1767225600004',
  statements: () => [
    // `subject`: the issuer's id of a user, or the value of the claim that makes a user a member of a group.
    `CREATE TABLE principal (
       id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, issuer TEXT NOT NULL, subject TEXT NOT NULL,
       is_superuser BOOLEAN NOT NULL, created_at TEXT NOT NULL, UNIQUE (type, issuer, subject))`,
    // `is_claimed`: stated by the issuer, which may revoke it; else added on this server.
    `CREATE TABLE group_member (
       group_id TEXT NOT NULL REFERENCES principal (id), principal_id TEXT NOT NULL REFERENCES principal (id),
       is_claimed BOOLEAN NOT NULL, PRIMARY KEY (principal_id, group_id))`,
    `CREATE INDEX group_member_group ON group_member (group_id, principal_id)`,
    // `is_awaited`: shown at a start and not used yet. While all tokens are such, the next start shows another one.
    `CREATE TABLE access_token (
       id TEXT PRIMARY KEY, principal_id TEXT NOT NULL REFERENCES principal (id), name TEXT NOT NULL,
       secret_hash TEXT NOT NULL UNIQUE, is_superuser BOOLEAN NOT NULL, created_at TEXT NOT NULL, expires_at TEXT,
       revoked_at TEXT, is_awaited BOOLEAN NOT NULL DEFAULT FALSE)`,
    `CREATE INDEX access_token_principal ON access_token (principal_id, id)`,
    `CREATE TABLE membership (
       project_id TEXT NOT NULL REFERENCES project (id), principal_id TEXT NOT NULL REFERENCES principal (id),
       role TEXT NOT NULL, created_at TEXT NOT NULL, PRIMARY KEY (principal_id, project_id))`,
    `CREATE INDEX membership_project ON membership (project_id, principal_id)`,

    // Resources that only their readers may read, and these readers. The rows are kept when the resource is deleted: an undo may restore it with
    // the same id, and it must still be restricted. `tenants`: a JSON array of the tenants that a reader may use; null: all.
    `CREATE TABLE resource_restriction (resource_id TEXT PRIMARY KEY, created_at TEXT NOT NULL)`,
    `CREATE TABLE resource_reader (
       resource_id TEXT NOT NULL REFERENCES resource_restriction (resource_id),
       principal_id TEXT NOT NULL REFERENCES principal (id), tenants TEXT, PRIMARY KEY (resource_id, principal_id))`,
    `CREATE INDEX resource_reader_principal ON resource_reader (principal_id, resource_id)`,
  ],
  // Few, so that a search for the restricted resources of a branch begins with them, and not with all resources of the branch.
  statistics: [['resource_restriction', 'sqlite_autoindex_resource_restriction_1', '1000 1']],
};
