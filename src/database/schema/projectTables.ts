import type { TableGroup } from './tableGroup.js';

/** Installations, projects and their branches. */
export const projectTables: TableGroup = {
  name: 'Projects1767225600000',
  statements: ({ withoutRowid }) => [
    // `signing_key`: the key that signs the addresses of downloads.
    `CREATE TABLE instance (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at TEXT NOT NULL, signing_key TEXT)`,

    `CREATE TABLE project (
       id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, description TEXT,
       capabilities TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL)`,
    `CREATE INDEX project_name ON project (lower(name), id)`,
    `CREATE INDEX project_created ON project (created_at, id)`,
    `CREATE INDEX project_updated ON project (updated_at, id)`,

    // Packs that were switched on or off in a project; without a row, the state of the server applies.
    `CREATE TABLE project_pack (
       project_id TEXT NOT NULL REFERENCES project (id), pack TEXT NOT NULL, is_enabled BOOLEAN NOT NULL,
       PRIMARY KEY (project_id, pack))${withoutRowid}`,

    `CREATE TABLE branch (
       id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES project (id), name TEXT NOT NULL,
       is_default BOOLEAN NOT NULL, created_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, UNIQUE (project_id, name))`,
  ],
  statistics: [
    ['project', 'project_name', '1000 2 1'],
    ['project', 'project_created', '1000 2 1'],
    ['project', 'project_updated', '1000 2 1'],
  ],
};
