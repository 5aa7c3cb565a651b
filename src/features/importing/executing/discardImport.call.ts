import { type SqlConnection, sql } from '../../../database/worker.js';
import type { Actor } from '../../../shared/actor.js';
import type { Problem } from '../../../shared/problem.js';
import { recordAudit } from '../../audit/worker.js';
import type { WorkerCall } from '../../workers/index.js';
import { busyPlan, unknownPlan } from '../tables/planNotReady.js';
import { canPlanBecome } from '../tables/importStates.js';
import { movePlan, planToChange, readPlan, type PlanRow } from '../tables/planRows.js';
import { clearStaging } from '../staging/clearStaging.js';

interface Discard {
  planId: string;
  actor: Actor;
  /** Whether the staging task of the plan was cancelled for this call. */
  isCancelled: boolean;
}

/** Discards a plan and deletes its staged items. The uploaded file and the tasks are kept. */
export const discardImportCall: WorkerCall<Discard, Problem[]> = {
  name: 'importing.discard',
  run: async (context, { planId, actor, isCancelled }) => {
    const { connection, clock } = context;
    const problems = await connection.transaction(async () => {
      const plan = await planToChange(connection, planId);
      if (!plan) return [unknownPlan()];
      // The end of the cancelled staging task may already have discarded the plan.
      const isGivenUp = isCancelled && plan.status === 'DISCARDED';
      if (!isGivenUp && !canPlanBecome(plan.status, 'DISCARDED')) return [await busyPlan(context, plan)];
      if (!isGivenUp) await movePlan(connection, planId, { status: 'DISCARDED', updatedAt: clock.now() });
      await recordAudit(connection, {
        ...{ at: clock.now(), action: 'DISCARD', actor, projectId: plan.targetProjectId, subjectId: planId },
        ...{ outcome: 'SUCCEEDED', detail: { branchId: plan.branchId, fileName: await fileNameOf(connection, plan) } },
      });
      return [];
    });
    if (problems.length > 0) return problems;
    const plan = await readPlan(connection, planId);
    if (plan) await clearStaging(connection, plan.no);
    return [];
  },
};

async function fileNameOf(connection: SqlConnection, { sourceFileId }: PlanRow): Promise<string | null> {
  const file = await connection.get<{ name: string }>(sql`SELECT name FROM stored_file WHERE id = ${sourceFileId}`);
  return file?.name ?? null;
}
