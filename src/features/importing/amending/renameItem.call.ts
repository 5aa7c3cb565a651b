import { sql } from '../../../database/worker.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { validateName } from '../../kinds/worker.js';
import { leavesParent, parentKept } from '../../records/worker.js';
import type { WorkerCall, WorkerContext } from '../../workers/index.js';
import { changeItems } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';
import { notAnItem } from './amendItems.call.js';
import { amendAndLook } from './amendPlan.js';

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
export const renameItemCall: WorkerCall<ItemRename, RenameOutcome> = {
  name: 'importing.rename',
  run: async (context, rename) => {
    const { planId, ordinal, name } = rename;
    let named: RenamedItem | undefined;
    let before: readonly number[] = [];
    let colliding: readonly number[] = [];
    const problems = await amendAndLook(context, planId, {
      choose: async (plan, touch) => {
        named = await itemAt(context, plan, ordinal);
        if (named) before = await collisionsAround(context, plan, { ordinal, named, name });
        return renameItem(context, plan, { ...rename, item: named, touch });
      },
      look: async (plan) => {
        if (named) colliding = await collisionsAround(context, plan, { ordinal, named, name });
      },
    });
    const known = new Set(before);
    return { problems, colliding: colliding.filter((other) => other === ordinal || !known.has(other)) };
  },
};

interface RenameOutcome {
  problems: Problem[];
  /** The ordinals of items that collide because of it: the item itself first, then others, which did not before. */
  colliding: number[];
}

/** At most so many are named. */
export const maxColliding = 100;

/** The items in collision that have the old or the new name of an item, or share a unique text with it; the item itself first. */
async function collisionsAround(
  { connection }: WorkerContext,
  plan: PlanRow,
  { ordinal, named, name }: { ordinal: number; named: RenamedItem; name: string },
): Promise<number[]> {
  const names = [named.effectiveName, name];
  const rows = await connection.all<{ ordinal: number }>(
    sql`SELECT i.ordinal FROM import_item i WHERE i.plan_no = ${plan.no} AND i.action = 'COLLISION' AND i.ordinal IN (
        SELECT n.ordinal FROM import_item n
          WHERE n.plan_no = ${plan.no} AND n.name IN ${names} AND n.namespace = ${named.namespace}
        UNION SELECT n.ordinal FROM import_item n WHERE n.plan_no = ${plan.no} AND n.effective_name IN ${names}
          AND n.effective_name <> n.name AND n.namespace = ${named.namespace}
        UNION SELECT c.ordinal FROM import_text_conflict c WHERE c.plan_no = ${plan.no} AND c.other_ordinal = ${ordinal}
        UNION SELECT n.ordinal FROM import_item n WHERE n.plan_no = ${plan.no} AND n.ordinal = ${ordinal})
      ORDER BY CASE WHEN i.ordinal = ${ordinal} THEN 0 ELSE 1 END, i.ordinal LIMIT ${maxColliding}`,
  );
  return rows.map((row) => row.ordinal);
}

function itemAt({ connection }: WorkerContext, plan: PlanRow, ordinal: number): Promise<RenamedItem | undefined> {
  return connection.get<RenamedItem>(
    sql`SELECT kind, namespace, name, effective_name, origin_chain, is_built_in FROM import_item
     WHERE plan_no = ${plan.no} AND ordinal = ${ordinal}`,
  );
}

interface RenamedItem {
  kind: string;
  namespace: string;
  name: string;
  effectiveName: string;
  originChain: string | null;
  isBuiltIn: boolean;
}

async function renameItem(
  context: WorkerContext,
  plan: PlanRow,
  {
    ordinal,
    name,
    item,
    touch,
  }: ItemRename & { item: RenamedItem | undefined; touch: (ordinals: readonly number[]) => Promise<void> },
): Promise<Problem[]> {
  const { connection, kinds } = context;
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
  await changeItems({ connection, planNo: plan.no }, [ordinal], { newName, isNameRemembered: false });
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
