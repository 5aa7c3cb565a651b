/** Problems of calls that the state of a plan does not allow. */
import { sql } from '../../../database/worker.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from './planRows.js';

export function unknownPlan(): Problem {
  return errorProblem('NOT_FOUND', 'There is no import plan with this id.', { path: ['input', 'planId'] });
}

/** Like `planNotReady`; reads the current task of the plan first. */
export async function busyPlan({ connection }: WorkerContext, plan: PlanRow): Promise<Problem> {
  const tasks = await connection.get<{ stageTaskId: string; executeTaskId: string | null }>(
    sql`SELECT stage_task_id, execute_task_id FROM import_plan WHERE id = ${plan.id}`,
  );
  return planNotReady({ ...tasks, status: plan.status });
}

/** PLAN_NOT_READY: the plan cannot be changed or executed in its state. Names the task that works on it. */
export function planNotReady(
  plan: Pick<PlanRow, 'status'> & { stageTaskId?: string; executeTaskId?: string | null },
): Problem {
  const why: Readonly<Record<PlanRow['status'], string>> = {
    STAGING: 'The file is still being read; wait until the plan is READY.',
    READY: 'The plan is ready.',
    EXECUTING: 'The plan is being executed.',
    EXECUTED: 'The plan was already executed.',
    FAILED: 'The file could not be read.',
    DISCARDED: 'The plan was discarded.',
  };
  const fix = fixOf(plan);
  return errorProblem('PLAN_NOT_READY', why[plan.status], { path: ['input', 'planId'], ...(fix !== null && { fix }) });
}

function fixOf({ status, stageTaskId, executeTaskId }: Parameters<typeof planNotReady>[0]): string | null {
  if (status === 'FAILED') return 'The problems of the plan give the reasons.';
  if (status === 'STAGING' && stageTaskId !== undefined) return `Wait until task ${stageTaskId} has ended.`;
  if (status === 'EXECUTING' && executeTaskId) return `Wait until task ${executeTaskId} has ended.`;
  if (status === 'EXECUTED' && executeTaskId) return `See task ${executeTaskId}, which executed it.`;
  return null;
}
