/**
 * Derives what each item of a plan comes to, from what the file says, what the person chose and what the branch holds now.
 * It starts from these alone each time, so that the order of choices never matters. Set-based: the database walks the items;
 * only the few whose spec names something that is renamed come through this process.
 */
import type { WorkerContext } from '../../workers/index.js';
import { readPlan, type PlanRow } from '../planRows.js';
import { deriveActions } from './deriveActions.js';
import { blockDeletions } from './deriveDeletions.js';
import { deriveNames } from './deriveNames.js';
import { blockWhatLacksSomething } from './deriveDependencies.js';
import { summarizePlan } from './summarizePlan.js';
import { deriveContents } from './deriveContents.js';

/** Called inside a transaction. */
export async function derivePlan(context: WorkerContext, planId: string): Promise<PlanRow> {
  const plan = await readPlan(context.connection, planId);
  if (!plan) throw new Error(`No plan ${planId}`);
  await deriveNames(context, plan);
  await deriveContents(context, plan);
  await deriveActions(context, plan);
  await blockDeletions(context, plan);
  await blockWhatLacksSomething(context, plan);
  await summarizePlan(context, plan);
  return plan;
}
