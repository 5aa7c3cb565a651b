import { sql } from '../../database/worker.js';
import type { WorkerContext } from '../workers/index.js';

/** Ids of resources that exist in every project. */
export async function builtInIds({ connection, kinds }: WorkerContext, branchId: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const kind of kinds.list()) {
    if (!kind.isBuiltIn) continue;
    const rows = connection.windows<{ id: string; spec: string }>(
      sql`SELECT r.id, c.spec FROM resource r JOIN content c ON c.id = r.content_id WHERE r.branch_id = ${branchId} AND r.kind = ${kind.name}`,
      500,
    );
    for await (const window of rows) {
      for (const { id, spec } of window) if (kind.isBuiltIn(JSON.parse(spec) as never)) found.add(id);
    }
  }
  return found;
}
