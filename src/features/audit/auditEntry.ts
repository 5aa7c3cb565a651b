import { sql, type Sql } from '../../database/worker.js';
import type { Actor } from '../../shared/actor.js';
import { newId } from '../../shared/clock.js';
import type { JsonObject } from '../../shared/json.js';
import { currentSpan } from '../../shared/spans.js';
import type { AuditAction, AuditOutcome } from './auditAction.js';

/** An event to write to the audit log. */
export interface AuditEntry {
  /** ISO 8601 in UTC, milliseconds. */
  at: string;
  action: AuditAction;
  actor: Actor;
  /** Null if it belongs to no project. The current key of the project is stored with the event. */
  projectId: string | null;
  /** Id of the subject: a resource, task, branch, template, token or principal. */
  subjectId: string | null;
  outcome: AuditOutcome;
  /** Further details; never a secret. */
  detail?: JsonObject;
}

/** The statement that writes an event. */
export function insertOfEvent({ actor, detail = {}, ...entry }: AuditEntry): Sql {
  const { at, action, projectId, subjectId, outcome } = entry;
  return sql`
    INSERT INTO audit_event (id, at, action, principal_id, principal_name, project_id, project_key, subject_id, outcome, detail, trace_id)
    VALUES (${newId()}, ${at}, ${action}, ${actor.id}, ${actor.name}, ${projectId},
      (SELECT key FROM project WHERE id = ${projectId}), ${subjectId}, ${outcome}, ${JSON.stringify(detail)}, ${currentSpan()?.traceId ?? null})`;
}
