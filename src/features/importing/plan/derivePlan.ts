/**
 * Derives the planned action of each item from the file, the choices of the user, the current branch with its project, and the rights of
 * the importing user. Each derivation starts from these alone, so the order of choices does not matter. Set-based: the database computes
 * most items. This process reads only specs whose content differs from the file, or that have requirements of their own.
 */
import { sql } from '../../../database/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { readPlan, type PlanRow } from '../tables/planRows.js';
import { deriveActions } from './deriveActions.js';
import { blockDeletions } from './blockDeletions.js';
import { deriveNames } from './deriveNames.js';
import { blockMissingDependencies } from './blockMissingDependencies.js';
import { forgetTakenTexts, markTakenTexts } from './markTakenTexts.js';
import { summarizePlan } from './summarizePlan.js';
import { PlanPrerequisites } from '../prerequisites/planPrerequisites.js';
import { blockForbidden, holdRestricted } from './restrictedResources.js';
import { blockUnmetPrerequisites, findUnmetPrerequisites } from './unmetPrerequisites.js';
import { blockLostContainer, deriveContainers } from './deriveContainers.js';
import { deriveContents } from './deriveContents.js';
import { deriveDeletions } from './deriveDeletions.js';

/**
 * Derives the plan inside the caller's transaction, in an order in which no step reads a column that a later one writes:
 * 1. `deriveNames`: the name of each item on the branch, by which every other step finds the branch's resources.
 * 2. `deriveContainers`: the container of each item; "same content" and codes that are taken depend on it.
 * 3. `findUnmetPrerequisites`: versions, tenants and rights that are missing; some versions are removed from the contents.
 * 4. `deriveContents`: the content after renames, replacements and overlays.
 * 5. `deriveActions`: compares names and contents with the branch, and overwrites action, reason and warning of every item.
 * 6. The blockers, which may only follow: forbidden resources, removed parts, a lost container (unless the item is blocked), unmet
 *    prerequisites; then unique texts and missing dependencies, until nothing changes.
 * 7. Deletions, which depend on what the items will do.
 * 8. Counts, the version of the branch that makes the plan current, and which restricted resources the plan contains.
 */
export async function derivePlan(context: WorkerContext, planId: string): Promise<PlanRow> {
  const plan = await readPlan(context.connection, planId);
  if (!plan) throw new Error(`No plan ${planId}`);
  await deriveNames(context, plan);
  const prerequisites = await PlanPrerequisites.of(context, plan);
  await deriveContainers(context, plan, prerequisites.container);
  const unmetItems = await findUnmetPrerequisites(context, plan, prerequisites);
  await deriveContents(context, plan, { prerequisites, pruned: unmetItems.pruned });
  await deriveActions(context, plan);
  await blockForbidden(context, plan);
  await blockDeletions(context, plan);
  await blockLostContainer(context, plan, prerequisites.container);
  await blockUnmetPrerequisites(context, plan, unmetItems);
  await blockUntilStable(context, plan);
  await deriveDeletions(context, plan);
  await summarizePlan(context, plan);
  await holdRestricted(context, plan);
  return plan;
}

/**
 * A blocked item leaves the resource that it would have updated unchanged, with its unique texts. These may collide with other
 * items, which may block further ones: repeats until nothing changes.
 */
async function blockUntilStable(context: WorkerContext, plan: PlanRow): Promise<void> {
  if ((plan.fileFacts.uniqueKinds ?? []).length === 0) return blockMissingDependencies(context, plan);
  await forgetTakenTexts(context, plan);
  let marked = await markTakenTexts(context, plan);
  do {
    await blockMissingDependencies(context, plan);
    if (marked === 0 && !(await hasBlockedItems(context, plan))) return;
    marked = await markTakenTexts(context, plan);
  } while (marked > 0);
}

/** The condition of the index `import_item_unfit`, which names such items alone. */
const isUnfit = sql`(is_selected = FALSE OR action IN ('BLOCKED', 'COLLISION'))`;

/** Whether any item of a plan is blocked. */
export async function hasBlockedItems(
  { connection }: Pick<WorkerContext, 'connection'>,
  plan: PlanRow,
): Promise<boolean> {
  const blocked = await connection.get(
    sql`SELECT 1 FROM import_item WHERE plan_no = ${plan.no} AND action = 'BLOCKED' AND ${isUnfit} LIMIT 1`,
  );
  return blocked !== undefined;
}
