import type { SqlConnection } from '../../database/index.js';
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

/** Resources of the branch whose spec refers to the target: distinct, sorted by id, at most `limit` after `afterId`. */
export function referrersByName(
  connection: SqlConnection,
  target: Target,
  window: { afterId: string; limit: number },
): Promise<Referrer[]> {
  return connection.all(
    `SELECT DISTINCT ${resourceRowColumns}, c.spec
     FROM edge e
     JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = :namespace
     JOIN edge_type_target k ON k.type_id = y.id AND k.kind = :kind
     JOIN resource r ON r.content_id = e.content_id AND r.branch_id = :branchId
     JOIN content c ON c.id = r.content_id
     WHERE e.target_name = :name AND r.id > :afterId
     ORDER BY r.id LIMIT :limit`,
    {
      namespace: target.namespace,
      kind: target.kind,
      branchId: target.branchId,
      name: target.name,
      ...window,
    },
  );
}

/** Resources that depend on the target: those whose spec refers to it, except itself, and those inside it. */
export function dependentsOf(connection: SqlConnection, target: Target): Promise<ResourceRow[]> {
  return connection.all(
    `SELECT ${resourceRowColumns} FROM resource r
     WHERE r.id IN (
       SELECT s.id FROM edge e
       JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = :namespace
       JOIN edge_type_target k ON k.type_id = y.id AND k.kind = :kind
       JOIN resource s ON s.content_id = e.content_id AND s.branch_id = :branchId
       WHERE e.target_name = :name AND s.id <> :id
       UNION
       SELECT child.id FROM resource child WHERE child.parent_id = :id)
     ORDER BY lower(r.name), r.namespace, r.name`,
    { namespace: target.namespace, kind: target.kind, branchId: target.branchId, name: target.name, id: target.id },
  );
}
