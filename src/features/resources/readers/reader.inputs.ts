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
    description: 'The tenants that it may use. When absent, all tenants. An empty string means "no tenant".',
  })
  tenants?: string[] | null;
}

@InputType({ description: 'The readers to set.' })
export class SetResourceReadersInput {
  @Field(() => ID, { description: 'The resource.' })
  resourceId!: string;

  @Field(() => [ResourceReaderInput], {
    nullable: true,
    description:
      'Only these principals may read and use it; an empty list means nobody. Null means everyone who can see the project.',
  })
  readers!: ResourceReaderInput[] | null;
}

@ObjectType({ description: 'The result of setResourceReaders.' })
export class SetResourceReadersPayload {
  @Field(() => Resource, { nullable: true, description: 'The resource; null if and only if there are problems.' })
  resource!: Resource | null;

  @Field(() => [ProblemType], { description: 'Why nothing was changed; empty on success.' })
  problems!: Problem[];
}
