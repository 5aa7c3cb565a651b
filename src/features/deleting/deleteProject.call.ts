import { sql } from '../../database/worker.js';
import type { Problem } from '../../shared/problem.js';
import { recordAudit } from '../audit/worker.js';
import { branchLock, projectLock } from '../projects/worker.js';
import { removeFiles, unendedTasks } from '../tasks/worker.js';
import { deleteTasksOf } from './deleteTasksOf.js';
import type { WorkerCall } from '../workers/index.js';
import type { Deletion } from './deleteBranch.call.js';
import { deleteBranchRows } from './deleteBranchRows.js';
import { notEnded, notThere, wrongConfirmation } from './deletion.problems.js';

interface ProjectDeletion extends Deletion {
  /** The key of the project, as a confirmation. */
  confirmKey: string;
}

/** Tables with rows of a project, apart from branches and tasks. */
const ownTables = [sql`binding`, sql`schedule`, sql`template`, sql`project_pack`, sql`membership`];

/**
 * Deletes a project and everything that belongs to it, in one transaction. Its files are removed from disk afterwards. References in
 * other projects keep their origin, and the audit log keeps its events.
 */
export const deleteProjectCall: WorkerCall<ProjectDeletion, Problem[]> = {
  name: 'deleting.project',
  run: async (context, { id, confirmKey, actor }) => {
    const { connection, clock } = context;
    let fileIds: string[] = [];
    const problems = await connection.transaction(async () => {
      await connection.lock(projectLock(id));
      const project = await connection.get<{ key: string; name: string }>(
        sql`SELECT key, name FROM project WHERE id = ${id}`,
      );
      if (!project) return [notThere('project')];
      if (project.key !== confirmKey) return [wrongConfirmation(project.key)];
      const branches = await connection.all<{ id: string }>(
        sql`SELECT id FROM branch WHERE project_id = ${id} ORDER BY id`,
      );
      for (const branch of branches) await connection.lock(branchLock(branch.id));
      const unended = await unendedTasks(connection, sql`project_id = ${id}`);
      if (unended.length > 0) return unended.map(notEnded);
      await recordAudit(connection, {
        ...{ at: clock.now(), action: 'PROJECT_DELETE', actor, projectId: id, subjectId: id },
        ...{ outcome: 'SUCCEEDED', detail: { ...project, branches: branches.length } },
      });
      fileIds = await deleteBranchRows(
        connection,
        branches.map((branch) => branch.id),
      );
      fileIds.push(...(await deleteTasksOf(connection, sql`project_id = ${id}`)));
      for (const table of ownTables) await connection.run(sql`DELETE FROM ${table} WHERE project_id = ${id}`);
      await connection.run(sql`DELETE FROM project WHERE id = ${id}`);
      return [];
    });
    await removeFiles(context, fileIds);
    return problems;
  },
};
