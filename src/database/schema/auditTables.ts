import type { TableGroup } from './tableGroup.js';

const refusal = 'The audit log is only added to: its events are neither changed nor deleted.';
const abort = `SELECT RAISE(ABORT, '${refusal}')`;

/** What was done, by whom, and with which outcome; written once. Without foreign keys: the subject of an event may be deleted. */
export const auditTables: TableGroup = {
  name: 'Audit1767225600006',
  statements: ({ pick }) => [
    `CREATE TABLE audit_event (
       id TEXT PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, principal_id TEXT NOT NULL, principal_name TEXT NOT NULL,
       project_id TEXT, project_key TEXT, subject_id TEXT, outcome TEXT NOT NULL, detail TEXT NOT NULL,
       trace_id TEXT)`,
    // One index for each filter of the list, in the order of the list.
    `CREATE INDEX audit_event_time ON audit_event (at, id)`,
    `CREATE INDEX audit_event_project ON audit_event (project_id, at, id)`,
    `CREATE INDEX audit_event_principal ON audit_event (principal_id, at, id)`,
    `CREATE INDEX audit_event_action ON audit_event (action, at, id)`,
    ...pick({
      sqlite: [
        `CREATE TRIGGER audit_event_update BEFORE UPDATE ON audit_event BEGIN ${abort}; END`,
        `CREATE TRIGGER audit_event_delete BEFORE DELETE ON audit_event BEGIN ${abort}; END`,
        // INSERT OR REPLACE deletes the row with the same id without the trigger above.
        `CREATE TRIGGER audit_event_replace BEFORE INSERT ON audit_event
           WHEN EXISTS (SELECT 1 FROM audit_event WHERE id = NEW.id) BEGIN ${abort}; END`,
      ],
      postgres: [
        `CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${refusal}'; END $$`,
        `CREATE TRIGGER audit_event_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`,
      ],
    }),
  ],
};
