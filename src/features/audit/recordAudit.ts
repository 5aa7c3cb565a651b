import type { SqlConnection } from '../../database/index.js';
import { auditRow, type AuditEntry } from './auditEntry.js';

/** Writes an event from a worker, inside the caller's transaction, so that it commits with the change. */
export async function recordAudit(connection: SqlConnection, entry: AuditEntry): Promise<void> {
  await connection.run(
    `INSERT INTO audit_event (id, at, action, principal_id, principal_name, project_id, project_key, subject_id, outcome, detail)
     VALUES (:id, :at, :action, :principalId, :principalName, :projectId, (SELECT key FROM project WHERE id = :projectId),
       :subjectId, :outcome, :detail)`,
    { ...auditRow(entry) },
  );
}
