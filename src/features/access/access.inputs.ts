import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/index.js';
import type { Role } from '../../shared/session.js';
import { RoleEnum } from './membership.entity.js';
import { PrincipalTypeEnum, type PrincipalType } from './principal.entity.js';

@InputType({ description: 'The token to create.' })
export class CreateTokenInput {
  @Field(() => String, {
    description: 'The purpose of the token. It is also the name of the service account that is created with it.',
  })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The existing service account or user that the token belongs to, for example yourself. When absent, a service account is created.',
  })
  principalId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the token grants superuser rights. Defaults to false.',
  })
  isSuperuser?: boolean | null;

  @Field(() => Date, { nullable: true, description: 'When it expires. When absent, it never expires.' })
  expiresAt?: Date | null;
}

@InputType({ description: 'The token to revoke.' })
export class RevokeTokenInput {
  @Field(() => ID, { description: 'The id of the token.' })
  id!: string;
}

@InputType({ description: 'The group to create.' })
export class CreateGroupInput {
  @Field(() => String, { description: 'Its display name.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value of the groups claim that makes a user a member. Defaults to the name.',
  })
  claim?: string | null;
}

@InputType({ description: 'The membership of a principal in a group.' })
export class SetGroupMemberInput {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;

  @Field(() => ID, { description: 'The user or service account.' })
  principalId!: string;

  @Field(() => Boolean, { description: 'True to add the principal, false to remove it.' })
  isMember!: boolean;
}

@InputType({ description: 'The superuser rights to set.' })
export class SetSuperuserInput {
  @Field(() => ID, { description: 'The user, service account or group.' })
  principalId!: string;

  @Field(() => Boolean, { description: 'Whether the principal has superuser rights, in every project.' })
  isSuperuser!: boolean;
}

@InputType({ description: 'The role to grant.' })
export class GrantRoleInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => ID, { description: 'The id of the principal, or of one of its tokens.' })
  principalId!: string;

  @Field(() => RoleEnum, { description: 'The role. It replaces the previous role.' })
  role!: Role;
}

@InputType({ description: 'The role to revoke.' })
export class RevokeRoleInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => ID, { description: 'The id of the principal, or of one of its tokens.' })
  principalId!: string;
}

@InputType({ description: 'A filter for principals. A principal must match every condition.' })
export class PrincipalFilter {
  @Field(() => [PrincipalTypeEnum], { nullable: true, description: 'Only principals of these types.' })
  types?: PrincipalType[] | null;

  @Field(() => String, { nullable: true, description: 'A part of the name, case-insensitive.' })
  search?: string | null;
}

@ArgsType()
export class PrincipalsArgs extends PageArgs {
  @Field(() => PrincipalFilter, { nullable: true, description: 'A filter for the list.' })
  filter?: PrincipalFilter | null;
}

@ArgsType()
export class TokensArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only tokens of this principal. When absent, tokens of all principals.',
  })
  principalId?: string | null;
}
