import type { TableGroup } from './tableGroup.js';

/**
 * Exports and transfers that start by themselves. `next_run_at` is null while one is disabled; who changes it from a due time, or clears
 * `run_requested_at`, takes that run. Branches,
 * templates and tasks may be deleted before a schedule: it says so when it runs.
 */
export const scheduleTables: TableGroup = {
  name: 'Schedules1767225600010',
  statements: () => [
    `CREATE TABLE schedule (
       id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES project (id), name TEXT NOT NULL, folded_name TEXT NOT NULL,
       action TEXT NOT NULL, cron TEXT NOT NULL, time_zone TEXT NOT NULL, branch_id TEXT NOT NULL, into_branch_id TEXT,
       template_id TEXT NOT NULL, import_template_id TEXT, callback_url TEXT, callback_key TEXT,
       principal_id TEXT NOT NULL, principal_name TEXT NOT NULL,
       has_superuser_rights BOOLEAN NOT NULL, next_run_at TEXT, run_requested_at TEXT, last_due_at TEXT, last_started_at TEXT, last_task_id TEXT,
       last_problems TEXT NOT NULL, staged_plan_id TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL)`,
    `CREATE UNIQUE INDEX schedule_name ON schedule (project_id, folded_name)`,
    `CREATE INDEX schedule_next ON schedule (next_run_at) WHERE next_run_at IS NOT NULL`,
    `CREATE INDEX schedule_requested ON schedule (run_requested_at) WHERE run_requested_at IS NOT NULL`,
    `CREATE INDEX schedule_staged ON schedule (staged_plan_id) WHERE staged_plan_id IS NOT NULL`,
  ],
};
