import { formatReaders } from '../../formats/index.js';
import type { WorkerContext } from '../../workers/index.js';
import { looseKinds, type Container } from '../needs/container.js';
import type { PlanRow } from '../tables/planRows.js';
import { existingJoin } from './existingSql.js';

/**
 * The container on the branch that each item goes into which may stand alone: the one that was chosen; or, where the file can't say what
 * contains an item, the one in which what it updates is.
 */
export async function deriveTargets(
  { connection, kinds }: WorkerContext,
  plan: PlanRow,
  container: Container | undefined,
): Promise<void> {
  const isChosen = plan.options.intoCollection !== undefined;
  const isLeft = formatReaders.some(({ name, leavesPlaces }) => name === plan.format && leavesPlaces === true);
  if (!isChosen && !isLeft) return;
  const loose = looseKinds(kinds);
  const inside = container ? loose.filter(({ parentKind }) => parentKind === container.kind) : [];
  await connection.run(
    `UPDATE import_item AS o SET into_id = d.into_id
     FROM (SELECT i.ordinal, CASE WHEN i.kind IN ${connection.textList(':inside')} THEN :containerId
         WHEN :isLeft = 1 AND i.kind IN ${connection.textList(':loose')} THEN r.parent_id END AS into_id
       FROM import_item i ${existingJoin} AND r.kind = i.kind WHERE i.plan_no = :planNo) AS d
     WHERE o.plan_no = :planNo AND o.ordinal = d.ordinal AND o.into_id IS DISTINCT FROM d.into_id`,
    {
      ...{ planNo: plan.no, branchId: plan.branchId, containerId: container?.id ?? '', isLeft: isLeft ? 1 : 0 },
      inside: JSON.stringify(inside.map(({ kind }) => kind)),
      loose: JSON.stringify(loose.map(({ kind }) => kind)),
    },
  );
}

/** Blocks what was to go into a container that is gone, or that who imports may not see. */
export async function blockWithoutContainer(
  { connection, kinds }: WorkerContext,
  plan: PlanRow,
  container: Container | undefined,
): Promise<void> {
  if ((plan.options.intoCollection ?? '') === '' || container) return;
  await connection.run(
    `UPDATE import_item SET action = 'BLOCKED', reason = 'INTO_MISSING'
     WHERE plan_no = :planNo AND is_selected AND is_valid AND kind IN ${connection.textList(':loose')}`,
    { planNo: plan.no, loose: JSON.stringify(looseKinds(kinds).map(({ kind }) => kind)) },
  );
}
