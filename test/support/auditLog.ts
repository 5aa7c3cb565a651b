import { sql } from '../../src/database/worker.js';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { recordAudit, type AuditEntry } from '../../src/features/audit/worker.js';
import type { SqlConnection } from '../../src/database/index.js';
import { isPostgresWanted } from './testDatabase.js';
import type { ServerClient } from './serverClient.js';

/** Runs work on the database of a server, past the server. */
export async function onServersDatabase<T>(
  { database }: ServerClient,
  work: (connection: SqlConnection) => Promise<T>,
): Promise<T> {
  const connection = await openSqlConnection(database, 10_000);
  try {
    return await work(connection);
  } catch (error) {
    // The driver's own class of errors belongs to the test file that loaded it first.
    throw new Error((error as Error).message, { cause: error });
  } finally {
    await connection.close();
  }
}

/** Writes events as a worker does: an export by Ada that succeeded, unless they say otherwise. */
export async function writeAudit(server: ServerClient, entries: readonly Partial<AuditEntry>[]): Promise<void> {
  await onServersDatabase(server, (connection) =>
    connection.transaction(async () => {
      for (const entry of entries) await recordAudit(connection, { ...usual, ...entry });
    }),
  );
}

const usual: AuditEntry = {
  at: '2026-01-31T10:15:00.000Z',
  action: 'EXPORT',
  actor: { id: 'ada', name: 'Ada' },
  projectId: null,
  subjectId: null,
  outcome: 'SUCCEEDED',
};

/** Lets the database refuse some events while work is done: a fault in the middle of a transaction. */
export async function refuseEvents(server: ServerClient, when: string, work: () => Promise<void>): Promise<void> {
  const [install, remove] = isPostgresWanted()
    ? [
        [
          `CREATE FUNCTION refuse_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$`,
          `CREATE TRIGGER refuse_event BEFORE INSERT ON audit_event FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION refuse_event()`,
        ],
        ['DROP TRIGGER refuse_event ON audit_event', 'DROP FUNCTION refuse_event()'],
      ]
    : [
        [
          `CREATE TRIGGER refuse_event BEFORE INSERT ON audit_event WHEN ${when} BEGIN SELECT RAISE(ABORT, 'refused'); END`,
        ],
        ['DROP TRIGGER refuse_event'],
      ];
  const runAll = (statements: readonly string[]) =>
    onServersDatabase(server, async (connection) => {
      for (const statement of statements) await connection.run(sql.raw(statement));
    });
  await runAll(install);
  try {
    await work();
  } finally {
    await runAll(remove);
  }
}
