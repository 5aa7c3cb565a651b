import type { TableGroup } from './tableGroup.js';

const columns = `project_id TEXT NOT NULL, source_instance_id TEXT, source_project_id TEXT NOT NULL, source_project_key TEXT,
       source_project_name TEXT, kind TEXT NOT NULL, namespace TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
       to_name TEXT NOT NULL, to_version TEXT, to_tenant TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, task_id TEXT, set_by TEXT`;

/** What resources of other projects are in a project, and what tasks have changed about that. */
export const bindingTables: TableGroup = {
  name: 'Bindings1767225600009',
  statements: () => [
    // `task_id`: the import or undo that wrote it last; `set_by`: the name of who did it by hand. One of them is null.
    `CREATE TABLE binding (id TEXT PRIMARY KEY, ${columns})`,
    `CREATE UNIQUE INDEX binding_source
       ON binding (project_id, source_project_id, (coalesce(source_instance_id, '')), kind, name)`,
    `CREATE INDEX binding_order ON binding (project_id, name, id)`,
    `CREATE INDEX binding_target ON binding (project_id, namespace, to_name)`,
    // A binding as it was before a task changed it, for the undo; "existed": FALSE for one that the task made, whose other columns are those
    // that it has made.
    `CREATE TABLE binding_change (
       changed_by_task_id TEXT NOT NULL, id TEXT NOT NULL, existed BOOLEAN NOT NULL, ${columns}, PRIMARY KEY (changed_by_task_id, id))`,
  ],
};
