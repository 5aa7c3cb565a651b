import type { Actor } from './actor.js';

/** What a principal may do in a project, each one more than the one before. */
export type Role = 'VIEWER' | 'EDITOR' | 'MANAGER';

/** Who asks, and what they may: read anew for each request, and for each event of a subscription. */
export interface Session {
  readonly actor: Actor;
  /** May do everything, in every project. */
  readonly isSuperuser: boolean;
  /** The principal itself and the groups that it is in: a right given to one of them is theirs. */
  readonly principalIds: readonly string[];
  /** By project id; projects without an entry are not there for them. */
  readonly roleByProjectId: ReadonlyMap<string, Role>;
  /** When the token that was shown ends, ISO 8601; absent for one that does not, and for those of an identity provider. */
  readonly tokenEndsAt?: string;
  /** With what they came: what is signed in their name ends with it. Absent for what the server does by itself. */
  readonly shown?: { readonly tokenId: string } | { readonly endsAt: string };
}

const rankByRole: Readonly<Record<Role, number>> = { VIEWER: 1, EDITOR: 2, MANAGER: 3 };

/** Whether a role includes another. */
export function includesRole(role: Role | undefined, needed: Role): boolean {
  return role !== undefined && rankByRole[role] >= rankByRole[needed];
}

/** Whether a session has a role in a project, or more. */
export function hasRole(session: Session, projectId: string, needed: Role): boolean {
  return session.isSuperuser || includesRole(session.roleByProjectId.get(projectId), needed);
}

/** Ids of the projects that a session may see; undefined: all. */
export function visibleProjectIds({ isSuperuser, roleByProjectId }: Session): readonly string[] | undefined {
  return isSuperuser ? undefined : [...roleByProjectId.keys()];
}

/** Who asks, for work that finds out itself in which project it is. */
export interface Reader {
  principalIds: readonly string[];
  managedProjectIds: readonly string[];
}

/** As plain data; null for somebody who sees everything. */
export function readerOf({ isSuperuser, principalIds, roleByProjectId }: Session): Reader | null {
  if (isSuperuser) return null;
  const managed = [...roleByProjectId].filter(([, role]) => role === 'MANAGER');
  return { principalIds, managedProjectIds: managed.map(([projectId]) => projectId) };
}

/** For whom restricted resources of a project are looked for: null for those who see all of it. */
export function readerIdsIn(session: Session, projectId: string): readonly string[] | null {
  return hasRole(session, projectId, 'MANAGER') ? null : session.principalIds;
}

/** Of two roles the one that includes the other. */
export function higherRole(one: Role | undefined, other: Role): Role {
  return includesRole(one, other) && one !== undefined ? one : other;
}

/** A session of somebody who may do everything, for what the server does by itself. */
export function sessionOfSuperuser(actor: Actor): Session {
  return { actor, isSuperuser: true, principalIds: [actor.id], roleByProjectId: new Map() };
}
