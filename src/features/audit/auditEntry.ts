import type { Actor } from '../../shared/actor.js';
import { newId } from '../../shared/clock.js';
import type { JsonObject } from '../../shared/json.js';
import type { AuditAction, AuditOutcome } from './auditAction.js';

/** What is to be written into the audit log. */
export interface AuditEntry {
  /** ISO 8601 in UTC, milliseconds. */
  at: string;
  action: AuditAction;
  actor: Actor;
  /** Null for what belongs to no project. The key that the project has by then is written with it. */
  projectId: string | null;
  /** Id of what it was done to: a resource, task, branch, template, token, principal. */
  subjectId: string | null;
  outcome: AuditOutcome;
  /** Whatever else is worth knowing; never a secret. */
  detail?: JsonObject;
}

/** A row of `audit_event` without the key of its project, which the database knows. */
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
