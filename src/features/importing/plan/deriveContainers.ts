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
  const isLeft = formatReaders.some(({ name, leavesPlaces }) => name === plan.format && leavesPlaces === true);
  if (!isChosen && !isLeft) return;
  const loose = looseKinds(kinds);
  const inside = container ? loose.filter(({ parentKind }) => parentKind === container.kind) : [];
  const select = `SELECT i.ordinal, CASE WHEN i.kind IN ${connection.textList(':inside')} THEN :containerId
      WHEN :isLeft = 1 AND i.kind IN ${connection.textList(':loose')} THEN r.parent_id END AS into_id
    FROM import_item i ${existingJoin} AND r.kind = i.kind WHERE i.plan_no = :planNo`;
  const params = {
    ...{ branchId: plan.branchId, containerId: container?.id ?? '', isLeft: isLeft ? 1 : 0 },
    inside: JSON.stringify(inside.map(({ kind }) => kind)),
    loose: JSON.stringify(loose.map(({ kind }) => kind)),
  };
  await deriveColumns({ connection, planNo: plan.no }, ['into_id'], { select, params });
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
  const where = `is_selected AND is_valid AND action <> 'BLOCKED' AND kind IN ${connection.textList(':loose')}`;
  const params = { loose: JSON.stringify(looseKinds(kinds).map(({ kind }) => kind)) };
  const change = { action: 'BLOCKED', reason: 'INTO_MISSING' } as const;
  await changeItemsWhere({ connection, planNo: plan.no }, { where, params }, change);
}
