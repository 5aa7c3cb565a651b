import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType, DeletionPayload, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { KindType } from '../kinds/index.js';
import { Resource } from './resource.entity.js';

/** Maximum number of resources updated by a rename that are returned. */
export const maxRewrittenShown = 1000;

export const ResourceConnection = connectionType(Resource, 'Resource');

@ObjectType({ description: 'The number of resources of one kind on a branch.' })
export class BranchKindCount {
  @Field(() => KindType, { description: 'The kind.' })
  kind!: KindType;

  @Field(() => Int, { description: 'The number of resources of the kind, including references.' })
  count!: number;

  @Field(() => Int, { description: 'The number of references among them.' })
  referenceCount!: number;
}

@ObjectType()
abstract class ResourcePayload {
  @Field(() => Resource, {
    nullable: true,
    description: 'The resource after the change; null if and only if a problem is an ERROR.',
  })
  resource!: Resource | null;

  @Field(() => [ProblemType], {
    description:
      'Why nothing was changed; on success only warnings, for example of members that the schema of the kind does not list.',
  })
  problems!: Problem[];
}

@ObjectType({ description: 'The result of createResource.' })
export class CreateResourcePayload extends ResourcePayload {}

@ObjectType({ description: 'The result of updateResource.' })
export class UpdateResourcePayload extends ResourcePayload {}

@ObjectType({ description: 'The result of detachReference.' })
export class DetachReferencePayload extends ResourcePayload {}

@ObjectType({ description: 'The result of renameResource.' })
export class RenameResourcePayload extends ResourcePayload {
  @Field(() => [Resource], {
    description: `The resources whose spec was updated because it refers to the renamed resource; the first ${maxRewrittenShown}.`,
  })
  rewritten!: Resource[];

  @Field(() => Int, { description: 'The number of updated resources.' })
  rewrittenCount!: number;
}

@ObjectType({ description: 'The result of deleteResource.' })
export class DeleteResourcePayload extends DeletionPayload {}
