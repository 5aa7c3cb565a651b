import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { ProblemType, type RequestContext } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import type { Workers } from '../workers/index.js';
import { verifyCall } from './verify.call.js';

@ObjectType('Verification', { description: 'What a check of the whole database found.' })
export class VerificationType {
  @Field(() => Boolean, { description: 'Whether nothing is wrong; warnings do not count.' })
  isSound!: boolean;

  @Field(() => Int, { description: 'How many contents were read, and held against their digests and edges.' })
  contentCount!: number;

  @Field(() => Int, { description: 'How many stored files were looked at.' })
  fileCount!: number;

  @Field(() => [ProblemType], { description: 'What is wrong, at most 20 of each sort.' })
  problems!: Problem[];
}

@Resolver()
export class VerifyResolver {
  constructor(private readonly workers: Workers) {}

  @Query(() => VerificationType, {
    description: 'Checks the whole database: identities, pointers, digests, edges, files.',
  })
  async verifyDatabase(@Ctx() { session }: RequestContext): Promise<VerificationType> {
    const found = await this.workers.callHeavy(verifyCall, null, session.actor.id);
    return { ...found, isSound: found.problems.every(({ severity }) => severity === 'WARNING') };
  }
}
