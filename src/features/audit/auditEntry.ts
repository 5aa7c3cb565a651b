import type { Actor } from '../../shared/actor.js';
import { newId } from '../../shared/clock.js';
import type { JsonObject } from '../../shared/json.js';
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

/** A row of `audit_event` without the project key, which the database adds. */
export interface AuditRow {
  id: string;
  at: string;
  action: AuditAction;
  principalId: string;
  principalName: string;
  projectId: string | null;
  subjectId: string | null;
  outcome: AuditOutcome;
  /** JSON. */
  detail: string;
}

export function auditRow({ actor, detail = {}, ...entry }: AuditEntry): AuditRow {
  const { at, action, projectId, subjectId, outcome } = entry;
  const who = { principalId: actor.id, principalName: actor.name };
  return { id: newId(), at, action, ...who, projectId, subjectId, outcome, detail: JSON.stringify(detail) };
}
