import { hasRole, type Role, type Session } from '../../shared/session.js';
import { policy, type PlaceArgument, type PlaceType, type PolicyRow, type Right } from './policy.js';
import { valueAt } from './valueAt.js';
import type { NodeType, Place, PlaceRepository } from './place.repository.js';

/**
 * `MISSING`: the object does not exist. `HIDDEN`: the answer must be the same as for a missing one. `DENIED`: the caller may
 * see the object, but lacks the right. `MISTAKEN`: the id is of another type of object, which the caller may see.
 */
export type Verdict = { type: 'ALLOWED' } | { type: 'MISSING' } | Hidden | Denial | Mistake;

/** The arguments with ids of hidden objects. */
export interface Hidden {
  type: 'HIDDEN';
  at: readonly PlaceArgument[];
}

/** An id of another type of object than required. */
export interface Mistake {
  type: 'MISTAKEN';
  is: NodeType;
  required: PlaceType;
  /** The argument, with dots between members of an input. */
  argument: string;
}

/** A denied operation and its subject; the ids are null if it has none. */
export interface Denial {
  type: 'DENIED';
  needed: Right;
  projectId: string | null;
  subjectId: string | null;
}

/** A branch and its project. */
export interface BranchPlace {
  branchId: string;
  projectId: string;
}

/** A plan, its owner and its project. */
export interface PlanPlace {
  id: string;
  principalId: string | null;
  projectId: string;
}

const allowed: Verdict = { type: 'ALLOWED' };

/** Of two verdicts, the one with the greater weight is answered. */
const weight: Readonly<Record<Verdict['type'], number>> = { ALLOWED: 0, MISSING: 1, HIDDEN: 2, MISTAKEN: 3, DENIED: 4 };

/** Checks operations against the policy. */
export class Guard {
  constructor(private readonly places: PlaceRepository) {}

  /** Checks an operation, by its name in the policy and its arguments. */
  async judge(operation: string, args: unknown, session: Session): Promise<Verdict> {
    const row = policy[operation];
    if (!row) return judgeRight('SUPERUSER', session);
    const verdict = await this.judgeRow(row, args, session);
    return row.from ? bothOf(verdict, await this.judgeRow(row.from, args, session)) : verdict;
  }

  private async judgeRow(row: PolicyRow, args: unknown, session: Session): Promise<Verdict> {
    const value = row.at ? valueAt(args, row.at[1]) : undefined;
    if (!row.at) return judgeRight(row.needs, session);
    if (typeof value !== 'string') return judgeRight(row.whenAbsent ?? row.needs, session);
    const place = await this.places.find(row.at[0], value);
    if (!place) return (await this.mistakeOf(value, row.at, session)) ?? judgeGone(row, session);
    return (await this.isHidden(value, place, session))
      ? hiddenAt(row)
      : judgePlace(row, { ...place, id: value }, session);
  }

  /** The type of the object with an id, if the caller may see it. */
  async nodeType(id: string, session: Session): Promise<NodeType | undefined> {
    const place = await this.places.find('node', id);
    const row = policy['Query.node'];
    if (!place || !row || (await this.isHidden(id, place, session))) return undefined;
    return judgePlace(row, { ...place, id }, session).type === 'ALLOWED' ? place.nodeType : undefined;
  }

  private async mistakeOf(
    id: string,
    [required, argument]: PlaceArgument,
    session: Session,
  ): Promise<Mistake | undefined> {
    if (required === 'projectKey' || required === 'node') return undefined;
    const is = await this.nodeType(id, session);
    return is && { type: 'MISTAKEN', is, required, argument };
  }

  /**
   * Whether a session may download each file: its own ones, and those of its projects if it may read all their resources. One
   * or two statements for all.
   */
  async downloadable(fileIds: readonly string[], session: Session): Promise<boolean[]> {
    const row = policy['Download.file'] ?? { needs: 'SUPERUSER' };
    const files = await this.places.files(fileIds);
    const reachable = files.filter((file) => judgePlace(row, file, session).type === 'ALLOWED');
    const asked = reachable.flatMap((file) => (mayHoldHidden(file, session) ? file.holderId : []));
    const hiding = asked.length > 0 ? await this.places.holdersOfHidden(asked, session.principalIds) : new Set();
    const open = reachable.filter((file) => !mayHoldHidden(file, session) || !hiding.has(file.holderId));
    const openIds = new Set(open.map(({ id }) => id));
    return fileIds.map((id) => openIds.has(id));
  }

