/**
 * Derives what each item of a plan comes to, from what the file says, what the person chose and what the branch holds now.
 * It starts from these alone each time, so that the order of choices never matters. Set-based: the database walks the items;
 * only the few whose spec names something that is renamed come through this process.
 */
import type { WorkerContext } from '../../workers/index.js';
import { readPlan, type PlanRow } from '../tables/planRows.js';
import { deriveActions } from './deriveActions.js';
import { blockDeletions } from './deriveDeletions.js';
import { deriveNames } from './deriveNames.js';
import { blockWhatLacksSomething } from './deriveDependencies.js';
import { forgetTakenTexts, markTakenTexts } from './markTakenTexts.js';
import { summarizePlan } from './summarizePlan.js';
import { PlanNeeds } from '../needs/planNeeds.js';
import { blockForbidden } from './blockForbidden.js';
import { blockNeedyItems, findNeedyItems } from './deriveNeeds.js';
import { blockWithoutContainer, deriveTargets } from './deriveTargets.js';
import { deriveContents } from './deriveContents.js';
import { holdRestricted } from './holdRestricted.js';

/** Called inside a transaction. */
export async function derivePlan(context: WorkerContext, planId: string): Promise<PlanRow> {
  const plan = await readPlan(context.connection, planId);
  if (!plan) throw new Error(`No plan ${planId}`);
  await deriveNames(context, plan);
  const needs = await PlanNeeds.of(context, plan);
  await deriveTargets(context, plan, needs.container);
  const needyItems = await findNeedyItems(context, plan, needs);
  await deriveContents(context, plan, { needs, pruned: needyItems.pruned });
  await deriveActions(context, plan);
  await blockForbidden(context, plan);
  await blockDeletions(context, plan);
  await blockWithoutContainer(context, plan, needs.container);
  await blockNeedyItems(context, plan, needyItems);
  await blockWhatCantBe(context, plan);
  await summarizePlan(context, plan);
  await holdRestricted(context, plan);
  return plan;
}

/** What is blocked leaves what it would have replaced as it is, with its texts; what has one of these is not imported in turn. */
async function blockWhatCantBe(context: WorkerContext, plan: PlanRow): Promise<void> {
  if ((plan.options.uniqueKinds ?? []).length === 0) return blockWhatLacksSomething(context, plan);
  await forgetTakenTexts(context, plan);
  let marked = await markTakenTexts(context, plan);
  do {
    await blockWhatLacksSomething(context, plan);
    if (marked === 0 && !(await hasBlockedItems(context, plan))) return;
    marked = await markTakenTexts(context, plan);
  } while (marked > 0);
}

/** Whether anything of a plan can't be imported. */
export async function hasBlockedItems(
  { connection }: Pick<WorkerContext, 'connection'>,
  plan: PlanRow,
): Promise<boolean> {
  const blocked = await connection.get(
    `SELECT 1 FROM import_item WHERE plan_no = :planNo AND action = 'BLOCKED' LIMIT 1`,
    { planNo: plan.no },
  );
  return blocked !== undefined;
}
