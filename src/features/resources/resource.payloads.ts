import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { KindType } from '../kinds/index.js';
import { Resource } from './resource.entity.js';

/** How many of the resources that follow a rename are told. */
export const maxRewrittenShown = 1000;

export const ResourceConnection = connectionType(Resource, 'Resource');

@ObjectType({ description: 'How many resources of one kind a branch has.' })
export class BranchKindCount {
  @Field(() => KindType, { description: 'The kind.' })
  kind!: KindType;

  @Field(() => Int, { description: 'How many resources of the kind there are, references included.' })
  count!: number;

  @Field(() => Int, { description: 'How many of them are references.' })
  referenceCount!: number;
}

@ObjectType()
abstract class ResourcePayload {
  @Field(() => Resource, {
    nullable: true,
    description: 'The resource as it is now; null exactly when there are problems.',
  })
  resource!: Resource | null;

  @Field(() => [ProblemType], { description: 'Why nothing was changed.' })
  problems!: Problem[];
}

@ObjectType({ description: 'What came of making a resource.' })
export class CreateResourcePayload extends ResourcePayload {}

@ObjectType({ description: 'What came of changing a resource.' })
export class UpdateResourcePayload extends ResourcePayload {}

@ObjectType({ description: 'What came of detaching a reference.' })
export class DetachReferencePayload extends ResourcePayload {}

@ObjectType({ description: 'What came of renaming a resource.' })
export class RenameResourcePayload extends ResourcePayload {
  @Field(() => [Resource], {
    description: `The resources whose spec named it, and follow; the first ${maxRewrittenShown} of them.`,
  })
  rewritten!: Resource[];

  @Field(() => Int, { description: 'How many resources follow.' })
  rewrittenCount!: number;
}

@ObjectType({ description: 'What came of deleting a resource.' })
export class DeleteResourcePayload {
  @Field(() => ID, { nullable: true, description: 'The id of what was deleted; null exactly when there are problems.' })
  deletedId!: string | null;

  @Field(() => [ProblemType], { description: 'Why nothing was deleted.' })
  problems!: Problem[];
}
