import { sql } from '../../../database/worker.js';
import type { Actor } from '../../../shared/actor.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { recordAudit } from '../../audit/worker.js';
import type { WorkerCall, WorkerContext } from '../../workers/index.js';
import { busyPlan, unknownPlan } from '../tables/planNotReady.js';
import type { ImportStrategy } from '../tables/importStates.js';
import { hasRestrictions } from '../tables/unseenBy.js';
import type { Importer } from '../tables/importRights.js';
import { unlistedDeletions } from '../plan/deletionCandidates.js';
import { derivePlan, hasBlockedItems } from '../plan/derivePlan.js';
import { existingJoin } from '../plan/itemOnBranch.sql.js';
import { itemWindows } from '../tables/itemRows.js';
import { planToChange, readPlan, type PlanRow, updatePlan } from '../tables/planRows.js';
import { refuseExpired, refuseOtherPlan } from '../sealing/refuseOtherPlan.js';
import { itemProblems } from '../reporting/itemProblems.js';
import type { SqlConnection } from '../../../database/index.js';

/** Maximum number of items that are reported one by one; one more problem gives the number of the others. */
const maxNamed = 100;

interface ExecutionOrder {
  planId: string;
  strategy: ImportStrategy;
  importer: Importer;
  /** That of the plan that was approved; null if any plan may be executed. */
  expectedFingerprint: string | null;
  /** Who asks, for the audit log. */
  actor: Actor;
}

/** Sets the importing user of a plan to the executing user. Returns true if the plan may change under their current rights. */
export async function actAndCompare(
  context: Pick<WorkerContext, 'connection'>,
  plan: PlanRow,
  importer: Importer,
): Promise<boolean> {
  const { connection } = context;
  if (await actAs(connection, plan, importer)) return true;
  // Items that were blocked by missing rights may be allowed now.
  return (await hasRestrictions(connection, plan)) || (await hasBlockedItems(context, plan));
}

/**
 * The problems that prevent the execution of a plan, before a task is created. If the branch has changed since the plan was
 * derived, the changed resources are reported and the plan is derived again, so that it shows the current branch and nothing is
 * refused for outdated reasons. It is also derived again if another user staged it: the rights of the executing user count.
 */
export const checkExecutionCall: WorkerCall<ExecutionOrder, Problem[]> = {
  name: 'importing.checkExecution',
  run: (context, { planId, strategy, importer, expectedFingerprint, actor }) =>
    context.connection.transaction(async () => {
      const plan = await planToChange(context.connection, planId);
      if (!plan) return [unknownPlan()];
      if (plan.status !== 'READY') return [await busyPlan(context, plan)];
      const changed = plan.isCurrent ? [] : await changedResources(context, plan);
      const isStale = await actAndCompare(context, plan, importer);
      if (isStale || !plan.isCurrent) changed.push(...(await newDeletions(context, { ...plan, ...importer })));
      if (isStale || !plan.isCurrent) await derivePlan(context, planId);
      if (changed.length > 0) return changed;
      const current = (await readPlan(context.connection, planId)) ?? plan;
      const other = await otherPlan(context, current, { expectedFingerprint, actor });
      if (other.length > 0 || strategy === 'ON_ERROR_CONTINUE') return other;
      return unresolvedItems(context, { ...plan, ...importer });
    }),
};

/** Compares a plan with the approved one. A refusal is an event of the audit log, with both fingerprints. */
async function otherPlan(
  context: WorkerContext,
  plan: PlanRow,
  { expectedFingerprint, actor }: Pick<ExecutionOrder, 'expectedFingerprint' | 'actor'>,
): Promise<Problem[]> {
  if (expectedFingerprint === null) return [];
  const { problems: differences, fingerprint } = await refuseOtherPlan(context, plan, expectedFingerprint);
  const problems = [...refuseExpired(expectedFingerprint, context.clock.now()), ...differences];
  if (problems.length === 0) return [];
  const error = problems.map(({ message }) => message).join(' ');
  await recordAudit(context.connection, {
    ...{ at: context.clock.now(), action: 'IMPORT', actor, projectId: plan.targetProjectId, subjectId: plan.id },
    ...{
      outcome: 'FAILED',
      detail: { branchId: plan.branchId, planId: plan.id, fingerprint, expectedFingerprint, error },
    },
  });
  return problems;
}

/**
 * Resources under the names of items that were created, deleted or changed since the plan was derived: one problem each. For a
 * deselected item only existence counts, because other items may depend on it.
 */
