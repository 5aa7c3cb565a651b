import { GraphQLJSONObject } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { orderType, PageArgs } from '../../graphql/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { OrderChoice } from '../../shared/listOrder.js';
import type { ResourceMode } from '../kinds/index.js';
import type { ResourceOrderField } from './branchResources.repository.js';
import { ResourceModeEnum } from './resource.entity.js';

@InputType({ description: 'The resource to create.' })
export class CreateResourceInput {
  @Field(() => ID, { description: 'The branch on which to create it.' })
  branchId!: string;

  @Field(() => String, { description: 'Its kind, e.g. "fast-data/ErSchema".' })
  kind!: string;

  @Field(() => String, { description: 'Its name, unique in its namespace on the branch.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its display title. It is ignored if the spec contains a title.',
  })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Its external reference code, for kinds that have one.' })
  externalReferenceCode?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The resource that contains it, for kinds that live inside another.',
  })
  parentId?: string | null;

  @Field(() => GraphQLJSONObject, { description: 'Its content. It must be valid against the JSON Schema of its kind.' })
  spec!: JsonObject;
}

@InputType({ description: 'The new content of a resource.' })
export class UpdateResourceInput {
  @Field(() => ID, { description: 'The resource.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision that the change is based on. If the resource has another revision, the change is refused.',
  })
  expectedRevision?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The new title. When absent, the title is kept; null removes it. It is ignored if the spec contains a title.',
  })
  title?: string | null;

  @Field(() => GraphQLJSONObject, { description: 'The complete new spec.' })
  spec!: JsonObject;
}

@InputType({ description: 'The new name of a resource.' })
export class RenameResourceInput {
  @Field(() => ID, { description: 'The resource.' })
  id!: string;

  @Field(() => String, { description: 'Its new name.' })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision that the change is based on. If the resource has another revision, the change is refused.',
  })
  expectedRevision?: number | null;
}

@InputType({ description: 'The resource to delete.' })
export class DeleteResourceInput {
  @Field(() => ID, { description: 'The resource.' })
  id!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Delete the resource even if other resources depend on it. A resource that contains others is still not deleted.',
  })
  force?: boolean | null;
}

@InputType({ description: 'The reference to detach.' })
export class DetachReferenceInput {
  @Field(() => ID, { description: 'The reference.' })
  id!: string;
}

@InputType({ description: 'A filter for resources. A resource must match every condition.' })
export class ResourceFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Only resources of these kinds. A kind that this server does not have is an error.',
  })
  kinds?: string[] | null;

  @Field(() => ResourceModeEnum, { nullable: true, description: 'Only editable resources, or only references.' })
  mode?: ResourceMode | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only resources whose name or title contains this text, case-insensitive.',
  })
  search?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only resources that were imported from the project with this key.',
  })
  originProjectKey?: string | null;
}

export const ResourceOrder = orderType<ResourceOrderField>('Resource', {
  NAME: 'By name, case-insensitive.',
  KIND: 'By the name of the kind, then by name.',
  UPDATED_AT: 'By the time at which it was last changed.',
  CREATED_AT: 'By the time at which it was created on this branch.',
});

@ArgsType()
export class ResourcesArgs extends PageArgs {
  @Field(() => ResourceFilter, { nullable: true, description: 'A filter for the list.' })
  filter?: ResourceFilter | null;

  @Field(() => ResourceOrder, { nullable: true, description: 'The order of the list; by name when absent.' })
  orderBy?: OrderChoice<ResourceOrderField> | null;
}
