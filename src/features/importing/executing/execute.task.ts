/**
 * Carries a plan out: everything that it comes to, with the task's own end, in one transaction. Either the branch holds all of it
 * and the task says so, or neither.
 */
import { AppError } from '../../../shared/appError.js';
import type { TaskContext, TaskCounts, TaskHandler } from '../../tasks/worker.js';
import { changeBranch } from '../../projects/worker.js';
import { derivePlan } from '../plan/derivePlan.js';
import { holdRestricted } from '../plan/holdRestricted.js';
import type { Importer } from '../tables/importRights.js';
import type { ImportCounts, ImportStrategy } from '../tables/importStates.js';
import { extendScope } from '../needs/extendScope.js';
import { movePlan, planToChange, tryMovePlan, type PlanRow } from '../tables/planRows.js';
import { writeImportResult } from '../reporting/importResult.js';
import { writeFailures } from '../reporting/writeFailures.js';
import { changedTargets, mayDiffer, unresolvedItems } from './checkExecution.call.js';
import { checkedCounts, checkEdges } from './checkMerge.js';
import { makePrivate } from './makePrivate.js';
import { mergeItems } from './mergeItems.js';

/** What the task of an execution is started with. */
export interface ExecutionInput {
  strategy: ImportStrategy;
  /** Who executes it, and what they may see. Absent in tasks from before there were principals. */
  importer?: Importer;
  /** The task that exported the file, when it was this server's; for the audit log. */
  sourceTaskId: string | null;
}

type ExecutionContext = TaskContext<ExecutionInput>;

export const executeImportTask: TaskHandler<ExecutionInput> = {
  type: 'EXECUTE_IMPORT',
  run: async (context) => {
    const { strategy, importer } = context.task.input;
    await context.connection.transaction(async () => {
      context.enterStage('checking');
      const plan = await planToChange(context.connection, context.task.planId ?? '');
      if (!plan) throw AppError.notFound('The plan of this task');
      if (!plan.isCurrent) await refuseChangedTargets(context, plan);
      const isStale = importer !== undefined && (await mayDiffer(context, plan, importer));
      const current = isStale || !plan.isCurrent ? await derivePlan(context, plan.id) : plan;
      const planned = await countActions(context, plan);
      if (strategy === 'ON_ERROR_FAIL' && planned.collision + planned.blocked > 0) {
        throw await noLongerExecutable(context, { ...plan, ...importer });
      }
      context.enterStage('merging');
      context.count({ totalCount: planned.total });
      await changeBranch(context.connection, plan.branchId);
      const merged = await mergeItems(context, plan, planned);
      const counts = checkedCounts(planned, merged);
      await checkEdges(context, plan);
      await extendScope(context, current);
      await makePrivate(context, current);
      await holdRestricted(context, current);
      context.enterStage('reporting');
      await finish(context, plan, counts);
    });
    await context.connection.analyze(['resource', 'resource_revision']);
    return undefined;
  },
  whenNotDone: async ({ connection }, { planId }) => {
    if (planId === null) return;
    await tryMovePlan(connection, planId, { status: 'READY' });
  },
  tidyUp: async (context, { planId }) => {
    // What the plan rests on may be what went wrong: show the branch as it is now.
    if (planId !== null) await derivePlan(context, planId);
  },
};

async function refuseChangedTargets(context: ExecutionContext, plan: PlanRow): Promise<void> {
  const changed = await changedTargets(context, plan);
  if (changed.length > 0)
    throw AppError.badInput(`${changed.map(({ message }) => message).join(' ')} Nothing was imported.`);
}

/** What the plan names without holding it may have gone from the branch since it was looked at. */
async function noLongerExecutable(context: ExecutionContext, plan: PlanRow): Promise<AppError> {
  const reasons = (await unresolvedItems(context, plan)).map(({ message }) => message);
  return AppError.badInput(
    `The branch, or what you may use of it, has changed since the plan was derived. ${reasons.join(' ')} Nothing was imported.`,
  );
}

async function countActions({ connection }: ExecutionContext, plan: PlanRow): Promise<ImportCounts> {
  const row = await connection.get<{ counts: string }>('SELECT counts FROM import_plan WHERE id = :id', {
    id: plan.id,
  });
  return JSON.parse(row?.counts ?? '{}') as ImportCounts;
}

async function finish(context: ExecutionContext, plan: PlanRow, counts: TaskCounts): Promise<void> {
  await writeImportResult(context, plan);
  const hasFailures = counts.failedCount > 0;
  if (hasFailures) await writeFailures(context, plan, `i.action IN ('COLLISION', 'BLOCKED')`);
  await movePlan(context.connection, plan.id, { status: 'EXECUTED', updatedAt: context.clock.now() });
  await context.checkpoint();
  await context.end({ status: hasFailures ? 'COMPLETED_WITH_ERRORS' : 'COMPLETED', counts });
}
