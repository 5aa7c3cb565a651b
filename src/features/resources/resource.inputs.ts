import { GraphQLJSONObject } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { orderType, PageArgs } from '../../graphql/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { OrderChoice } from '../../shared/listOrder.js';
import type { ResourceMode } from '../kinds/index.js';
import type { ResourceOrderField } from './branchResources.repository.js';
import { ResourceModeEnum } from './resource.entity.js';

@InputType({ description: 'A resource that is to be made.' })
export class CreateResourceInput {
  @Field(() => ID, { description: 'The branch that it is made on.' })
  branchId!: string;

  @Field(() => String, { description: 'Its kind, e.g. "fast-data/ErSchema".' })
  kind!: string;

  @Field(() => String, { description: 'Its name, unique in its namespace on the branch.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its title, for people. What the spec says itself counts more: then this is not used.',
  })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Its external reference code, for kinds that have one.' })
  externalReferenceCode?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The resource that contains it, for kinds that live inside another.',
  })
  parentId?: string | null;

  @Field(() => GraphQLJSONObject, { description: 'What it holds, after the JSON Schema of its kind.' })
  spec!: JsonObject;
}

@InputType({ description: 'What a resource is to hold from now on.' })
export class UpdateResourceInput {
  @Field(() => ID, { description: 'The resource.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision that the change was made on; another one is refused.',
  })
  expectedRevision?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The new title; absent keeps it, null removes it. What the spec says itself counts more: then this is not used.',
  })
  title?: string | null;

  @Field(() => GraphQLJSONObject, { description: 'The new spec, whole.' })
  spec!: JsonObject;
}

@InputType({ description: 'A new name for a resource.' })
export class RenameResourceInput {
  @Field(() => ID, { description: 'The resource.' })
  id!: string;

  @Field(() => String, { description: 'Its new name.' })
  name!: string;
}

@InputType({ description: 'A resource that is to be deleted.' })
export class DeleteResourceInput {
  @Field(() => ID, { description: 'The resource.' })
  id!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Delete it although others depend on it; what lives inside it still stands in the way.',
  })
  force?: boolean | null;
}

@InputType({ description: 'A reference that is to become an editable copy.' })
export class DetachReferenceInput {
  @Field(() => ID, { description: 'The reference.' })
  id!: string;
}

@InputType({ description: 'What a list of resources is narrowed to; all that is given must hold.' })
export class ResourceFilter {
  @Field(() => [String], { nullable: true, description: 'Only resources of these kinds.' })
  kinds?: string[] | null;

  @Field(() => ResourceModeEnum, { nullable: true, description: 'Only editable resources, or only references.' })
  mode?: ResourceMode | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only resources with this text in their name or title, in any case.',
  })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Only resources that came from the project with this key.' })
  originProjectKey?: string | null;
}

export const ResourceOrder = orderType<ResourceOrderField>('Resource', {
  NAME: 'By name, without regard to case.',
  KIND: 'By the name of the kind, and by name within a kind.',
  UPDATED_AT: 'By when it last changed.',
  CREATED_AT: 'By when it came to this branch.',
});

@ArgsType()
export class ResourcesArgs extends PageArgs {
  @Field(() => ResourceFilter, { nullable: true, description: 'What the list is narrowed to.' })
  filter?: ResourceFilter | null;

  @Field(() => ResourceOrder, { nullable: true, description: 'The order of the list; by name when absent.' })
  orderBy?: OrderChoice<ResourceOrderField> | null;
}
