import { sql, type SqlConnection } from '../../../database/worker.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { didYouMean, listed, quoted } from '../../kinds/worker.js';
import type { WorkerCall, WorkerContext } from '../../workers/index.js';
import { parseImportItemId } from '../tables/importItemId.js';
import type { ImportMode } from '../tables/importStates.js';
import { changeItemsWhere, type ItemChange } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';
import { amendPlan } from './amendPlan.js';

interface ItemChoice {
  planId: string;
  itemIds: readonly string[] | null;
  kinds: readonly string[] | null;
}

/** Selects or deselects items. */
export const selectItemsCall: WorkerCall<ItemChoice & { isSelected: boolean }, Problem[]> = {
  name: 'importing.select',
  run: (context, choice) =>
    amendPlan(context, choice.planId, (plan, touch) =>
      changeChosen(context, plan, { choice, change: { isSelected: choice.isSelected }, touch }),
    ),
};

/** Sets whether items are imported as copies or references. */
export const setModeCall: WorkerCall<ItemChoice & { mode: ImportMode }, Problem[]> = {
  name: 'importing.setMode',
  run: (context, choice) =>
    amendPlan(context, choice.planId, (plan, touch) =>
      changeChosen(context, plan, { choice, change: { mode: choice.mode }, touch }),
    ),
};

async function changeChosen(
  context: WorkerContext,
  plan: PlanRow,
  {
    choice,
    change,
    touch,
  }: { choice: ItemChoice; change: ItemChange; touch: (ordinals: readonly number[]) => Promise<void> },
): Promise<Problem[]> {
  const { problems, ordinals } = await namedItems(context, plan, choice.itemIds ?? []);
  problems.push(...(await unknownKinds(context, plan, choice.kinds ?? [])));
  if (problems.length > 0) return problems;
  const { connection } = context;
  if (choice.kinds === null && choice.itemIds !== null) await touch(ordinals);
  const isAll = choice.itemIds === null && choice.kinds === null;
  const ofItems = isAll ? sql`TRUE` : sql`ordinal IN ${sql.numbers(ordinals)} OR kind IN ${choice.kinds ?? []}`;
  // A deletion has the mode of its resource.
  const isChosen = change.mode === undefined ? ofItems : sql`ordinal >= 0 AND (${ofItems})`;
  await changeItemsWhere({ connection, planNo: plan.no }, isChosen, change);
  return [];
}

async function namedItems(
  { connection }: WorkerContext,
  plan: PlanRow,
  itemIds: readonly string[],
): Promise<{ problems: Problem[]; ordinals: number[] }> {
  const total = await connection.get<{ last: number | null }>(
    sql`SELECT max(ordinal) AS last FROM import_item WHERE plan_no = ${plan.no}`,
  );
  const problems: Problem[] = [];
  const ordinals: number[] = [];
  const deletions = await listedDeletions(connection, plan, itemIds);
  for (const [index, id] of itemIds.entries()) {
    const key = parseImportItemId(id);
    const isItem = key && (key.ordinal < 0 ? deletions.has(key.ordinal) : key.ordinal <= (total?.last ?? -1));
    if (key?.planId === plan.id && isItem === true) ordinals.push(key.ordinal);
    else problems.push(notAnItem(id, ['input', 'itemIds', String(index)]));
  }
  return { problems, ordinals };
}

/** Which of some items are deletions of a plan. Other than items of a file, they come and go. */
async function listedDeletions(
  connection: SqlConnection,
  plan: PlanRow,
  itemIds: readonly string[],
): Promise<Set<number>> {
  const asked = itemIds.map((id) => parseImportItemId(id)?.ordinal ?? 0).filter((ordinal) => ordinal < 0);
  if (asked.length === 0) return new Set();
  const rows = await connection.all<{ ordinal: number }>(
    sql`SELECT ordinal FROM import_item WHERE plan_no = ${plan.no} AND ordinal IN ${sql.numbers(asked)}`,
  );
  return new Set(rows.map(({ ordinal }) => ordinal));
}

export function notAnItem(id: string, path: string[]): Problem {
  return errorProblem('NOT_FOUND', `The plan has no item "${id.slice(0, 80)}".`, { path });
}

async function unknownKinds(
  { connection }: WorkerContext,
  plan: PlanRow,
  kinds: readonly string[],
): Promise<Problem[]> {
  if (kinds.length === 0) return [];
  const rows = await connection.all<{ kind: string }>(
    sql`SELECT DISTINCT kind FROM import_item WHERE plan_no = ${plan.no} ORDER BY kind`,
  );
  const known = rows.map(({ kind }) => kind);
  const isKnown = new Set(known);
  return kinds.flatMap((kind, index) => {
    if (isKnown.has(kind)) return [];
    const fix = didYouMean(kind, known) ?? `Its items are of ${listed(known)}.`;
    const detail = { path: ['input', 'kinds', String(index)], fix };
    return [errorProblem('UNKNOWN_KIND', `The plan has no items of kind ${quoted(kind)}.`, detail)];
  });
}
