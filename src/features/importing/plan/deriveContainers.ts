import { sql } from '../../../database/worker.js';
import { formatReaders } from '../../formats/index.js';
import type { WorkerContext } from '../../workers/index.js';
import { looseKinds, type Container } from '../prerequisites/container.js';
import { changeItemsWhere, deriveColumns } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';
import { existingJoin } from './itemOnBranch.sql.js';

/**
 * Sets the container of each item that may be inside one: the chosen container; or, if the format does not state containers,
 * the container of the resource that the item updates.
 */
export async function deriveContainers(
  { connection, kinds }: WorkerContext,
  plan: PlanRow,
  container: Container | undefined,
): Promise<void> {
  const isChosen = plan.options.intoCollection !== undefined;
  const isLeft = leavesPlaces(plan);
  if (!isChosen && !isLeft) return;
  const loose = looseKinds(kinds);
  const inside = container ? loose.filter(({ parentKind }) => parentKind === container.kind) : [];
  const select = sql`SELECT i.ordinal, CASE WHEN i.kind IN ${inside.map(({ kind }) => kind)} THEN ${container?.id ?? ''}
      WHEN ${isLeft} AND i.kind IN ${loose.map(({ kind }) => kind)} THEN r.parent_id END AS into_id
    FROM import_item i ${existingJoin(plan.branchId)} AND r.kind = i.kind
    WHERE i.plan_no = ${plan.no} AND i.ordinal >= 0`;
  await deriveColumns({ connection, planNo: plan.no }, ['into_id'], select);
}

/** Whether the format of the file does not state containers. */
export function leavesPlaces({ format }: Pick<PlanRow, 'format'>): boolean {
  return formatReaders.some((reader) => reader.name === format && reader.leavesPlaces === true);
}

/**
 * Blocks items whose chosen container no longer exists or is hidden from the importing user. What blocked an item before stays its
 * reason, because another container would not help. Any other action was derived without the container, and is replaced.
 */
export async function blockLostContainer(
  { connection, kinds }: WorkerContext,
  plan: PlanRow,
  container: Container | undefined,
): Promise<void> {
  if ((plan.options.intoCollection ?? '') === '' || container) return;
  const isLoose = sql`ordinal >= 0 AND is_selected AND is_valid AND action <> 'BLOCKED' AND kind IN ${looseKinds(kinds).map(({ kind }) => kind)}`;
  const change = { action: 'BLOCKED', reason: 'INTO_MISSING' } as const;
  await changeItemsWhere({ connection, planNo: plan.no }, isLoose, change);
}
