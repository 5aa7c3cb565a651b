import { hasRole, type Role, type Session } from '../../shared/session.js';
import { policy, type PolicyRow, type Right } from './policy.js';
import type { Place, PlaceRepository } from './place.repository.js';

/** `HIDDEN`: what is asked for is to be answered as if it did not exist. `DENIED`: it may be seen, and this may not be done. */
export type Verdict = { type: 'ALLOWED' } | { type: 'HIDDEN' } | Denial;

/** What may not be done, and to what; the ids are null where it is about no one thing. */
export interface Denial {
  type: 'DENIED';
  needed: Right;
  projectId: string | null;
  subjectId: string | null;
}

const allowed: Verdict = { type: 'ALLOWED' };
const hidden: Verdict = { type: 'HIDDEN' };

/** Holds what is asked against the policy. */
export class Guard {
  constructor(private readonly places: PlaceRepository) {}

  /**
   * Judges an operation, by its name in the policy and its arguments. What names nothing is allowed: the operation itself says that
   * there is no such thing.
   */
  async judge(operation: string, args: unknown, session: Session): Promise<Verdict> {
    const row = policy[operation];
    if (!row) return judgeRight('SUPERUSER', session);
    const value = row.at ? valueAt(args, row.at[1]) : undefined;
    if (!row.at) return judgeRight(row.needs, session);
    if (typeof value !== 'string') return judgeRight(row.whenAbsent ?? row.needs, session);
    const place = await this.places.find(row.at[0], value);
    if (!place) return allowed;
    const isHidden = Boolean(place.isRestricted) && !(await this.seesRestricted(value, place, session));
    return isHidden ? hidden : judgePlace(row, { ...place, id: value }, session);
  }

  private async seesRestricted(resourceId: string, { projectId }: Place, session: Session): Promise<boolean> {
    if (projectId !== null && hasRole(session, projectId, 'MANAGER')) return true;
    return this.places.isReader(resourceId, session.principalIds);
  }
}

function judgePlace(row: PolicyRow, place: Place & { id: string }, session: Session): Verdict {
  if (place.projectId !== null && !hasRole(session, place.projectId, 'VIEWER')) return hidden;
  const isOwn = place.ownerId === session.actor.id;
  const needed = isOwn && row.ofOwn !== undefined ? row.ofOwn : row.needs;
  const verdict = judgeRight(needed, session, place);
  // What belongs to no project is its owner's: others do not learn that it exists.
  return verdict.type === 'DENIED' && place.projectId === null && !isOwn ? hidden : verdict;
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

/** The value of an argument, with dots between members of an input. */
export function valueAt(args: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], args);
}