  /** For each branch of a visible project, whether the session may see all its resources. */
  async seesAllOf(places: readonly BranchPlace[], session: Session): Promise<boolean[]> {
    const isManaged = ({ projectId }: BranchPlace) => hasRole(session, projectId, 'MANAGER');
    const asked = places.filter((place) => !isManaged(place)).map(({ branchId }) => branchId);
    const hiding = asked.length > 0 ? await this.places.branchesWithHidden(asked, session.principalIds) : new Set();
    return places.map((place) => isManaged(place) || !hiding.has(place.branchId));
  }

  /** For each plan of a visible project, whether the session may see it: its own ones, and those without hidden resources. */
  async seesPlans(plans: readonly PlanPlace[], session: Session): Promise<boolean[]> {
    const places = plans.map(({ id: holderId, principalId: ownerId, projectId }) => ({ holderId, ownerId, projectId }));
    const asked = places.filter((place) => mayHoldHidden(place, session)).map(({ holderId }) => holderId);
    const hiding = asked.length > 0 ? await this.places.holdersOfHidden(asked, session.principalIds) : new Set();
    return places.map((place) => !mayHoldHidden(place, session) || !hiding.has(place.holderId));
  }

  private async isHidden(id: string, place: Place, session: Session): Promise<boolean> {
    if (mayHoldHidden(place, session))
      return (await this.places.holdersOfHidden([place.holderId], session.principalIds)).size > 0;
    return place.isRestricted === true && !(await this.seesRestricted(id, place, session));
  }

  private async seesRestricted(resourceId: string, { projectId }: Place, session: Session): Promise<boolean> {
    if (projectId !== null && hasRole(session, projectId, 'MANAGER')) return true;
    return this.places.isReader(resourceId, session.principalIds);
  }
}

/** Whether a file or plan of another user may contain hidden resources; managers see all resources of a project. */
function mayHoldHidden(place: Place, session: Session): place is Place & { holderId: string } {
  const isOwn = place.ownerId === session.actor.id;
  const isManager = place.projectId !== null && hasRole(session, place.projectId, 'MANAGER');
  return place.holderId !== undefined && !isOwn && !isManager;
}

function judgePlace(row: PolicyRow, place: Place & { id: string }, session: Session): Verdict {
  if (place.projectId !== null && !hasRole(session, place.projectId, 'VIEWER')) return hiddenAt(row);
  const isOwn = place.ownerId === session.actor.id;
  const needed = isOwn && row.ofOwn !== undefined ? row.ofOwn : (place.needs ?? row.needs);
  const verdict = judgeRight(needed, session, place);
  // An object without a project belongs to its owner: others must not learn that it exists.
  return verdict.type === 'DENIED' && place.projectId === null && !isOwn ? hiddenAt(row) : verdict;
}

function hiddenAt({ at }: PolicyRow): Hidden {
  return { type: 'HIDDEN', at: at ? [at] : [] };
}

/** A denial or mistake is reported regardless of the other place, because it discloses nothing about it. */
function bothOf(first: Verdict, second: Verdict): Verdict {
  if (first.type === 'HIDDEN' && second.type === 'HIDDEN') return { type: 'HIDDEN', at: [...first.at, ...second.at] };
  return weight[second.type] > weight[first.type] ? second : first;
}

function judgeGone({ whenGone }: PolicyRow, session: Session): Verdict {
  return whenGone !== undefined && isGiven(whenGone, session, null) ? allowed : { type: 'MISSING' };
}

function judgeRight(needed: Right, session: Session, place?: Place & { id: string }): Verdict {
  const { projectId = null, id: subjectId = null } = place ?? {};
  return isGiven(needed, session, projectId) ? allowed : { type: 'DENIED', needed, projectId, subjectId };
}

function isGiven(needed: Right, session: Session, projectId: string | null): boolean {
  if (session.isSuperuser || needed === 'ANYONE') return true;
  if (needed === 'SUPERUSER') return false;
  if (needed === 'MANAGER_ANYWHERE') return [...session.roleByProjectId.values()].includes('MANAGER');
  return projectId !== null && hasRole(session, projectId, needed satisfies Role);
}
