import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { recordAudit, type AuditEntry } from '../../src/features/audit/worker.js';
import type { SqlConnection } from '../../src/database/index.js';
import type { TestServer } from './testServer.js';

/** Runs work on the database of a server, past the server. */
export async function onServersDatabase<T>(
  { dataDir, databaseUrl }: TestServer,
  work: (connection: SqlConnection) => Promise<T>,
): Promise<T> {
  const connection = openSqlConnection(databaseUrl ?? `sqlite:${dataDir}/waybill.sqlite`, 10_000);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** Writes events as a worker does: an export by Ada that succeeded, unless they say otherwise. */
export async function writeAudit(server: TestServer, entries: readonly Partial<AuditEntry>[]): Promise<void> {
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
