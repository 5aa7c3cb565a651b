import { Field, ID, ObjectType } from 'type-graphql';
import type { Problem } from '../shared/problem.js';
import { ProblemType } from './problem.type.js';

/** The payload of mutations that delete one object. */
@ObjectType()
export abstract class DeletionPayload {
  @Field(() => ID, {
    nullable: true,
    description: 'The id of what was deleted; null if and only if there are problems.',
  })
  deletedId!: string | null;

  @Field(() => [ProblemType], { description: 'Why nothing was deleted; empty on success.' })
  problems!: Problem[];
}
