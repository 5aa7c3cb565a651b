import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was done, by whom, and how it ended; written once. There are no references to other tables: what an event tells of may be gone.
 * The indexes are in the order of the list, each behind one of its filters.
 */
export class AuditEvents1700000008500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_event');
  }
}

const refusal = "SELECT RAISE(ABORT, 'The audit log is only added to: its events are neither changed nor deleted.')";

const statements = [
  `CREATE TABLE audit_event (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL,
    principal_id TEXT NOT NULL, principal_name TEXT NOT NULL, project_id TEXT,
    project_key TEXT, subject_id TEXT, outcome TEXT NOT NULL, detail TEXT NOT NULL)`,
  'CREATE INDEX audit_event_time ON audit_event (at, id)',
  'CREATE INDEX audit_event_project ON audit_event (project_id, at, id)',
  'CREATE INDEX audit_event_principal ON audit_event (principal_id, at, id)',
  'CREATE INDEX audit_event_action ON audit_event (action, at, id)',
  `CREATE TRIGGER audit_event_update BEFORE UPDATE ON audit_event BEGIN ${refusal}; END`,
  `CREATE TRIGGER audit_event_delete BEFORE DELETE ON audit_event BEGIN ${refusal}; END`,
  // INSERT OR REPLACE deletes the row that has the id, without asking the trigger above.
  `CREATE TRIGGER audit_event_replace BEFORE INSERT ON audit_event
    WHEN EXISTS (SELECT 1 FROM audit_event WHERE id = NEW.id) BEGIN ${refusal}; END`,
];