export async function changedResources({ connection, kinds }: WorkerContext, plan: PlanRow): Promise<Problem[]> {
  const rows = await connection.all<{ kind: string; name: string; id: string | null; was: string | null }>(
    sql`SELECT i.kind, i.effective_name AS name, r.id, i.existing_id AS was
     FROM import_item i ${existingJoin(plan.branchId)}
     WHERE i.plan_no = ${plan.no}
       AND (i.existing_id IS DISTINCT FROM r.id OR i.is_selected AND i.existing_revision IS DISTINCT FROM r.revision)
     ORDER BY i.ordinal`,
  );
  const named = rows.slice(0, maxNamed).map(({ kind, name, id, was }) => {
    const happened = was === null ? 'was created' : id === null ? 'was deleted' : 'was changed';
    return errorProblem(
      'TARGET_CHANGED',
      `The ${kinds.get(kind).title} "${name}" ${happened} on the branch after the plan was derived.`,
      {
        path: ['input', 'planId'],
        kind,
        name,
        ...(id === null ? {} : { resourceId: id }),
        fix: 'The plan was derived again: review it, then execute it again.',
      },
    );
  });
  return withRest(named, rows.length - named.length, 'TARGET_CHANGED');
}

/** Resources that the plan would delete and did not show: nobody has agreed to that. */
export async function newDeletions(context: WorkerContext, plan: PlanRow): Promise<Problem[]> {
  const rows = await unlistedDeletions(context, plan);
  const named = rows.slice(0, maxNamed).map(({ kind, name, id }) =>
    errorProblem(
      'TARGET_CHANGED',
      `The import would also delete the ${context.kinds.find(kind)?.title ?? kind} "${name}", which the plan did not show.`,
      {
        ...{ path: ['input', 'planId'], kind, name, resourceId: id },
        fix: 'The plan was derived again: review it, then execute it again.',
      },
    ),
  );
  return withRest(named, rows.length - named.length, 'TARGET_CHANGED');
}

/** Selected items that cannot be imported: one problem each, with the reasons. */
export async function unresolvedItems(context: WorkerContext, plan: PlanRow): Promise<Problem[]> {
  const problems: Problem[] = [];
  let count = 0;
  const where = sql`i.is_selected AND i.action IN ('COLLISION', 'BLOCKED')`;
  for await (const items of itemWindows(context.connection, plan.no, { where })) {
    const ofItems = count < maxNamed ? await itemProblems(context, { plan, viewer: 'IMPORTER' }, items) : [];
    for (const [index, item] of items.entries()) {
      count += 1;
      if (count > maxNamed) continue;
      const errors = (ofItems[index] ?? []).filter(({ severity }) => severity === 'ERROR');
      const reasons = errors.map(({ message }) => message);
      const message = `"${item.name}" ${item.action === 'COLLISION' ? 'has a collision' : item.ordinal < 0 ? 'is not deleted' : 'is blocked'}: ${reasons.join(' ')}`;
      const place = item.ordinal < 0 ? {} : { line: item.line };
      const about = { path: ['input', 'planId'], kind: item.kind, name: item.name, ...place };
      problems.push(errorProblem('PLAN_NOT_EXECUTABLE', message, { ...about, fix: waysOut(errors) }));
    }
  }
  return withRest(problems, count - problems.length, 'PLAN_NOT_EXECUTABLE');
}

/** The fix of the first error, then what is always possible. */
function waysOut([first]: readonly Problem[]): string {
  const always = 'Leave it out, or use ON_ERROR_CONTINUE to import the others.';
  return first?.fix === undefined
    ? always
    : `${first.fix} Otherwise, ${always.charAt(0).toLowerCase()}${always.slice(1)}`;
}

function withRest(problems: Problem[], rest: number, code: 'TARGET_CHANGED' | 'PLAN_NOT_EXECUTABLE'): Problem[] {
  if (rest <= 0) return problems;
  return [
    ...problems,
    errorProblem(code, `And ${rest} more; the items of the plan show them all.`, { path: ['input', 'planId'] }),
  ];
}

/**
 * Sets the importing user of a plan, inside the caller's transaction. Returns true if the user or their rights differ from
 * before, so that the plan must be derived again.
 */
export async function actAs(
  connection: SqlConnection,
  plan: PlanRow,
  { principalId, rights }: Importer,
): Promise<boolean> {
  const text = JSON.stringify(rights);
  if (plan.principalId === principalId && JSON.stringify(plan.rights) === text) return false;
  await updatePlan(connection, plan.id, { principalId, rights });
  return true;
}
