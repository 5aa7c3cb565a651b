import type { Actor } from '../../shared/actor.js';
import type { JsonObject } from '../../shared/json.js';
import { recordAudit, type AuditAction } from '../audit/worker.js';
import { projectIdOf } from '../projects/worker.js';
import type { WorkerContext } from '../workers/index.js';
import type { ResourceRow } from './resourceRows.js';

interface ResourceChange {
  action: AuditAction;
  actor: Actor;
  /** Details beyond kind, name and branch. */
  detail?: JsonObject;
}

/** Writes the audit event for a change of a single resource, inside the caller's transaction. */
export async function auditChange(
  { connection, clock }: WorkerContext,
  { id, branchId, kind, name }: Pick<ResourceRow, 'id' | 'branchId' | 'kind' | 'name'>,
  { action, actor, detail = {} }: ResourceChange,
): Promise<void> {
  await recordAudit(connection, {
    at: clock.now(),
    ...{
      action,
      actor,
      subjectId: id,
      outcome: 'SUCCEEDED',
      projectId: (await projectIdOf(connection, branchId)) ?? null,
    },
    detail: { kind, name, branchId, ...detail },
  });
}
