import { sql } from '../../database/worker.js';
import type { WorkerCall, WorkerContext } from '../workers/index.js';

interface NamedIds {
  branchId: string;
  ids: readonly string[];
}

/** Returns the ids that no resource of the branch has. */
export const missingResourcesCall: WorkerCall<NamedIds, string[]> = {
  name: 'exporting.missingResources',
  isRead: true,
  run: missingResources,
};

export async function missingResources(
  { connection }: Pick<WorkerContext, 'connection'>,
  { branchId, ids }: NamedIds,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await connection.all<{ id: string }>(
    sql`SELECT id FROM resource WHERE branch_id = ${branchId} AND id IN ${ids}`,
  );
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}
