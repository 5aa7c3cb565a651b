import type { TableGroup } from './tableGroup.js';

/** Tasks, their files, and their callbacks. */
export const taskTables: TableGroup = {
  name: 'Tasks1767225600002',
  statements: ({ withoutRowid }) => [
    // No task is created for a branch that is being deleted.
    `CREATE TABLE task (
       id TEXT PRIMARY KEY, type TEXT NOT NULL, status TEXT NOT NULL, stage TEXT, project_id TEXT,
       branch_id TEXT REFERENCES branch (id), plan_id TEXT, undoes_task_id TEXT, is_left_undone BOOLEAN NOT NULL DEFAULT FALSE,
       principal_id TEXT, principal_name TEXT,
       input TEXT NOT NULL, processed_count INTEGER NOT NULL DEFAULT 0, total_count INTEGER,
       created_count INTEGER NOT NULL DEFAULT 0, updated_count INTEGER NOT NULL DEFAULT 0,
       unchanged_count INTEGER NOT NULL DEFAULT 0, skipped_count INTEGER NOT NULL DEFAULT 0,
       deleted_count INTEGER NOT NULL DEFAULT 0, failed_count INTEGER NOT NULL DEFAULT 0, attempt INTEGER NOT NULL DEFAULT 0,
       created_at TEXT NOT NULL, started_at TEXT, ended_at TEXT, error_message TEXT,
       is_cancel_requested BOOLEAN NOT NULL DEFAULT FALSE, runner_id TEXT, heartbeat_at TEXT, traceparent TEXT)`,
    `CREATE INDEX task_status ON task (status)`,
    `CREATE INDEX task_branch ON task (branch_id, id)`,
    `CREATE INDEX task_project ON task (project_id, id)`,
    `CREATE INDEX task_plan ON task (plan_id) WHERE plan_id IS NOT NULL`,
    `CREATE INDEX task_principal ON task (principal_id)`,
    // A task that has not ended sorts after all others.
    `CREATE INDEX task_ended ON task (coalesce(ended_at, '9999'), id)`,
    // At most one undo of a task is open or completed, also if servers share the database.
    `CREATE UNIQUE INDEX task_undoes ON task (undoes_task_id)
       WHERE undoes_task_id IS NOT NULL AND status NOT IN ('FAILED', 'CANCELLED')`,

    // Open callbacks, in the order in which they are sent.
    `CREATE TABLE task_callback (
       task_id TEXT PRIMARY KEY REFERENCES task (id), url TEXT NOT NULL, key TEXT, status TEXT NOT NULL,
       attempts INTEGER NOT NULL, next_at TEXT, last_error TEXT, delivered_at TEXT)`,
    `CREATE INDEX task_callback_pending ON task_callback (attempts, task_id) WHERE status = 'PENDING'`,

    `CREATE TABLE stored_file (
       id TEXT PRIMARY KEY, task_id TEXT NOT NULL REFERENCES task (id), purpose TEXT NOT NULL, name TEXT NOT NULL,
       media_type TEXT NOT NULL, size_bytes BIGINT NOT NULL, sha256 TEXT NOT NULL, created_at TEXT NOT NULL)`,
    `CREATE INDEX stored_file_task ON stored_file (task_id)`,

    // The restricted resources in a plan or in the files of a task: only their readers may read these files. `holder_id`: the plan of an import or
    // the task of an export. An empty `resource_id` means content that is no resource: then only the owner and managers may read the files.
    `CREATE TABLE held_resource (
       holder_id TEXT NOT NULL, resource_id TEXT NOT NULL, PRIMARY KEY (holder_id, resource_id))${withoutRowid}`,
  ],
  statistics: [
    ['task', 'sqlite_autoindex_task_1', '10000 1'],
    ['task', 'task_status', '10000 2000'],
    ['task', 'task_branch', '10000 200 1'],
    ['task', 'task_project', '10000 500 1'],
    ['task', 'task_plan', '10000 2'],
    ['task', 'task_principal', '10000 500'],
    ['task', 'task_ended', '10000 2 1'],
  ],
};
