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
    await runner.query('DROP FUNCTION refuse_audit_change');
  }
}

const statements = [
  `CREATE TABLE audit_event (
    id TEXT COLLATE "C" PRIMARY KEY, at TEXT COLLATE "C" NOT NULL, action TEXT COLLATE "C" NOT NULL,
    principal_id TEXT COLLATE "C" NOT NULL, principal_name TEXT COLLATE "C" NOT NULL, project_id TEXT COLLATE "C",
    project_key TEXT COLLATE "C", subject_id TEXT COLLATE "C", outcome TEXT COLLATE "C" NOT NULL, detail TEXT COLLATE "C" NOT NULL)`,
  'CREATE INDEX audit_event_time ON audit_event (at, id)',
  'CREATE INDEX audit_event_project ON audit_event (project_id, at, id)',
  'CREATE INDEX audit_event_principal ON audit_event (principal_id, at, id)',
  'CREATE INDEX audit_event_action ON audit_event (action, at, id)',
  `CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'The audit log is only added to: its events are neither changed nor deleted.'; END $$`,
  `CREATE TRIGGER audit_event_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`,
];
