import { sql } from '../../database/worker.js';
import type { WorkerContext } from '../workers/index.js';

/** Ids of resources with the names of what every project has: databases of earlier builds may hold some. */
export async function builtInIds({ connection, kinds }: WorkerContext, branchId: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { name, builtIns } of kinds.list()) {
    if (!builtIns) continue;
    const rows = await connection.all<{ id: string }>(
      sql`SELECT r.id FROM resource r
       WHERE r.branch_id = ${branchId} AND r.kind = ${name} AND r.name IN ${[...builtIns.names]}`,
    );
    for (const { id } of rows) found.add(id);
  }
  return found;
}
