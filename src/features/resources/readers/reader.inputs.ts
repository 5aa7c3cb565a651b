import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ProblemType } from '../../../graphql/index.js';
import type { Problem } from '../../../shared/problem.js';
import { Resource } from '../resource.entity.js';

@InputType({ description: 'A principal that may read and use a resource.' })
export class ResourceReaderInput {
  @Field(() => ID, { description: 'The user, service account or group.' })
  principalId!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The tenants that it may use, an empty text standing for "no tenant"; all when absent.',
  })
  tenants?: string[] | null;
}

@InputType({ description: 'Who may read and use a resource.' })
export class SetResourceReadersInput {
  @Field(() => ID, { description: 'The resource.' })
  resourceId!: string;

  @Field(() => [ResourceReaderInput], {
    nullable: true,
    description: 'These alone, and nobody for an empty list; null opens it to all who see the project.',
  })
  readers!: ResourceReaderInput[] | null;
}

@ObjectType({ description: 'What came of choosing readers.' })
export class SetResourceReadersPayload {
  @Field(() => Resource, { nullable: true, description: 'The resource; null exactly when there are problems.' })
  resource!: Resource | null;

  @Field(() => [ProblemType], { description: 'Why nothing was changed.' })
  problems!: Problem[];
}
