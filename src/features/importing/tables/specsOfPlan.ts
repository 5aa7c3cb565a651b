import { sql } from '../../../database/worker.js';
import { isNamed, NamedSpecs, type NamedSpec } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from './planRows.js';

/** Specs by kind and name: from the file, else from the branch. */
export function specsOfPlan(
  { connection }: Pick<WorkerContext, 'connection'>,
  { no, branchId }: Pick<PlanRow, 'no' | 'branchId'>,
): NamedSpecs {
  // Specs of the file come last, and override those of the branch.
  return new NamedSpecs((names) =>
    connection.all<NamedSpec>(
      sql`WITH wanted (name) AS ${names}
       SELECT t.kind, t.name, c.spec, 0 AS is_file FROM wanted w
       JOIN resource t ON t.branch_id = ${branchId} AND ${isNamed('t', sql`w.name`)}
       JOIN content c ON c.id = t.content_id
       UNION ALL
       SELECT t.kind, t.name, c.spec, 1 FROM wanted w
       JOIN import_item t ON t.plan_no = ${no} AND t.name = w.name AND t.is_valid
       JOIN content c ON c.id = t.content_id
       ORDER BY 4`,
    ),
  );
}
