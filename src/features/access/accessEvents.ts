/** Audit events of tokens, roles and groups. */
import type { Actor } from '../../shared/actor.js';
import type { JsonObject } from '../../shared/json.js';
import type { AuditAction, AuditEntry } from '../audit/index.js';
import type { AccessToken } from './accessToken.entity.js';
import type { Principal } from './principal.entity.js';

interface TokenFacts {
  owner: Principal | null;
  actor: Actor;
  at: Date;
}

/** An event of a token, without its secret, and with its principal. */
export function tokenEvent(
  action: 'TOKEN_CREATE' | 'TOKEN_REVOKE',
  { id, name, principalId, isSuperuser, expiresAt }: Omit<AccessToken, 'secretHash' | 'createdAt' | 'revokedAt'>,
  { owner, actor, at }: TokenFacts,
): AuditEntry {
  const principal = { id: principalId, name: owner?.name ?? null };
  const detail = { name, principal, isSuperuser, expiresAt: expiresAt?.toISOString() ?? null };
  return { at: at.toISOString(), action, actor, projectId: null, subjectId: id, outcome: 'SUCCEEDED', detail };
}

interface PrincipalFacts {
  action: AuditAction;
  actor: Actor;
  at: Date;
  /** Null for a change in all projects. */
  projectId?: string | null;
  detail: JsonObject;
}

/** An event of a change of rights: the name and type of the principal, and the change. */
export function principalEvent(
  { id, name, type }: Principal,
  { action, actor, at, projectId = null, detail }: PrincipalFacts,
): AuditEntry {
  const event = { at: at.toISOString(), action, actor, projectId, subjectId: id, outcome: 'SUCCEEDED' } as const;
  return { ...event, detail: { name, type, ...detail } };
}

/** How a person signed in: with a token of this server or one of the identity provider, or at the identity provider. */
export type SignInMethod = 'TOKEN' | 'IDENTITY_PROVIDER';

/** An event of a browser's session, without its secret. */
export function sessionEvent(
  action: 'SIGN_IN' | 'SIGN_OUT',
  sessionId: string,
  { actor, at, detail = {} }: { actor: Actor; at: string; detail?: JsonObject },
): AuditEntry {
  return { at, action, actor, projectId: null, subjectId: sessionId, outcome: 'SUCCEEDED', detail };
}
