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

const whyNot = { description: 'Why nothing was changed.' };

@ObjectType({ description: 'Who asks, and what they may.' })
export class Me {
  @Field(() => ID, { description: 'The id of the principal.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether this session may do everything, in every project.' })
  isSuperuser!: boolean;
}

@ObjectType({ description: 'What came of making a token.' })
export class CreateTokenPayload {
  @Field(() => AccessToken, { nullable: true, description: 'The token; null exactly when there are problems.' })
  token!: AccessToken | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its secret. It is not kept: this is the only time that it is shown.',
  })
  secret!: string | null;

  @Field(() => [ProblemType], whyNot)
  problems!: Problem[];
}

@ObjectType({ description: 'What came of revoking a token.' })
export class RevokeTokenPayload {
  @Field(() => ID, { nullable: true, description: 'The token; null exactly when there are problems.' })
  revokedId!: string | null;

  @Field(() => [ProblemType], whyNot)
  problems!: Problem[];
}

@ObjectType({ description: 'What came of changing a principal.' })
export class PrincipalPayload {
  @Field(() => Principal, {
    nullable: true,
    description: 'The principal as it is now; null exactly when there are problems.',
  })
  principal!: Principal | null;

  @Field(() => [ProblemType], whyNot)
  problems!: Problem[];
}

@ObjectType({ description: 'What came of giving a role.' })
export class GrantRolePayload {
  @Field(() => Membership, { nullable: true, description: 'The role; null exactly when there are problems.' })
  membership!: Membership | null;

  @Field(() => [ProblemType], whyNot)
  problems!: Problem[];
}

@ObjectType({ description: 'What came of taking a role back.' })
export class RevokeRolePayload {
  @Field(() => Project, { nullable: true, description: 'The project; null exactly when there are problems.' })
  project!: Project | null;

  @Field(() => [ProblemType], whyNot)
  problems!: Problem[];
}
