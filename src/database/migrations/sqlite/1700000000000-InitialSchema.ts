import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first schema. Ids are UUIDv7 as text; times are ISO 8601 in UTC as text, so that they sort as they are. */
const statements = [
  `CREATE TABLE instance (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at TEXT NOT NULL)`,

  `CREATE TABLE project (
     id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, description TEXT,
     capabilities TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL)`,

  `CREATE TABLE branch (
     id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES project (id), name TEXT NOT NULL,
     is_default BOOLEAN NOT NULL, created_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, UNIQUE (project_id, name))`,

  // What a resource holds, written once and never changed; resources, history and staging point to it.
  `CREATE TABLE content (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, title TEXT, digest TEXT NOT NULL, spec TEXT NOT NULL)`,
  `CREATE TABLE content_counter (next_id INTEGER NOT NULL)`,
  `INSERT INTO content_counter (next_id) VALUES (1)`,

  // One row for each reference declaration of a kind; an edge points to it instead of repeating it.
  `CREATE TABLE edge_type (
     id INTEGER PRIMARY KEY, kind TEXT NOT NULL, at TEXT NOT NULL, target_namespace TEXT NOT NULL, target_kinds TEXT NOT NULL,
     requirement TEXT NOT NULL, strength TEXT NOT NULL, when_missing TEXT NOT NULL, is_silent BOOLEAN NOT NULL,
     UNIQUE (kind, at, target_kinds, requirement, strength, when_missing, is_silent))`,
  `CREATE TABLE edge_type_target (
     type_id INTEGER NOT NULL REFERENCES edge_type (id), kind TEXT NOT NULL, PRIMARY KEY (type_id, kind)) WITHOUT ROWID`,
  `CREATE TABLE edge (
     content_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, type_id INTEGER NOT NULL, at TEXT NOT NULL,
     target_name TEXT NOT NULL, PRIMARY KEY (content_id, ordinal)) WITHOUT ROWID`,
  `CREATE INDEX edge_target ON edge (target_name)`,

  `CREATE TABLE provenance (
     id TEXT PRIMARY KEY, instance_id TEXT, instance_name TEXT, project_id TEXT, project_key TEXT, project_name TEXT,
     branch TEXT, exported_at TEXT, exported_by TEXT, bundle_digest TEXT, format TEXT NOT NULL)`,

  `CREATE TABLE resource (
     id TEXT PRIMARY KEY, branch_id TEXT NOT NULL REFERENCES branch (id), kind TEXT NOT NULL, namespace TEXT NOT NULL,
     name TEXT NOT NULL, external_reference_code TEXT, title TEXT, parent_id TEXT, mode TEXT NOT NULL,
     content_id INTEGER NOT NULL, revision INTEGER NOT NULL, provenance_id TEXT, source_name TEXT, source_id TEXT,
     origin_chain TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, task_id TEXT, changed_by TEXT)`,
  // lower(name) first: one index serves look-up by name, order without regard to case, and names that differ only in case.
  `CREATE UNIQUE INDEX resource_name ON resource (branch_id, lower(name), namespace, name)`,
  // Records of two definitions may share a code: it is unique within what contains them.
  `CREATE UNIQUE INDEX resource_erc ON resource (branch_id, kind, external_reference_code, coalesce(parent_id, ''))
     WHERE external_reference_code IS NOT NULL`,
  `CREATE INDEX resource_parent ON resource (parent_id) WHERE parent_id IS NOT NULL`,
  `CREATE INDEX resource_content ON resource (content_id)`,
  `CREATE INDEX resource_task ON resource (task_id) WHERE task_id IS NOT NULL`,
  `CREATE INDEX resource_reference ON resource (branch_id, source_name) WHERE mode = 'REFERENCE'`,

  // The states of a resource before its present one; of a deleted resource, all that is needed to bring it back.
  `CREATE TABLE resource_revision (
     resource_id TEXT NOT NULL, revision INTEGER NOT NULL, branch_id TEXT NOT NULL, kind TEXT NOT NULL, namespace TEXT NOT NULL,
     external_reference_code TEXT, content_id INTEGER NOT NULL, name TEXT NOT NULL, parent_id TEXT,
     mode TEXT NOT NULL, provenance_id TEXT, source_name TEXT, source_id TEXT, origin_chain TEXT, created_at TEXT NOT NULL,
     changed_at TEXT NOT NULL,
     task_id TEXT, changed_by TEXT, replaced_at TEXT NOT NULL, replaced_by_task_id TEXT,
     PRIMARY KEY (resource_id, revision)) WITHOUT ROWID`,
  `CREATE INDEX resource_revision_content ON resource_revision (content_id)`,
  `CREATE INDEX resource_revision_task ON resource_revision (task_id) WHERE task_id IS NOT NULL`,
  `CREATE INDEX resource_revision_replaced ON resource_revision (replaced_by_task_id) WHERE replaced_by_task_id IS NOT NULL`,

  `CREATE TABLE task (
     id TEXT PRIMARY KEY, type TEXT NOT NULL, status TEXT NOT NULL, stage TEXT, project_id TEXT, branch_id TEXT, plan_id TEXT,
     input TEXT NOT NULL, processed_count INTEGER NOT NULL DEFAULT 0, total_count INTEGER,
     created_count INTEGER NOT NULL DEFAULT 0, updated_count INTEGER NOT NULL DEFAULT 0,
     unchanged_count INTEGER NOT NULL DEFAULT 0, skipped_count INTEGER NOT NULL DEFAULT 0,
     deleted_count INTEGER NOT NULL DEFAULT 0, failed_count INTEGER NOT NULL DEFAULT 0, attempt INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL,
     started_at TEXT, ended_at TEXT, error_message TEXT, is_cancel_requested BOOLEAN NOT NULL DEFAULT 0,
     runner_id TEXT, heartbeat_at TEXT)`,
  `CREATE INDEX task_status ON task (status)`,
  `CREATE INDEX task_branch ON task (branch_id, id)`,
  `CREATE INDEX task_plan ON task (plan_id) WHERE plan_id IS NOT NULL`,

  `CREATE TABLE stored_file (
     id TEXT PRIMARY KEY, task_id TEXT NOT NULL REFERENCES task (id), purpose TEXT NOT NULL, name TEXT NOT NULL,
     media_type TEXT NOT NULL, size_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, created_at TEXT NOT NULL)`,
  `CREATE INDEX stored_file_task ON stored_file (task_id)`,

  // Its number, short, is the key of its items. `branch_version`: that of the branch when the plan was derived.
  `CREATE TABLE import_plan (
     no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, branch_id TEXT NOT NULL REFERENCES branch (id), status TEXT NOT NULL, mode TEXT NOT NULL,
     options TEXT NOT NULL, format TEXT, provenance_id TEXT, problems TEXT NOT NULL, advice TEXT NOT NULL, counts TEXT NOT NULL,
     branch_version INTEGER, idempotency_key TEXT,
     upload_sha256 TEXT NOT NULL, source_file_id TEXT NOT NULL, stage_task_id TEXT NOT NULL, execute_task_id TEXT,
     created_at TEXT NOT NULL, updated_at TEXT NOT NULL)`,
  `CREATE UNIQUE INDEX import_plan_idempotency ON import_plan (branch_id, idempotency_key) WHERE idempotency_key IS NOT NULL`,

  // One row for each item of a staged file. The first block is what the file says, the second what the person chose, the
  // third what follows from both and from the branch, and is derived again after each choice.
  `CREATE TABLE import_item (
     plan_no INTEGER NOT NULL, ordinal INTEGER NOT NULL, line INTEGER NOT NULL, kind TEXT NOT NULL, namespace TEXT NOT NULL,
     name TEXT NOT NULL, title TEXT, external_reference_code TEXT, parent_kind TEXT, parent_name TEXT, content_id INTEGER,
     source_id TEXT, origin_chain TEXT, resource_id TEXT NOT NULL, is_valid BOOLEAN NOT NULL, is_partial BOOLEAN NOT NULL,
     file_problems TEXT, copy_advice INTEGER NOT NULL, reference_advice INTEGER NOT NULL,
     mode TEXT NOT NULL, is_selected BOOLEAN NOT NULL, new_name TEXT,
     effective_name TEXT NOT NULL, effective_content_id INTEGER, existing_id TEXT,
     existing_revision INTEGER, action TEXT NOT NULL, reason TEXT, has_warning BOOLEAN NOT NULL DEFAULT 0,
     PRIMARY KEY (plan_no, ordinal)) WITHOUT ROWID`,
  `CREATE INDEX import_item_name ON import_item (plan_no, name, namespace, kind)`,
  // What is not going to be on the branch: few, as a rule, so that all other names need no look at their rows.
  `CREATE INDEX import_item_unfit ON import_item (plan_no, name, namespace)
     WHERE is_selected = FALSE OR action IN ('BLOCKED', 'COLLISION')`,
  `CREATE INDEX import_item_renamed ON import_item (plan_no, effective_name) WHERE effective_name <> name`,
  `CREATE INDEX import_item_content ON import_item (content_id)`,
  `CREATE INDEX import_item_parent ON import_item (plan_no, parent_name) WHERE parent_name IS NOT NULL`,
];

const tables = [
  'import_item', 'import_plan', 'stored_file', 'task', 'resource_revision', 'resource', 'provenance', 'edge',
  'edge_type_target', 'edge_type', 'content_counter', 'content', 'branch', 'project', 'instance',
]; // prettier-ignore

export class InitialSchema1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}
