import { sql } from '../../database/worker.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { packNameOf } from '../kinds/worker.js';
import type { WorkerContext } from '../workers/index.js';
import type { ExportSelection } from './exportSelection.js';
import { selectionPath } from './selectionPaths.js';

/** One problem for each pack that the caller must not export and that the selection contains. */
export async function refuseDeniedKinds(
  { connection, kinds }: WorkerContext,
  { branchId, isAll, resourceIds, kinds: selectedKinds, deniedKinds = [] }: ExportSelection,
): Promise<Problem[]> {
  if (deniedKinds.length === 0) return [];
  const rows = await connection.all<{ kind: string }>(
    sql`SELECT DISTINCT kind FROM resource WHERE branch_id = ${branchId} AND kind IN ${deniedKinds}
       AND (${isAll} OR kind IN ${selectedKinds} OR id IN ${resourceIds})`,
  );
  const packNames = new Set(rows.map(({ kind }) => packNameOf(kind)));
  const packs = kinds.listPacks().filter(({ name }) => packNames.has(name));
  return packs.map(({ title, isForSuperusers, exportNeeds = 'VIEWER' }) => {
    const needed = isForSuperusers ? 'a superuser' : `the role ${exportNeeds} in the project`;
    return errorProblem('FORBIDDEN', `Exporting ${title} requires ${needed}.`, {
      path: [...selectionPath],
      fix: 'Remove its kinds from the selection, or ask a manager of the project.',
    });
  });
}
