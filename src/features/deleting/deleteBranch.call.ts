import { sql } from '../../database/worker.js';
import type { Actor } from '../../shared/actor.js';
import type { Problem } from '../../shared/problem.js';
import { recordAudit } from '../audit/worker.js';
import { branchLock, projectLock } from '../projects/worker.js';
import { removeFiles, unendedTasks } from '../tasks/worker.js';
import type { WorkerCall } from '../workers/index.js';
import { deleteBranchRows } from './deleteBranchRows.js';
import { branchIsDefault, notEnded, notThere } from './deletion.problems.js';

export interface Deletion {
  id: string;
  actor: Actor;
}

/** Deletes a branch and everything that belongs to it, in one transaction. Its files are removed from disk afterwards. */
export const deleteBranchCall: WorkerCall<Deletion, Problem[]> = {
  name: 'deleting.branch',
  run: async (context, { id, actor }) => {
    const { connection, clock } = context;
    let fileIds: string[] = [];
    const problems = await connection.transaction(async () => {
      const branch = await connection.get<{ projectId: string; name: string; isDefault: boolean }>(
        sql`SELECT project_id, name, is_default FROM branch WHERE id = ${id}`,
      );
      if (!branch) return [notThere('branch')];
      if (branch.isDefault) return [branchIsDefault(branch.name)];
      await connection.lock(projectLock(branch.projectId));
      await connection.lock(branchLock(id));
      const unended = await unendedTasks(connection, sql`branch_id = ${id}`);
      if (unended.length > 0) return unended.map(notEnded);
      await recordAudit(connection, {
        ...{ at: clock.now(), action: 'BRANCH_DELETE', actor, projectId: branch.projectId, subjectId: id },
        ...{ outcome: 'SUCCEEDED', detail: { name: branch.name } },
      });
      fileIds = await deleteBranchRows(connection, [id]);
      return [];
    });
    await removeFiles(context, fileIds);
    return problems;
  },
};
