import { assignments, siteInName as siteOf, sql, type Sql, type SqlConnection } from '../../database/worker.js';
import { changeBranch } from '../projects/worker.js';
import { siteInName, type ResourceMode } from '../kinds/worker.js';
import { isNamed } from './resourceName.sql.js';

/** A row of a resource, as read by workers. */
export interface ResourceRow {
  id: string;
  branchId: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  externalReferenceCode: string | null;
  parentId: string | null;
  mode: ResourceMode;
  contentId: number;
  revision: number;
}

export const resourceRowColumns = sql`r.id, r.branch_id, r.kind, r.namespace, r.name, r.title, r.external_reference_code, r.parent_id,
  r.mode, r.content_id, r.revision`;

export function resourceById(connection: SqlConnection, id: string): Promise<ResourceRow | undefined> {
  return connection.get(sql`SELECT ${resourceRowColumns} FROM resource r WHERE r.id = ${id}`);
}

/** Reads a resource and locks its branch, inside the caller's transaction. */
export async function resourceToChange(connection: SqlConnection, id: string): Promise<ResourceRow | undefined> {
  const place = await connection.get<{ branchId: string }>(sql`SELECT branch_id FROM resource WHERE id = ${id}`);
  if (!place) return undefined;
  await changeBranch(connection, place.branchId);
  return resourceById(connection, id);
}

export function resourceByName(
  connection: SqlConnection,
  { branchId, namespace, name }: { branchId: string; namespace: string; name: string },
): Promise<ResourceRow | undefined> {
  return connection.get(
    sql`SELECT ${resourceRowColumns} FROM resource r
      WHERE r.branch_id = ${branchId} AND ${isNamed('r', name)} AND r.namespace = ${namespace}`,
  );
}

/** The resource with an external reference code: at most one per kind, for records per parent and site. */
export function resourceByCode(
  connection: SqlConnection,
  {
    branchId,
    kind,
    name,
    code,
    parentId,
  }: Pick<ResourceRow, 'branchId' | 'kind' | 'name' | 'parentId'> & { code: string },
): Promise<ResourceRow | undefined> {
  return connection.get(
    sql`SELECT ${resourceRowColumns} FROM resource r WHERE r.branch_id = ${branchId} AND r.kind = ${kind}
       AND r.external_reference_code = ${code} AND coalesce(r.parent_id, '') = ${parentId ?? ''}
       AND ${siteOf(sql`r.name`)} = ${siteInName(name)}`,
  );
}

/** Stores the current revision of resources before they are changed. `where` is a condition on `resource r`. */
export function keepRevisions(
  connection: SqlConnection,
  where: Sql,
  { now, taskId }: { now: string; taskId: string | null },
): Promise<number> {
  return connection.run(
    sql`INSERT INTO resource_revision (resource_id, revision, branch_id, kind, namespace, external_reference_code, content_id,
       name, parent_id, mode, provenance_id, source_name, source_id, origin_chain, created_at, changed_at, task_id,
       changed_by, replaced_at, replaced_by_task_id)
     SELECT r.id, r.revision, r.branch_id, r.kind, r.namespace, r.external_reference_code, r.content_id,
       r.name, r.parent_id, r.mode, r.provenance_id, r.source_name, r.source_id, r.origin_chain, r.created_at, r.updated_at,
       r.task_id, r.changed_by, ${now}, ${taskId}
     FROM resource r WHERE ${where}`,
  );
}

/** Columns to change; absent ones keep their values. */
export interface ResourceChange {
  name?: string;
  title?: string | null;
  externalReferenceCode?: string | null;
  contentId?: number;
  mode?: ResourceMode;
}

/** Who changes a resource, and when: a task, or a principal by hand. */
export interface ChangedBy {
  now: string;
  taskId: string | null;
  /** The name of the principal; null for a task. */
  changedBy: string | null;
}

/** Changes one resource, and keeps its state as a revision. Without `keepsState` it gets no new revision: it was changed by the same action before. */
export async function changeResource(
  connection: SqlConnection,
  { id, keepsState = true }: { id: string; keepsState?: boolean },
  { now, taskId, changedBy, ...change }: ResourceChange & ChangedBy,
): Promise<void> {
  if (keepsState) await keepRevisions(connection, sql`r.id = ${id}`, { now, taskId });
  const changes = assignments({ ...change, updatedAt: now, taskId, changedBy });
  await connection.run(
    sql`UPDATE resource SET ${sql.join(changes, ', ')}, revision = revision + ${keepsState ? 1 : 0} WHERE id = ${id}`,
  );
}
