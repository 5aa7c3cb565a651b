/** What the person who is signed in may do, and why not: one rule for the controls of all screens. */
import type { Role } from '../api/operations.generated.js';
import { useWhyOffline } from '../api/connection.js';
import { useBranch } from './branch.js';
import { useSession } from './session.js';

const ranks: Readonly<Record<Role, number>> = { VIEWER: 1, EDITOR: 2, MANAGER: 3 };

const refusals: Readonly<Record<Role, string>> = {
  VIEWER: 'You no longer have a role in this project.',
  EDITOR: 'You may look, but changing this project requires the role editor.',
  MANAGER: 'Only a manager of the project may do this.',
};

/** Why a role does not allow what requires another; undefined when it does. */
export function whyRoleLacks(role: Role | null | undefined, needed: Role): string | undefined {
  return role != null && ranks[role] >= ranks[needed] ? undefined : refusals[needed];
}

/** Why the person can't do now what requires a role in the project of the screen: there is no connection, or the role is lower. */
export function useWhyNot(needed: Role): string | undefined {
  const whyOffline = useWhyOffline();
  const { myRole } = useBranch().project;
  return whyOffline ?? whyRoleLacks(myRole, needed);
}

export interface TaskRefusals {
  /** Of cancelling and deleting it. */
  end: string | undefined;
  undo: string | undefined;
  /** Of beginning a plan with what it has left over. */
  plan: string | undefined;
}

/** Why the person can't do something with a task: their own require less than those of others. */
export function useTaskRefusals(startedBy: { id?: string | null } | null): TaskRefusals {
  const whyOffline = useWhyOffline();
  const isOwn = startedBy?.id === useSession().principal.id;
  const role = useBranch().project.myRole;
  const ofOthers = 'Only who began the task, or a manager of the project, may do this.';
  const managed = whyRoleLacks(role, 'MANAGER') && ofOthers;
  return {
    end: whyOffline ?? (isOwn ? undefined : managed),
    undo: whyOffline ?? (isOwn ? whyRoleLacks(role, 'EDITOR') : managed),
    plan: whyOffline ?? whyRoleLacks(role, 'EDITOR'),
  };
}

/** Why the person can't do what is for superusers. */
export function useWhyNoSuperuser(): string | undefined {
  const whyOffline = useWhyOffline();
  const { isSuperuser } = useSession().principal;
  return whyOffline ?? (isSuperuser ? undefined : 'Only superusers of this server may do this.');
}
