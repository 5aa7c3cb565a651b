/** Finds the resources of a branch that a principal may not see or use, for work without a request. */
import type { SqlConnection, SqlParams } from '../../../database/index.js';
import type { Reader } from '../../../shared/session.js';
import type { WorkerContext } from '../../workers/index.js';

interface Asked {
  branchId: string;
  /** Null for plans older than access control, which may use unrestricted resources. */
  principalId: string | null;
}

const isReader = `EXISTS (SELECT 1 FROM resource_reader y WHERE y.resource_id = x.resource_id AND (y.principal_id = :principalId
  OR y.principal_id IN (SELECT g.group_id FROM group_member g WHERE g.principal_id = :principalId)))`;

/** Rows of `resource_restriction x` with resources hidden from a reader, on a branch of the project `:projectId`. */
const isHidden = (connection: SqlConnection) => `:projectId NOT IN ${connection.textList(':managed')} AND NOT EXISTS (
  SELECT 1 FROM resource_reader y
  WHERE y.resource_id = x.resource_id AND y.principal_id IN ${connection.textList(':principals')})`;

interface Shown {
  branchId: string;
  reader: Reader | null;
}

/** Ids of resources of a branch that are hidden from a reader; none for null, who may see everything. */
export function hiddenIds(context: Pick<WorkerContext, 'connection'>, asked: Shown): Promise<string[]> {
  return hiddenAmong(context, { ...asked, idsSql: 'SELECT r.id FROM resource r WHERE r.branch_id = :branchId' });
}

/**
 * Of the resources whose ids a statement selects as `id`, those hidden from a reader. They may be deleted: their readers are
 * kept.
 */
export async function hiddenAmong(
  { connection }: Pick<WorkerContext, 'connection'>,
  { branchId, reader, idsSql, params = {} }: Shown & { idsSql: string; params?: SqlParams },
): Promise<string[]> {
  if (reader === null) return [];
  const { principalIds, managedProjectIds } = reader;
  const branch = await connection.get<{ projectId: string }>(
    'SELECT project_id AS "projectId" FROM branch WHERE id = :branchId',
    { branchId },
  );
  const rows = await connection.all<{ id: string }>(
    `SELECT x.resource_id AS id FROM resource_restriction x JOIN (${idsSql}) AS g ON g.id = x.resource_id
     WHERE ${isHidden(connection)}`,
    {
      ...params,
      ...(idsSql.includes(':branchId') && { branchId }),
      projectId: branch?.projectId ?? '',
      managed: JSON.stringify(managedProjectIds),
      principals: JSON.stringify(principalIds),
    },
  );
  return rows.map(({ id }) => id);
}

/** Of these resources of a branch, those hidden from a reader. */
export async function hiddenOf(
  context: Pick<WorkerContext, 'connection'>,
  { branchId, reader, ids }: Shown & { ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const params = { ids: JSON.stringify(ids) };
  const idsSql = `SELECT r.id FROM resource r WHERE r.id IN ${context.connection.textList(':ids')}`;
  return new Set(await hiddenAmong(context, { branchId, reader, idsSql, params }));
}

/**
 * Ids of restricted resources that this principal is no reader of. Using one requires being a reader, even for a superuser:
 * rights over a server are no rights over the data of its projects.
 */
export async function restrictedIds({ connection }: WorkerContext, asked: Asked): Promise<string[]> {
  const rows = await connection.all<{ id: string }>(
    `SELECT x.resource_id AS id FROM resource_restriction x JOIN resource r ON r.id = x.resource_id
     WHERE r.branch_id = :branchId AND NOT ${isReader}`,
    { branchId: asked.branchId, principalId: asked.principalId },
  );
  return rows.map(({ id }) => id);
}

/**
 * These ids, and those of resources that refer to one of them with `needsRight`: a report requires the right to its
 * definitions.
 */
export async function unusableIds(context: WorkerContext, asked: Asked): Promise<string[]> {
  const { connection, edgeTypes } = context;
  const restricted = await restrictedIds(context, asked);
  if (restricted.length === 0) return restricted;
  const rows = await connection.all<{ id: string }>(
    `SELECT DISTINCT s.id FROM resource t
     JOIN edge e ON e.target_name = t.name
     JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = t.namespace
     JOIN edge_type_target k ON k.type_id = y.id AND k.kind = t.kind
     JOIN resource s ON s.content_id = e.content_id AND s.branch_id = t.branch_id
     WHERE t.id IN ${connection.textList(':ids')} AND y.id IN ${connection.numberList(':typeIds')}`,
    { ids: JSON.stringify(restricted), typeIds: JSON.stringify(edgeTypes.idsNeedingRight()) },
  );
  return [...new Set([...restricted, ...rows.map(({ id }) => id)])];
}
