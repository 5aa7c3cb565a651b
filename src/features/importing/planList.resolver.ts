/** Import plans in lists, and from the tasks that work on them. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  orderedPage,
  orderedPageRequest,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import { listOrder } from '../../shared/listOrder.js';
import { readerIdsIn } from '../../shared/session.js';
import { Branch, type ProjectRepository } from '../projects/index.js';
import { Task } from '../tasks/index.js';
import { ImportPlansArgs } from './import.inputs.js';
import type { ImportRepository } from './tables/import.repository.js';
import { ImportPlanConnection } from './import.type.js';
import { ImportPlan } from './tables/importPlan.entity.js';
import { planSortKeys, type PlanListRepository } from './tables/planList.repository.js';

/** The request context with the check of which plans the caller may see. */
export interface PlanContext extends RequestContext {
  /** For each plan, whether the caller may see it. The caller must be able to see their projects. */
  seesPlans: (plans: readonly { id: string; principalId: string | null; projectId: string }[]) => Promise<boolean[]>;
}

@Resolver(() => Branch)
export class BranchPlansResolver {
  constructor(
    private readonly plans: PlanListRepository,
    private readonly projects: ProjectRepository,
  ) {}

  @Query(() => ImportPlanConnection, {
    name: 'importPlans',
    nullable: true,
    description:
      'The import plans of a branch that you may see, newest first by default. Null if the branch does not exist.',
  })
  async list(
    @Arg('branchId', () => ID, { description: 'The branch.' }) branchId: string,
    @Args(() => ImportPlansArgs) args: ImportPlansArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ImportPlan> | null> {
    const branch = await this.projects.branchById(branchId);
    return branch && this.importPlans(branch, args, context);
  }

  @FieldResolver(() => ImportPlanConnection, {
    description: 'The import plans of the branch that you may see, newest first by default.',
  })
  async importPlans(
    @Root() { id: branchId, projectId }: Branch,
    @Args(() => ImportPlansArgs) args: ImportPlansArgs,
    @Ctx() { loaders, session }: RequestContext,
  ): Promise<Connection<ImportPlan>> {
    const usual = { field: 'CREATED_AT', direction: 'DESC' } as const;
    const request = orderedPageRequest(args, listOrder(planSortKeys, args.orderBy, usual));
    const principalIds = readerIdsIn(session, projectId);
    const reader = principalIds && { ownId: session.actor.id, principalIds };
    const list = { branchId, statuses: args.statuses ?? null, reader };
    const rows = await loaders.load(this.plans.pagesOf, { ...list, request });
    return toConnection(
      orderedPage(rows ?? [], request, async () => (await loaders.load(this.plans.countsOf, list)) ?? 0),
    );
  }
}

@Resolver(() => Task)
export class TaskPlanResolver {
  constructor(private readonly imports: ImportRepository) {}

  @FieldResolver(() => ImportPlan, {
    nullable: true,
    description:
      'The import plan of the task. Null for an export, and if the plan no longer exists or you may not see it.',
  })
  async importPlan(@Root() { planId, projectId }: Task, @Ctx() context: PlanContext): Promise<ImportPlan | null> {
    const plan = planId === null ? null : await context.loaders.load(this.imports.plansByIds, planId);
    if (!plan || projectId === null) return null;
    const { id, principalId } = plan;
    return (await context.loaders.load(context.seesPlans, { id, principalId, projectId })) === true ? plan : null;
  }
}
