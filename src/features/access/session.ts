import { higherRole, type Role, type Session } from '../../shared/session.js';
import type { Actor } from '../../shared/actor.js';
import type { RightRow } from './access.repository.js';

/** Builds the session of a principal from its rights, direct and through its groups. */
export function sessionOf(actor: Actor, rights: readonly RightRow[], mayBeSuperuser: boolean): Session {
  const roleByProjectId = new Map<string, Role>();
  for (const { projectId, role } of rights) {
    if (projectId !== null && role !== null)
      roleByProjectId.set(projectId, higherRole(roleByProjectId.get(projectId), role));
  }
  return {
    actor,
    isSuperuser: mayBeSuperuser && rights.some(({ isSuperuser }) => isSuperuser),
    principalIds: [...new Set(rights.map(({ principalId }) => principalId))],
    roleByProjectId,
  };
}
