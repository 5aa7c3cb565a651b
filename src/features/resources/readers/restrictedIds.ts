/** Finds the resources of a branch that a principal may not see or use, for work without a request. */
import { sql, type Sql } from '../../../database/worker.js';
import type { Reader } from '../../../shared/session.js';
import { hasReader, isPrincipalOrGroup } from '../../access/worker.js';
import { projectIdOf } from '../../projects/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { referringEdges } from '../referrers.js';

interface Asked {
  branchId: string;
  /** Null for plans older than access control, which may use unrestricted resources. */
  principalId: string | null;
}

interface Shown {
  branchId: string;
  reader: Reader | null;
}

/** Ids of resources of a branch that are hidden from a reader; none for null, who may see everything. */
export function hiddenIds(context: Pick<WorkerContext, 'connection'>, asked: Shown): Promise<string[]> {
  return hiddenAmong(context, asked, sql`SELECT r.id FROM resource r WHERE r.branch_id = ${asked.branchId}`);
}

/**
 * Of the resources whose ids a query selects as `id`, those hidden from a reader. They may be deleted: their readers are
 * kept.
 */
export async function hiddenAmong(
  { connection }: Pick<WorkerContext, 'connection'>,
  { branchId, reader }: Shown,
  ids: Sql,
): Promise<string[]> {
  if (reader === null) return [];
  if (reader.managedProjectIds.includes((await projectIdOf(connection, branchId)) ?? '')) return [];
  const rows = await connection.all<{ id: string }>(
    sql`SELECT x.resource_id AS id FROM resource_restriction x JOIN (${ids}) AS g ON g.id = x.resource_id
      WHERE NOT ${hasReader(sql`x.resource_id`, reader.principalIds)}`,
  );
  return rows.map(({ id }) => id);
}

/** Of these resources of a branch, those hidden from a reader. */
export async function hiddenOf(
  context: Pick<WorkerContext, 'connection'>,
  { branchId, reader, ids }: Shown & { ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  return new Set(
    await hiddenAmong(context, { branchId, reader }, sql`SELECT r.id FROM resource r WHERE r.id IN ${ids}`),
  );
}

/**
 * Ids of restricted resources that this principal is no reader of. Using one requires being a reader, even for a superuser:
 * rights over a server are no rights over the data of its projects.
 */
export async function restrictedIds(
  { connection }: WorkerContext,
  { branchId, principalId }: Asked,
): Promise<string[]> {
  const rows = await connection.all<{ id: string }>(
    sql`SELECT x.resource_id AS id FROM resource_restriction x JOIN resource r ON r.id = x.resource_id
      WHERE r.branch_id = ${branchId} AND NOT EXISTS (SELECT 1 FROM resource_reader y
        WHERE y.resource_id = x.resource_id AND ${isPrincipalOrGroup(sql`y.principal_id`, principalId)})`,
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
    sql`SELECT DISTINCT s.id FROM ${referringEdges}
     WHERE t.id IN ${restricted} AND y.id IN ${sql.numbers(edgeTypes.idsNeedingRight())}`,
  );
  return [...new Set([...restricted, ...rows.map(({ id }) => id)])];
}
