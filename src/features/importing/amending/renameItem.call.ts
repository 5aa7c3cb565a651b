import { sql } from '../../../database/worker.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { validateName } from '../../kinds/worker.js';
import { leavesParent, parentKept } from '../../records/worker.js';
import type { WorkerCall, WorkerContext } from '../../workers/index.js';
import { changeItems } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';
import { notAnItem } from './amendItems.call.js';
import { amendPlan } from './amendPlan.js';

interface ItemRename {
  planId: string;
  ordinal: number;
  name: string;
}

/**
 * Renames an item; references to it in the plan follow. The name in the file undoes the renaming. While the item updates a
 * reference of the branch, the new name is stored but not used; it is used if the item is later imported as a copy, so the
 * order of choices does not matter.
 */
export const renameItemCall: WorkerCall<ItemRename, Problem[]> = {
  name: 'importing.rename',
  run: (context, rename) =>
    amendPlan(context, rename.planId, (plan, touch) => renameItem(context, plan, { ...rename, touch })),
};

interface RenamedItem {
  kind: string;
  name: string;
  originChain: string | null;
  isBuiltIn: boolean;
}

async function renameItem(
  context: WorkerContext,
  plan: PlanRow,
  { ordinal, name, touch }: ItemRename & { touch: (ordinals: readonly number[]) => Promise<void> },
): Promise<Problem[]> {
  const { connection, kinds } = context;
  const item = await connection.get<RenamedItem>(
    sql`SELECT kind, name, origin_chain, is_built_in FROM import_item
     WHERE plan_no = ${plan.no} AND ordinal = ${ordinal}`,
  );
  if (!item) return [notAnItem(`${plan.id}.${ordinal}`, ['input', 'itemId'])];
  const refusal = refuseRename(item, ordinal);
  if (refusal) return [refusal];
  const kind = kinds.find(item.kind);
  const path = ['input', 'name'];
  const faults = kind ? validateName(kind, name) : [];
  if (faults.length > 0) return faults.map((problem) => ({ ...problem, path, name: item.name }));
  if (kind && leavesParent(kind, item.name, name)) return [parentKept(item.name, path)];
  const newName = name === item.name ? null : name;
  await touch([ordinal]);
  await changeItems({ connection, planNo: plan.no }, [ordinal], { newName });
  return [];
}

function refuseRename(item: RenamedItem, ordinal: number): Problem | undefined {
  if (ordinal < 0) {
    const message = `"${item.name}" is not in the file: the import deletes it, so it has no new name.`;
    const fix = 'Deselect the deletion to keep the resource, and rename the resource.';
    const about = { kind: item.kind, name: item.name };
    return errorProblem('RENAME_NOT_ALLOWED', message, { path: ['input', 'itemId'], ...about, fix });
  }
  if (item.isBuiltIn) {
    const message = `"${item.name}" is built in: every project has it under this name.`;
    return errorProblem('RENAME_NOT_ALLOWED', message, { path: ['input', 'itemId'], kind: item.kind, name: item.name });
  }
  if (item.originChain === null) return undefined;
  const message = `"${item.name}" was itself a reference in its source project, so it keeps its name.`;
  return errorProblem('RENAME_NOT_ALLOWED', message, {
    path: ['input', 'itemId'],
    kind: item.kind,
    name: item.name,
    fix: 'Rename what has the name on the branch, or leave the item out.',
  });
}
