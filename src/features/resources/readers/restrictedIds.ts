/** Which resources of a branch somebody may not use, found from what the database holds: for work that runs without a request. */
import type { SqlConnection, SqlParams } from '../../../database/index.js';
import type { Reader } from '../../../shared/session.js';
import type { WorkerContext } from '../../workers/index.js';

interface Asked {
  branchId: string;
  /** Null: somebody from before there were principals, who may use what is open to all. */
  principalId: string | null;
}

const isReader = `EXISTS (SELECT 1 FROM resource_reader y WHERE y.resource_id = x.resource_id AND (y.principal_id = :principalId
  OR y.principal_id IN (SELECT g.group_id FROM group_member g WHERE g.principal_id = :principalId)))`;

/** Rows of `resource_restriction x` whose resource a reader may not be shown, on a branch of the project `:projectId`. */
const isHidden = (connection: SqlConnection) => `:projectId NOT IN ${connection.textList(':managed')} AND NOT EXISTS (
  SELECT 1 FROM resource_reader y
  WHERE y.resource_id = x.resource_id AND y.principal_id IN ${connection.textList(':principals')})`;

interface Shown {
  branchId: string;
  reader: Reader | null;
}

/** Ids of resources of a branch that a reader may not be shown; none for null, who sees everything. */
export function hiddenIds(context: Pick<WorkerContext, 'connection'>, asked: Shown): Promise<string[]> {
  return hiddenAmong(context, { ...asked, idsSql: 'SELECT r.id FROM resource r WHERE r.branch_id = :branchId' });
}

/**
 * Of the resources whose ids a statement gives, as `id`, those that a reader may not be shown. They may be deleted by now: who their
 * readers are outlives them.
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

/** Of some resources of a branch those that a reader may not be shown. */
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
 * Ids of resources that are restricted and not for this principal. To use one takes a reader, also of a superuser: rights over a
 * server are no rights over what its projects hold the data of.
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
 * The same, and whatever needs one of those by a reference for which the right to the target is asked (a report needs the right to the
 * definitions that it reports on).
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
