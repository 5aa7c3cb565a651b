/**
 * Takes an import back, or an undo: what it made is deleted, what it changed gets its state of before, what it deleted comes back;
 * all in one transaction with the task's own end. States that are left behind become revisions, so that nothing is lost.
 */
import { AppError } from '../../../shared/appError.js';
import { changeBranch } from '../../projects/worker.js';
import { keepRevisions } from '../../resources/worker.js';
import type { TaskContext, TaskHandler } from '../../tasks/worker.js';
import { createdIds, deletedStates, replacedStates } from './affected.sql.js';
import { checkUndo } from './checkUndo.call.js';

interface UndoOrder {
  taskId: string;
  force: boolean;
}

export const undoImportTask: TaskHandler = {
  type: 'UNDO_IMPORT',
  run: async (context) => {
    const order = context.task.input as unknown as UndoOrder;
    const { branchId } = context.task;
    await context.connection.transaction(async () => {
      context.enterStage('checking');
      if (branchId !== null) await changeBranch(context.connection, branchId);
      const problems = await checkUndo(context, order);
      if (problems.length > 0)
        throw AppError.badInput(`${problems.map(({ message }) => message).join(' ')} Nothing was changed.`);
      context.enterStage('restoring');
      const undo = new Undo(context, order.taskId);
      const updatedCount = await undo.restoreReplaced();
      await context.checkpoint();
      const createdCount = await undo.bringBackDeleted();
      await context.checkpoint();
      const deletedCount = await undo.deleteCreated();
      await context.checkpoint();
      const total = updatedCount + createdCount + deletedCount;
      const counts = { processedCount: total, totalCount: total, createdCount, updatedCount, deletedCount };
      await context.end({ status: 'COMPLETED', counts });
    });
    return undefined;
  },
};

class Undo {
  private readonly params: { taskId: string; undoId: string; now: string };

  constructor(
    private readonly context: TaskContext,
    taskId: string,
  ) {
    this.params = { taskId, undoId: context.task.id, now: context.clock.now() };
  }

  async restoreReplaced(): Promise<number> {
    const { connection } = this.context;
    await this.keep(`r.id IN (SELECT b.resource_id FROM ${replacedStates})`);
    return connection.run(
      `UPDATE resource AS o SET content_id = d.content_id, name = d.name, title = d.title, parent_id = d.parent_id, mode = d.mode,
         provenance_id = d.provenance_id, source_name = d.source_name, source_id = d.source_id, origin_chain = d.origin_chain,
         revision = o.revision + 1, updated_at = :now, task_id = :undoId, changed_by = NULL
       FROM (SELECT b.*, c.title FROM resource_revision b JOIN content c ON c.id = b.content_id
             WHERE b.replaced_by_task_id = :taskId) AS d
       WHERE o.id = d.resource_id`,
      this.params,
    );
  }

  bringBackDeleted(): Promise<number> {
    return this.context.connection.run(
      `INSERT INTO resource (id, branch_id, kind, namespace, name, external_reference_code, title, parent_id, mode, content_id,
         revision, provenance_id, source_name, source_id, origin_chain, created_at, updated_at, task_id)
       SELECT d.resource_id, d.branch_id, d.kind, d.namespace, d.name, d.external_reference_code, c.title, d.parent_id, d.mode,
         d.content_id, d.revision + 1, d.provenance_id, d.source_name, d.source_id, d.origin_chain, d.created_at, :now, :undoId
       FROM (SELECT b.* FROM ${deletedStates}) AS d JOIN content c ON c.id = d.content_id`,
      this.params,
    );
  }

  async deleteCreated(): Promise<number> {
    const { connection } = this.context;
    // The ids are noted first: keeping the states makes rows that the search for them would see.
    await connection.run('CREATE TEMP TABLE IF NOT EXISTS undo_created (id TEXT PRIMARY KEY)');
    await connection.run('DELETE FROM undo_created');
    await connection.run(`INSERT INTO undo_created (id) ${createdIds}`, this.params);
    await this.keep('r.id IN (SELECT id FROM undo_created)');
    return connection.run('DELETE FROM resource WHERE id IN (SELECT id FROM undo_created)');
  }

  private async keep(where: string): Promise<void> {
    const { now, taskId, undoId } = this.params;
    // In the revision, taskId is the task that replaces; in the condition it is the task that is taken back.
    await keepRevisions(this.context.connection, where.replaceAll(':taskId', ':undoneTaskId'), {
      now,
      taskId: undoId,
      undoneTaskId: taskId,
    });
  }
}
