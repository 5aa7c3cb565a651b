import { sql, type Sql, type SqlConnection } from '../../database/worker.js';
import { edgesTo } from './edgesByTarget.js';
import { resourceRowColumns, type ResourceRow } from './resourceRows.js';

interface Target {
  id: string;
  branchId: string;
  namespace: string;
  kind: string;
  name: string;
}

export interface Referrer extends ResourceRow {
  spec: string;
}

/** Edges `e` from resources `s` to resources `t` of their branch, with their types `y`. Conditions on `t` come first. */
export const referringEdges = sql`resource t
  JOIN ${edgesTo(sql`t.name`)}
  JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = t.namespace
  JOIN edge_type_target k ON k.type_id = y.id AND k.kind = t.kind
  JOIN resource s ON s.content_id = e.content_id AND s.branch_id = t.branch_id`;

/** Whether edges of a type may lead to resources of a kind. */
export function leadsTo(typeId: Sql, kind: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM edge_type_target k WHERE k.type_id = ${typeId} AND k.kind = ${kind})`;
}

/** Contents that refer to a name. */
const contentsNaming = ({ namespace, kind, name }: Target) => sql`${[name]} AS w
  JOIN ${edgesTo(sql`w.value`)}
  JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = ${namespace}
  JOIN edge_type_target k ON k.type_id = y.id AND k.kind = ${kind}`;

/** Resources of the branch whose spec refers to the target: distinct, sorted by id, at most `limit` after `afterId`. */
export function referrersByName(
  connection: SqlConnection,
  target: Target,
  { afterId, limit }: { afterId: string; limit: number },
): Promise<Referrer[]> {
  return connection.all(
    sql`SELECT DISTINCT ${resourceRowColumns}, c.spec
      FROM ${contentsNaming(target)}
      JOIN resource r ON r.content_id = e.content_id AND r.branch_id = ${target.branchId}
      JOIN content c ON c.id = r.content_id
      WHERE r.id > ${afterId}
      ORDER BY r.id LIMIT ${limit}`,
  );
}

/** Resources that depend on the target: those whose spec refers to it, except itself, and those inside it. */
export function dependentsOf(connection: SqlConnection, target: Target): Promise<ResourceRow[]> {
  const { id, branchId } = target;
  return connection.all(
    sql`SELECT ${resourceRowColumns} FROM resource r
      WHERE r.id IN (
        SELECT s.id FROM ${contentsNaming(target)}
        JOIN resource s ON s.content_id = e.content_id AND s.branch_id = ${branchId}
        WHERE s.id <> ${id}
        UNION
        SELECT child.id FROM resource child WHERE child.parent_id = ${id})
      ORDER BY lower(r.name), r.namespace, r.name`,
  );
}
