import { sql, type SqlConnection } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import type { KindRegistry } from '../../kinds/worker.js';
import { restrictedIds } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';

/** A container: a resource that contains other resources, such as a collection of reports. */
export interface Container {
  id: string;
  kind: string;
  name: string;
  mode: 'EDITABLE' | 'REFERENCE';
  spec: JsonObject;
}

/** Kinds whose resources may be inside or outside a container, with the kind of the container. */
export function looseKinds(kinds: KindRegistry): { kind: string; parentKind: string }[] {
  return kinds
    .list()
    .flatMap(({ name, parentKind, isParentOptional }) =>
      isParentOptional === true && parentKind !== undefined ? [{ kind: name, parentKind }] : [],
    );
}

/** The chosen container; undefined if the branch has no container with this id, or the importing user may not see it. */
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
    sql`SELECT r.id, r.kind, r.name, r.mode, c.spec FROM resource r JOIN content c ON c.id = r.content_id
     WHERE r.id = ${id} AND r.branch_id = ${branchId}`,
  );
}
