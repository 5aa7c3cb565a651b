/**
 * The EXECUTE_IMPORT task executes a plan in one transaction:
 * 1. checking: the branch and the rights must not have changed in a way that matters; derive the plan again if needed;
 * 2. merging: write the items to the branch (`mergeItems`), delete what is no longer in the file (`deleteMirrored`), compare the counts with the plan, extend the container, restrict
 * readers, remember new names and replacements;
 * 3. reporting: write the result, the error report and the end of the task.
 * The branch has all of the import and the task is completed, or neither.
 */
import { sql } from '../../../database/worker.js';
import { AppError } from '../../../shared/appError.js';
import type { Problem } from '../../../shared/problem.js';
import type { TaskContext, TaskCounts, TaskHandler } from '../../tasks/worker.js';
import { changeBranch } from '../../projects/worker.js';
import { derivePlan } from '../plan/derivePlan.js';
import { holdRestricted } from '../plan/restrictedResources.js';
import type { Importer } from '../tables/importRights.js';
import type { ImportCounts, ImportStrategy } from '../tables/importStates.js';
import { extendScope } from './extendScope.js';
import { movePlan, planToChange, tryMovePlan, type PlanRow } from '../tables/planRows.js';
import { rememberChoices } from '../remembering/rememberChoices.js';
import { writeImportResult } from '../reporting/importResult.js';
import { writeFailures } from '../reporting/writeFailures.js';
import { changedResources, actAndCompare, newDeletions, unresolvedItems } from './checkExecution.call.js';
import { refuseOtherPlan } from '../sealing/refuseOtherPlan.js';
import { checkedCounts, checkEdges } from './checkMerge.js';
import { deleteMirrored } from './deleteMirrored.js';
import { mergeItems } from './mergeItems.js';

/** The input of an EXECUTE_IMPORT task. */
export interface ExecutionInput {
  strategy: ImportStrategy;
  /** The executing user and their rights. Absent in tasks that are older than access control. */
  importer?: Importer;
  /** The task that the file was uploaded for; for the audit log. */
  sourceTaskId: string | null;
  /** That of the plan that was approved; absent if any plan may be executed. */
  expectedFingerprint?: string;
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
      const changed = plan.isCurrent ? [] : await changedResources(context, plan);
      const isStale = importer !== undefined && (await actAndCompare(context, plan, importer));
      if (isStale || !plan.isCurrent) changed.push(...(await newDeletions(context, { ...plan, ...importer })));
      refuseChanged(changed);
      const current = isStale || !plan.isCurrent ? await derivePlan(context, plan.id) : plan;
      await refuseUnapproved(context, current);
      const planned = await readCounts(context, plan);
      if (strategy === 'ON_ERROR_FAIL' && planned.collision + planned.blocked > 0) {
        throw await noLongerExecutable(context, { ...plan, ...importer });
      }
      context.enterStage('merging');
      context.count({ totalCount: planned.total });
      await changeBranch(context.connection, plan.branchId);
      const merged = await mergeItems(context, plan, planned);
      const deleted = planned.delete > 0 ? await deleteMirrored(context, plan) : 0;
      const counts = checkedCounts(planned, { ...merged, deleted });
      // Before the container is extended, which makes a change that the plan does not count.
      await checkEdges(context, plan);
      await extendScope(context, current);
      await makePrivate(context, current);
      await rememberChoices(context, current);
      await holdRestricted(context, current);
      context.enterStage('reporting');
      await finish(context, plan, counts);
    });
    await context.connection.analyze(['resource', 'resource_revision']);
    return undefined;
  },
  onUnsuccessfulEnd: async ({ connection }, { planId }) => {
    if (planId === null) return;
    await tryMovePlan(connection, planId, { status: 'READY' });
  },
  tidyUp: async (context, { planId }) => {
    // The branch may have changed: the plan must show it as it is now.
    if (planId !== null) await derivePlan(context, planId);
  },
};

function refuseChanged(changed: readonly Problem[]): void {
  if (changed.length > 0)
    throw AppError.badInput(`${changed.map(({ message }) => message).join(' ')} Nothing was imported.`);
}

/** The branch may have changed between the check and this transaction. */
async function refuseUnapproved(context: ExecutionContext, plan: PlanRow): Promise<void> {
  const { expectedFingerprint } = context.task.input;
  if (expectedFingerprint === undefined) return;
  const { problems } = await refuseOtherPlan(context, plan, expectedFingerprint);
  if (problems.length > 0)
    throw AppError.badInput(`${problems.map(({ message }) => message).join(' ')} Nothing was imported.`);
}

/** Prerequisites may have been deleted from the branch since the plan was derived. */
async function noLongerExecutable(context: ExecutionContext, plan: PlanRow): Promise<AppError> {
  const reasons = (await unresolvedItems(context, plan)).map(({ message }) => message);
  return AppError.badInput(
    `The branch, or what you may use of it, has changed since the plan was derived. ${reasons.join(' ')} Nothing was imported.`,
  );
}

async function readCounts({ connection }: ExecutionContext, plan: PlanRow): Promise<ImportCounts> {
  const row = await connection.get<{ counts: string }>(sql`SELECT counts FROM import_plan WHERE id = ${plan.id}`);
  return JSON.parse(row?.counts ?? '{}') as ImportCounts;
}

async function finish(context: ExecutionContext, plan: PlanRow, counts: TaskCounts): Promise<void> {
  await writeImportResult(context, plan);
  const hasFailures = counts.failedCount > 0;
  if (hasFailures) await writeFailures(context, plan, sql`i.action IN ('COLLISION', 'BLOCKED')`);
  await movePlan(context.connection, plan.id, { status: 'EXECUTED', updatedAt: context.clock.now() });
  await context.checkpoint();
  await context.end({ status: hasFailures ? 'COMPLETED_WITH_ERRORS' : 'COMPLETED', counts });
}

/** Makes the importing user the only reader of the created resources, inside the caller's transaction. */
export async function makePrivate({ connection, clock }: TaskContext, plan: PlanRow): Promise<void> {
  if (plan.options.isPrivate !== true || plan.principalId === null) return;
  const made = sql`FROM import_item i WHERE i.plan_no = ${plan.no} AND i.action = 'CREATE'`;
  await connection.run(
    sql`INSERT INTO resource_restriction (resource_id, created_at) SELECT i.resource_id, ${clock.now()} ${made}`,
  );
  await connection.run(
    sql`INSERT INTO resource_reader (resource_id, principal_id, tenants) SELECT i.resource_id, ${plan.principalId}, NULL ${made}`,
  );
}
