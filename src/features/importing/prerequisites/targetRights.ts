import { sql, type SqlConnection } from '../../../database/worker.js';
import { isPrincipalOrGroup } from '../../access/worker.js';
import type { Tenant } from '../../kinds/worker.js';
import type { PlanRow } from '../tables/planRows.js';

interface RightRow {
  kind: string;
  name: string;
  readerId: string | null;
  tenants: string | null;
}

/** Which restricted targets the importing user may use, and for which tenants. Read once per derivation. */
export class TargetRights {
  private constructor(private readonly usableByKey: ReadonlyMap<string, readonly Tenant[] | null>) {}

  static async read(connection: SqlConnection, plan: PlanRow, kinds: readonly string[]): Promise<TargetRights> {
    if (kinds.length === 0) return new TargetRights(new Map());
    const rows = await connection.all<RightRow>(
      sql`SELECT r.kind, r.name, y.principal_id AS reader_id, y.tenants
       FROM resource_restriction x JOIN resource r ON r.id = x.resource_id
       LEFT JOIN resource_reader y ON y.resource_id = x.resource_id AND ${isPrincipalOrGroup(sql`y.principal_id`, plan.principalId)}
       WHERE r.branch_id = ${plan.branchId} AND r.kind IN ${kinds}`,
    );
    const usable = new Map<string, readonly Tenant[] | null>();
    for (const row of rows) usable.set(keyOf(row), joined(usable.get(keyOf(row)), row));
    return new TargetRights(usable);
  }

  /** The tenants for which the user may use a target: null for all, empty if they may not use it. */
  usableTenants(kind: string, name: string): readonly Tenant[] | null {
    const usable = this.usableByKey.get(keyOf({ kind, name }));
    return usable === undefined ? null : usable;
  }
}

/** The union of the rights of several groups: one group never removes what another one grants. */
function joined(
  known: readonly Tenant[] | null | undefined,
  { readerId, tenants }: RightRow,
): readonly Tenant[] | null {
  if (readerId === null) return known === undefined ? [] : known;
  const listed = tenants === null ? null : (JSON.parse(tenants) as string[] | null);
  if (known === null || listed === null) return null;
  return [...(known ?? []), ...listed.map((tenant) => (tenant === '' ? null : tenant))];
}

function keyOf({ kind, name }: Pick<RightRow, 'kind' | 'name'>): string {
  return `${kind}\n${name}`;
}
