/**
 * Derives the planned action of each item from the file, the choices of the user and the current branch. Each derivation starts
 * from these alone, so the order of choices does not matter. Set-based: the database computes most items; only items whose
 * content differs from the file are read by this process.
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

/**
 * Derives the plan inside the caller's transaction. The steps:
 * 1. names on the branch, container, requirements on targets;
 * 2. contents after renames, replacements and merges;
 * 3. actions from what the branch has under each name (`deriveActions`);
 * 4. blocked items: forbidden, removed parts, missing container, unmet requirements, missing dependencies, unique texts;
 * 5. counts, and which restricted resources the plan contains.
 */
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

/**
 * A blocked item leaves the resource that it would have updated unchanged, with its unique texts. These may collide with other
 * items, which may block further ones: repeats until nothing changes.
 */
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

/** Whether any item of a plan is blocked. */
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
