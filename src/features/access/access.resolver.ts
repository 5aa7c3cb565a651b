import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answering, pageRequest, toConnection, type Connection, type RequestContext } from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import { Project, type ProjectRepository } from '../projects/index.js';
import {
  CreateGroupInput,
  CreateTokenInput,
  GrantRoleInput,
  PrincipalsArgs,
  RevokeRoleInput,
  RevokeTokenInput,
  SetGroupMemberInput,
  SetSuperuserInput,
  TokensArgs,
} from './access.inputs.js';
import {
  AccessTokenConnection,
  CreateTokenPayload,
  GrantRolePayload,
  Me,
  PrincipalConnection,
  PrincipalPayload,
  RevokeRolePayload,
  RevokeTokenPayload,
} from './access.payloads.js';
import type { AccessRepository } from './access.repository.js';
import { AccessToken } from './accessToken.entity.js';
import { Membership } from './membership.entity.js';
import { Principal } from './principal.entity.js';
import type { RoleService } from './role.service.js';
import type { TokenService } from './token.service.js';

@Resolver(() => Principal)
export class PrincipalResolver {
  constructor(
    private readonly access: AccessRepository,
    private readonly roles: RoleService,
  ) {}

  @Query(() => Me, { description: 'The current principal and its permissions.' })
  me(@Ctx() { session }: RequestContext): Me {
    const { actor, isSuperuser } = session;
    return { id: actor.id, name: actor.name, isSuperuser };
  }

  @Query(() => PrincipalConnection, {
    name: 'principals',
    description: 'Users, service accounts and groups, in the order in which they were first seen.',
  })
  async list(@Args(() => PrincipalsArgs) { first, after, filter }: PrincipalsArgs): Promise<Connection<Principal>> {
    return toConnection(await this.access.principals(filter ?? {}, pageRequest(first, after, ['text'])));
  }

  @Mutation(
    () => PrincipalPayload,
    answering('Creates a group. Its members have the rights of the group.', ['NAME_INVALID', 'NAME_TAKEN']),
  )
  createGroup(
    @Arg('input', () => CreateGroupInput, { description: 'The group.' }) input: CreateGroupInput,
    @Ctx() { session }: RequestContext,
  ): Promise<PrincipalPayload> {
    return this.roles.createGroup(input, session.actor);
  }

  @Mutation(
    () => PrincipalPayload,
    answering('Adds a user or service account to a group, or removes it.', [
      'INVALID_ID',
      'LAST_SUPERUSER',
      'NOT_FOUND',
      'PRINCIPAL_UNFIT',
    ]),
  )
  setGroupMember(
    @Arg('input', () => SetGroupMemberInput, { description: 'The group and the member.' }) input: SetGroupMemberInput,
    @Ctx() { session }: RequestContext,
  ): Promise<PrincipalPayload> {
    return this.roles.setGroupMember(input, session.actor);
  }

  @Mutation(
    () => PrincipalPayload,
    answering('Grants or revokes superuser rights.', ['INVALID_ID', 'LAST_SUPERUSER', 'NOT_FOUND']),
  )
  setSuperuser(
    @Arg('input', () => SetSuperuserInput, { description: 'The principal.' }) input: SetSuperuserInput,
    @Ctx() { session }: RequestContext,
  ): Promise<PrincipalPayload> {
    return this.roles.setSuperuser(input, session.actor);
  }
}

@Resolver(() => AccessToken)
export class TokenResolver {
  constructor(
    private readonly access: AccessRepository,
    private readonly tokens: TokenService,
  ) {}

  @Query(() => AccessTokenConnection, {
    name: 'tokens',
    nullable: true,
    description: 'Tokens without their secrets, newest first. Null if the principal does not exist.',
  })
  async list(@Args(() => TokensArgs) { first, after, principalId }: TokensArgs): Promise<Connection<AccessToken>> {
    return toConnection(await this.access.tokens(principalId ?? null, pageRequest(first, after, ['text'])));
  }

  @Mutation(
    () => CreateTokenPayload,
    answering('Creates a token for a new service account or for an existing principal.', [
      'EXPIRY_INVALID',
      'INVALID_ID',
      'NAME_INVALID',
      'NOT_FOUND',
      'PRINCIPAL_UNFIT',
    ]),
  )
  createToken(
    @Arg('input', () => CreateTokenInput, { description: 'The token.' }) input: CreateTokenInput,
    @Ctx() { session }: RequestContext,
  ): Promise<CreateTokenPayload> {
    return this.tokens.create(input, session);
  }

  @Mutation(
    () => RevokeTokenPayload,
    answering('Revokes a token immediately and closes the subscriptions that use it.', ['INVALID_ID', 'NOT_FOUND']),
  )
  revokeToken(
    @Arg('input', () => RevokeTokenInput, { description: 'The token.' }) { id }: RevokeTokenInput,
    @Ctx() { session }: RequestContext,
  ): Promise<RevokeTokenPayload> {
    return this.tokens.revoke(id, session.actor);
  }

  @FieldResolver(() => Principal, { description: 'The principal that the token belongs to.' })
  async principal(@Root() { id, principalId }: AccessToken, @Ctx() { loaders }: RequestContext): Promise<Principal> {
    const principal = await loaders.load(this.access.principalsByIds, principalId);
    if (!principal) throw AppError.internal(`Token ${id} has no principal.`);
    return principal;
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  constructor(
    private readonly access: AccessRepository,
    private readonly roles: RoleService,
    private readonly projects: ProjectRepository,
  ) {}

  @Mutation(() => GrantRolePayload, answering('Gives a principal a role in a project.', ['INVALID_ID', 'NOT_FOUND']))
  grantRole(
    @Arg('input', () => GrantRoleInput, { description: 'The role.' }) input: GrantRoleInput,
    @Ctx() { session }: RequestContext,
  ): Promise<GrantRolePayload> {
    return this.roles.grant(input, session.actor);
  }

  @Mutation(
    () => RevokeRolePayload,
    answering('Revokes the role of a principal in a project.', ['INVALID_ID', 'NOT_FOUND']),
  )
  revokeRole(
    @Arg('input', () => RevokeRoleInput, { description: 'Project and principal.' }) input: RevokeRoleInput,
    @Ctx() { session }: RequestContext,
  ): Promise<RevokeRolePayload> {
    return this.roles.revoke(input, session.actor);
  }

  @FieldResolver(() => Project, { description: 'The project.' })
  async project(@Root() { projectId }: Membership, @Ctx() { loaders }: RequestContext): Promise<Project> {
    const project = await loaders.load(this.projects.byIds, projectId);
    if (!project) throw AppError.internal(`A role names the project ${projectId}, which is gone.`);
    return project;
  }

  @FieldResolver(() => Principal, { description: 'The principal that has the role.' })
  async principal(@Root() { principalId }: Membership, @Ctx() { loaders }: RequestContext): Promise<Principal> {
    const principal = await loaders.load(this.access.principalsByIds, principalId);
    if (!principal) throw AppError.internal(`A role names the principal ${principalId}, which is gone.`);
    return principal;
  }
}
