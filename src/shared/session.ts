import type { Actor } from './actor.js';

/** The role of a principal in a project; each includes the ones before it. */
export type Role = 'VIEWER' | 'EDITOR' | 'MANAGER';

/** The caller and their rights: loaded for each request, and for each event of a subscription. */
export interface Session {
  readonly actor: Actor;
  /** Has all rights in every project. */
  readonly isSuperuser: boolean;
  /** The principal and its groups: rights of any of them apply. */
  readonly principalIds: readonly string[];
  /** By project id; projects without an entry are invisible to the principal. */
  readonly roleByProjectId: ReadonlyMap<string, Role>;
  /** The expiry time of the token, ISO 8601; absent for tokens without one, and for tokens of an identity provider. */
  readonly tokenEndsAt?: string;
  /**
   * The token that the session was created with: signed links of the session expire with it. Absent for work of the server
   * itself.
   */
  readonly shown?: { readonly tokenId: string } | { readonly endsAt: string };
}

const rankByRole: Readonly<Record<Role, number>> = { VIEWER: 1, EDITOR: 2, MANAGER: 3 };

/** Whether a role includes another. */
export function includesRole(role: Role | undefined, needed: Role): boolean {
  return role !== undefined && rankByRole[role] >= rankByRole[needed];
}

/** Whether a session has a role in a project, or a higher one. */
export function hasRole(session: Session, projectId: string, needed: Role): boolean {
  return session.isSuperuser || includesRole(session.roleByProjectId.get(projectId), needed);
}

/** Ids of the projects that a session may see; undefined for all. */
export function visibleProjectIds({ isSuperuser, roleByProjectId }: Session): readonly string[] | undefined {
  return isSuperuser ? undefined : [...roleByProjectId.keys()];
}

/** The caller, for work that determines the project itself. */
export interface Reader {
  principalIds: readonly string[];
  managedProjectIds: readonly string[];
}

/** The reader of a session, as plain data; null if it may see everything. */
export function readerOf({ isSuperuser, principalIds, roleByProjectId }: Session): Reader | null {
  if (isSuperuser) return null;
  const managed = [...roleByProjectId].filter(([, role]) => role === 'MANAGER');
  return { principalIds, managedProjectIds: managed.map(([projectId]) => projectId) };
}

/** The principals whose restricted resources of a project are visible; null if all are. */
export function readerIdsIn(session: Session, projectId: string): readonly string[] | null {
  return hasRole(session, projectId, 'MANAGER') ? null : session.principalIds;
}

/** The higher of two roles. */
export function higherRole(one: Role | undefined, other: Role): Role {
  return includesRole(one, other) && one !== undefined ? one : other;
}

/** A session with all rights, for work of the server itself. */
export function sessionOfSuperuser(actor: Actor): Session {
  return { actor, isSuperuser: true, principalIds: [actor.id], roleByProjectId: new Map() };
}
