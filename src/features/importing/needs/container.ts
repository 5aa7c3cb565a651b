import type { SqlConnection } from '../../../database/index.js';
import type { JsonObject } from '../../../shared/json.js';
import type { KindRegistry } from '../../kinds/worker.js';
import { restrictedIds } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';

/** What items go into that may stand alone. */
export interface Container {
  id: string;
  kind: string;
  name: string;
  mode: 'EDITABLE' | 'REFERENCE';
  spec: JsonObject;
}

/** Kinds whose resources may stand alone or in a container, and the kinds of those. */
export function looseKinds(kinds: KindRegistry): { kind: string; parentKind: string }[] {
  return kinds
    .list()
    .flatMap(({ name, parentKind, isParentOptional }) =>
      isParentOptional === true && parentKind !== undefined ? [{ kind: name, parentKind }] : [],
    );
}

/** The container that was chosen; undefined when the branch has none of that id, or none that who imports may see. */
export async function readContainer(
  context: WorkerContext,
  plan: Pick<PlanRow, 'branchId' | 'principalId' | 'rights'>,
  id: string,
): Promise<Container | undefined> {
  const row = await rowOf(context.connection, plan.branchId, id);
  const containing = new Set(looseKinds(context.kinds).map(({ parentKind }) => parentKind));
  if (!row || !containing.has(row.kind)) return undefined;
  const isHidden = plan.rights.isManager !== true && (await restrictedIds(context, plan)).includes(id);
  return isHidden ? undefined : { ...row, spec: JSON.parse(row.spec) as JsonObject };
}

function rowOf(
  connection: SqlConnection,
  branchId: string,
  id: string,
): Promise<(Omit<Container, 'spec'> & { spec: string }) | undefined> {
  return connection.get(
    `SELECT r.id, r.kind, r.name, r.mode, c.spec FROM resource r JOIN content c ON c.id = r.content_id
     WHERE r.id = :id AND r.branch_id = :branchId`,
    { id, branchId },
  );
}
