import type { Database } from '../../database/index.js';
import type { Actor } from '../../shared/actor.js';
import { isId, newId, type Clock } from '../../shared/clock.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { AuditRepository } from '../audit/index.js';
import type { Project, ProjectRepository } from '../projects/index.js';
import { principalEvent } from './accessEvents.js';
import type {
  CreateGroupInput,
  GrantRoleInput,
  RevokeRoleInput,
  SetGroupMemberInput,
  SetSuperuserInput,
} from './access.inputs.js';
import {
  groupInGroup,
  groupTaken,
  lastSuperuser,
  nameMissing,
  noRole,
  notAGroup,
  principalNotFound,
} from './access.problems.js';
import { AccessRepository } from './access.repository.js';
import { isName } from './access.rules.js';
import { GroupMember } from './groupMember.entity.js';
import { Membership } from './membership.entity.js';
import { ownIssuer, Principal } from './principal.entity.js';

interface RoleServiceParts {
  database: Database;
  access: AccessRepository;
  projects: ProjectRepository;
  clock: Clock;
}

interface PrincipalOutcome {
  principal: Principal | null;
  problems: Problem[];
}

/** Grants and revokes rights of principals. */
export class RoleService {
  constructor(private readonly parts: RoleServiceParts) {}

  /** Sets the role of a principal in a project, replacing its former one. */
  async grant(input: GrantRoleInput, actor: Actor): Promise<{ membership: Membership | null; problems: Problem[] }> {
    const { database, projects, clock } = this.parts;
    const principal = await this.principalBy(input.principalId);
    const project = isId(input.projectId) ? await projects.byId(input.projectId) : null;
    const problems = [
      ...(project ? [] : [projectNotFound()]),
      ...(principal ? [] : [principalNotFound('principalId')]),
    ];
    if (!project || !principal) return { membership: null, problems };
    const { role } = input;
    const key = { projectId: project.id, principalId: principal.id };
    const at = new Date(clock.now());
    const membership = { ...key, role, createdAt: at };
    await database.write(async (manager) => {
      const formerRole = (await manager.findOneBy(Membership, key))?.role ?? null;
      await manager.upsert(Membership, membership, ['principalId', 'projectId']);
      const facts = { action: 'ROLE_GRANT', actor, at, projectId: project.id, detail: { role, formerRole } } as const;
      await AuditRepository.insert(manager, principalEvent(principal, facts));
    }, roleLock(project.id));
    return { membership, problems: [] };
  }

  /** Revokes the role of a principal in a project; roles through groups are kept. */
  async revoke(input: RevokeRoleInput, actor: Actor): Promise<{ project: Project | null; problems: Problem[] }> {
    const { database, projects, clock } = this.parts;
    const project = isId(input.projectId) ? await projects.byId(input.projectId) : null;
    if (!project) return { project: null, problems: [projectNotFound()] };
    const principal = await this.principalBy(input.principalId);
    if (!principal) return { project: null, problems: [principalNotFound('principalId')] };
    const key = { projectId: project.id, principalId: principal.id };
    const at = new Date(clock.now());
    return database.write(async (manager) => {
      const role = (await manager.findOneBy(Membership, key))?.role;
      if (role === undefined) return { project: null, problems: [noRole()] };
      await manager.delete(Membership, key);
      const facts = { action: 'ROLE_REVOKE', actor, at, projectId: project.id, detail: { role } } as const;
      await AuditRepository.insert(manager, principalEvent(principal, facts));
      return { project, problems: [] };
    }, roleLock(project.id));
  }

  async createGroup({ name, claim }: CreateGroupInput, actor: Actor): Promise<PrincipalOutcome> {
    const { database, clock } = this.parts;
    const subject = claim ?? name;
    if (!isName(name) || !isName(subject)) return { principal: null, problems: [nameMissing()] };
    const key = { type: 'GROUP', issuer: ownIssuer, subject } as const;
    return database.write(async (manager) => {
      if (await manager.existsBy(Principal, key)) return { principal: null, problems: [groupTaken(subject)] };
      const createdAt = new Date(clock.now());
      const group = manager.create(Principal, { ...key, id: newId(), name, isSuperuser: false, createdAt });
      await manager.insert(Principal, group);
      const facts = { action: 'GROUP_CHANGE', actor, at: createdAt, detail: { isNew: true, claim: subject } } as const;
      await AuditRepository.insert(manager, principalEvent(group, facts));
      return { principal: group, problems: [] };
    }, `group ${subject}`);
  }

  /**
   * Adds a principal to a group, or removes it. Memberships claimed by an identity provider return with the next token of the
   * user.
   */
  async setGroupMember(
    { groupId, principalId, isMember }: SetGroupMemberInput,
    actor: Actor,
  ): Promise<PrincipalOutcome> {
    const group = await this.principalBy(groupId);
    const member = await this.principalBy(principalId);
    const problems: Problem[] = [];
    if (!group) problems.push(principalNotFound('groupId'));
    else if (group.type !== 'GROUP') problems.push(notAGroup());
    if (!member) problems.push(principalNotFound('principalId'));
    else if (member.type === 'GROUP') problems.push(groupInGroup());
    if (!group || !member || problems.length > 0) return { principal: null, problems };
    const key = { groupId: group.id, principalId: member.id };
    return this.parts.database.write(async (manager): Promise<PrincipalOutcome> => {
      const removed = { groupId: group.id, memberId: member.id };
      if (!isMember && !(await AccessRepository.wouldHaveSuperuser(manager, removed)))
        return { principal: null, problems: [lastSuperuser()] };
      await manager.delete(GroupMember, key);
      if (isMember) await manager.insert(GroupMember, { ...key, isClaimed: false });
      const detail = { member: { id: member.id, name: member.name }, isMember };
      const facts = { action: 'GROUP_CHANGE', actor, at: new Date(this.parts.clock.now()), detail } as const;
      await AuditRepository.insert(manager, principalEvent(group, facts));
      return { principal: group, problems: [] };
    }, superuserLock);
  }

  async setSuperuser({ principalId, isSuperuser }: SetSuperuserInput, actor: Actor): Promise<PrincipalOutcome> {
    const principal = await this.principalBy(principalId);
    if (!principal) return { principal: null, problems: [principalNotFound('principalId')] };
    return this.parts.database.write(async (manager): Promise<PrincipalOutcome> => {
      if (!isSuperuser && !(await AccessRepository.wouldHaveSuperuser(manager, { principalId: principal.id })))
        return { principal: null, problems: [lastSuperuser()] };
      await manager.update(Principal, { id: principal.id }, { isSuperuser });
      principal.isSuperuser = isSuperuser;
      const at = new Date(this.parts.clock.now());
      const facts = { action: 'SUPERUSER_CHANGE', actor, at, detail: { isSuperuser } } as const;
      await AuditRepository.insert(manager, principalEvent(principal, facts));
      return { principal, problems: [] };
    }, superuserLock);
  }

  /** Finds a principal by its own id or that of one of its tokens. */
  private async principalBy(id: string): Promise<Principal | null> {
    const { access } = this.parts;
    if (!isId(id)) return null;
    const principal = await access.principal(id);
    if (principal) return principal;
    const token = await access.token(id);
    return token && access.principal(token.principalId);
  }
}

/** The lock for changes of superusers, also through groups: one must remain. */
const superuserLock = 'superusers';

/** The lock for changes of roles in a project: each change reads the role that it replaces. */
function roleLock(projectId: string): string {
  return `roles ${projectId}`;
}

function projectNotFound(): Problem {
  return errorProblem('NOT_FOUND', 'There is no project with this id.', { path: ['input', 'projectId'] });
}
