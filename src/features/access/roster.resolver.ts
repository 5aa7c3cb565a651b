/** Pages of roles and group members of principals and projects. */
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  PageArgs,
  pageOf,
  pageOfList,
  pageRequest,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import { visibleProjectIds, type Role } from '../../shared/session.js';
import { Project } from '../projects/index.js';
import { Me, MembershipConnection, PrincipalConnection } from './access.payloads.js';
import type { AccessRepository } from './access.repository.js';
import { RoleEnum, type Membership } from './membership.entity.js';
import { Principal } from './principal.entity.js';
import type { RosterRepository } from './roster.repository.js';

@Resolver(() => Me)
export class MyMembershipResolver {
  @FieldResolver(() => MembershipConnection, {
    description: 'Its roles, including roles through groups. Only the highest role in each project.',
  })
  memberships(
    @Root() { id: principalId }: Me,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { session }: RequestContext,
  ): Connection<Membership> {
    const createdAt = new Date(0);
    const roles = [...session.roleByProjectId].sort(([one], [other]) => (one < other ? -1 : 1));
    const memberships = roles.map(([projectId, role]) => ({ projectId, principalId, role, createdAt }));
    return toConnection(pageOfList(memberships, pageRequest(first, after, ['text']), ({ projectId }) => projectId));
  }
}

@Resolver(() => Principal)
export class PrincipalRosterResolver {
  constructor(
    private readonly roster: RosterRepository,
    private readonly access: AccessRepository,
  ) {}

  @FieldResolver(() => MembershipConnection, { description: 'Its own roles in the projects that you may see.' })
  async memberships(
    @Root() { id: ownerId }: Principal,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders, session }: RequestContext,
  ): Promise<Connection<Membership>> {
    const request = pageRequest(args.first, args.after, ['text']);
    const owner = { ownerId, projectIds: visibleProjectIds(session) };
    const key = { ...owner, first: request.first, after: String(request.after?.[0] ?? '') };
    const rows = (await loaders.load(this.roster.rolesOfPrincipals, key)) ?? [];
    return toConnection(
      pageOf(rows, request, {
        cursorOf: ({ projectId }) => [projectId],
        count: async () => (await loaders.load(this.roster.countsOfPrincipals, owner)) ?? 0,
      }),
    );
  }

  @FieldResolver(() => PrincipalConnection, { description: 'The members of a group; empty for other principals.' })
  async members(
    @Root() { id: ownerId }: Principal,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<Principal>> {
    const request = pageRequest(args.first, args.after, ['text']);
    const key = { ownerId, first: request.first, after: String(request.after?.[0] ?? '') };
    const ids = (await loaders.load(this.roster.membersOfGroups, key)) ?? [];
    const rows = await Promise.all(ids.map((id) => loaders.load(this.access.principalsByIds, id)));
    const members = rows.filter((row) => row !== null);
    return toConnection(
      pageOf(members, request, {
        cursorOf: ({ id }) => [id],
        count: async () => (await loaders.load(this.roster.memberCounts, ownerId)) ?? 0,
      }),
    );
  }
}

@Resolver(() => Project)
export class ProjectRosterResolver {
  constructor(private readonly roster: RosterRepository) {}

  @FieldResolver(() => RoleEnum, {
    nullable: true,
    description:
      'What you may do in the project: your highest role there, also through groups; MANAGER for superusers. Null if your last role was just revoked.',
  })
  myRole(@Root() { id }: Project, @Ctx() { session }: RequestContext): Role | null {
    return session.isSuperuser ? 'MANAGER' : (session.roleByProjectId.get(id) ?? null);
  }

  @FieldResolver(() => MembershipConnection, {
    description: 'The roles of principals in the project. Superusers are not included.',
  })
  async memberships(
    @Root() { id: ownerId }: Project,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<Membership>> {
    const request = pageRequest(args.first, args.after, ['text']);
    const key = { ownerId, first: request.first, after: String(request.after?.[0] ?? '') };
    const rows = (await loaders.load(this.roster.rolesInProjects, key)) ?? [];
    return toConnection(
      pageOf(rows, request, {
        cursorOf: ({ principalId }) => [principalId],
        count: async () => (await loaders.load(this.roster.countsInProjects, { ownerId })) ?? 0,
      }),
    );
  }
}
