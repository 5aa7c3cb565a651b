import type { TableGroup } from './tableGroup.js';

/** Saved settings of exports and imports. `folded_name` is the name in lower case: unique, and the order of lists. */
export const templateTables: TableGroup = {
  name: 'Templates1767225600005',
  statements: () => [
    `CREATE TABLE template (
       id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES project (id), direction TEXT NOT NULL, name TEXT NOT NULL,
       folded_name TEXT NOT NULL, settings TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, created_by TEXT)`,
    `CREATE UNIQUE INDEX template_name ON template (project_id, folded_name, direction)`,
  ],
};
