import type { SqlConnection } from '../../database/worker.js';
import { insertOfEvent, type AuditEntry } from './auditEntry.js';

/** Writes an event from a worker, inside the caller's transaction, so that it commits with the change. */
export async function recordAudit(connection: SqlConnection, entry: AuditEntry): Promise<void> {
  await connection.run(insertOfEvent(entry));
}
