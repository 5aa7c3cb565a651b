import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { ProblemType, type RequestContext } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import type { Workers } from '../workers/index.js';
import { verifyCall } from './verify.call.js';

@ObjectType('Verification', { description: 'The result of a database check.' })
export class VerificationType {
  @Field(() => Boolean, { description: 'Whether no errors were found. Warnings do not count.' })
  isSound!: boolean;

  @Field(() => Int, { description: 'The number of contents that were checked against their digests and edges.' })
  contentCount!: number;

  @Field(() => Int, { description: 'The number of stored files that were checked.' })
  fileCount!: number;

  @Field(() => [ProblemType], { description: 'The problems that were found, at most 20 of each code.' })
  problems!: Problem[];
}

@Resolver()
export class VerifyResolver {
  constructor(private readonly workers: Workers) {}

  @Query(() => VerificationType, {
    description: 'Checks the integrity of the whole database: identities, pointers, digests, edges and files.',
  })
  async verifyDatabase(@Ctx() { session }: RequestContext): Promise<VerificationType> {
    const found = await this.workers.callHeavy(verifyCall, null, session.actor.id);
    return { ...found, isSound: found.problems.every(({ severity }) => severity === 'WARNING') };
  }
}
