import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Project } from '../projects/index.js';
import { AccessToken } from './accessToken.entity.js';
import { Membership } from './membership.entity.js';
import { Principal } from './principal.entity.js';

export const PrincipalConnection = connectionType(Principal, 'Principal');
export const AccessTokenConnection = connectionType(AccessToken, 'AccessToken');

export const MembershipConnection = connectionType(Membership, 'Membership');

const whyNot = { description: 'Why nothing was changed; empty on success.' };

@ObjectType({ description: 'The current principal and its permissions.' })
export class Me {
  @Field(() => ID, { description: 'The id of the principal.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether this session has superuser rights, in every project.' })
  isSuperuser!: boolean;
}

@ObjectType({ description: 'The result of createToken.' })
export class CreateTokenPayload {
  @Field(() => AccessToken, { nullable: true, description: 'The token; null if and only if there are problems.' })
  token!: AccessToken | null;

  @Field(() => String, {
    nullable: true,
    description: 'The secret of the token. It is not stored and cannot be shown again.',
  })
  secret!: string | null;

  @Field(() => [ProblemType], whyNot)
  problems!: Problem[];
}

@ObjectType({ description: 'The result of revokeToken.' })
export class RevokeTokenPayload {
  @Field(() => ID, { nullable: true, description: 'The token; null if and only if there are problems.' })
  revokedId!: string | null;

  @Field(() => [ProblemType], whyNot)
  problems!: Problem[];
}

@ObjectType({ description: 'The result of a change to a principal.' })
export class PrincipalPayload {
  @Field(() => Principal, {
    nullable: true,
    description: 'The principal after the change; null if and only if there are problems.',
  })
  principal!: Principal | null;

  @Field(() => [ProblemType], whyNot)
  problems!: Problem[];
}

@ObjectType({ description: 'The result of grantRole.' })
export class GrantRolePayload {
  @Field(() => Membership, { nullable: true, description: 'The role; null if and only if there are problems.' })
  membership!: Membership | null;

  @Field(() => [ProblemType], whyNot)
  problems!: Problem[];
}

@ObjectType({ description: 'The result of revokeRole.' })
export class RevokeRolePayload {
  @Field(() => Project, { nullable: true, description: 'The project; null if and only if there are problems.' })
  project!: Project | null;

  @Field(() => [ProblemType], whyNot)
  problems!: Problem[];
}
