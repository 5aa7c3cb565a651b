import type { Session } from '../../src/shared/session.js';

/** A session that may do everything. */
export function superuserSession(): Session {
  const actor = { id: '00000000-0000-7000-8000-000000000001', name: 'tester' };
  return { actor, isSuperuser: true, principalIds: [actor.id], roleByProjectId: new Map() };
}
