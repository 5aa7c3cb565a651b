import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../graphql/index.js';
import type { Workers } from '../../workers/index.js';
import { ImportPlan } from '../tables/importPlan.entity.js';
import { planFingerprintCall } from './planFingerprint.call.js';

/** Resolves what a plan is approved by. */
@Resolver(() => ImportPlan)
export class PlanFingerprintResolver {
  constructor(private readonly workers: Workers) {}

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The fingerprint of its file, of everything that was chosen, and of what it would do to the branch. Pass it as expectedFingerprint to executeImport to execute exactly this. Each change of the plan, and of what it finds on the branch, changes it. Null unless the plan is READY.',
  })
  fingerprint(
    @Root() { id, status }: ImportPlan,
    @Arg('expiresAt', () => Date, {
      nullable: true,
      description: 'Until when executeImport accepts it. Without a time, it does not expire.',
    })
    expiresAt: Date | null | undefined,
    @Ctx() { session }: RequestContext,
  ): Promise<string | null> | null {
    if (status !== 'READY') return null;
    const call = { planId: id, expiresAt: expiresAt?.toISOString() ?? null };
    return this.workers.callHeavy(planFingerprintCall, call, session.actor.id);
  }
}
