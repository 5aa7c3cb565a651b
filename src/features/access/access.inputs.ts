import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/index.js';
import type { Role } from '../../shared/session.js';
import { RoleEnum } from './membership.entity.js';
import { PrincipalTypeEnum, type PrincipalType } from './principal.entity.js';

@InputType({ description: 'A token that is to be made.' })
export class CreateTokenInput {
  @Field(() => String, { description: 'What it is for; also the name of the service account that is made with it.' })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Whose it is: a service account or user that is known, such as yourself. A new service account when absent.',
  })
  principalId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it carries the rights of a superuser; no when absent.',
  })
  isSuperuser?: boolean | null;

  @Field(() => Date, { nullable: true, description: 'When it ends; never when absent.' })
  expiresAt?: Date | null;
}

@InputType({ description: 'A token that is to be revoked.' })
export class RevokeTokenInput {
  @Field(() => ID, { description: 'The id of the token.' })
  id!: string;
}

@InputType({ description: 'A group that is to be made.' })
export class CreateGroupInput {
  @Field(() => String, { description: 'Its name, for people.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value of the claim of groups that makes a user a member; the name when absent.',
  })
  claim?: string | null;
}

@InputType({ description: 'Whether a principal is in a group.' })
export class SetGroupMemberInput {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;

  @Field(() => ID, { description: 'The user or service account.' })
  principalId!: string;

  @Field(() => Boolean, { description: 'Whether it is to be a member.' })
  isMember!: boolean;
}

@InputType({ description: 'Whether a principal is a superuser.' })
export class SetSuperuserInput {
  @Field(() => ID, { description: 'The user, service account or group.' })
  principalId!: string;

  @Field(() => Boolean, { description: 'Whether it may do everything, in every project.' })
  isSuperuser!: boolean;
}

@InputType({ description: 'A role that is to be given.' })
export class GrantRoleInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => ID, { description: 'The principal, by its id or by that of one of its tokens.' })
  principalId!: string;

  @Field(() => RoleEnum, { description: 'The role; it takes the place of the one before.' })
  role!: Role;
}

@InputType({ description: 'A role that is to be taken back.' })
export class RevokeRoleInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => ID, { description: 'The principal, by its id or by that of one of its tokens.' })
  principalId!: string;
}

@InputType({ description: 'What a list of principals is narrowed to; all that is given must hold.' })
export class PrincipalFilter {
  @Field(() => [PrincipalTypeEnum], { nullable: true, description: 'Only principals of these types.' })
  types?: PrincipalType[] | null;

  @Field(() => String, { nullable: true, description: 'Part of the name, without regard to case.' })
  search?: string | null;
}

@ArgsType()
export class PrincipalsArgs extends PageArgs {
  @Field(() => PrincipalFilter, { nullable: true, description: 'What the list is narrowed to.' })
  filter?: PrincipalFilter | null;
}

@ArgsType()
export class TokensArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only tokens of this principal; those of all when absent.' })
  principalId?: string | null;
}
