/**
 * Undoes an import or an undo: deletes what it created, restores what it changed or deleted, and takes back the bindings that it remembered, all in one transaction with the end of the
 * task. Replaced states become revisions, so that nothing is lost.
 */
import { sql } from '../../database/worker.js';
import { AppError } from '../../shared/appError.js';
import type { Problem } from '../../shared/problem.js';
import { bindingLock, takeBackBindings } from '../bindings/worker.js';
import { changeBranch } from '../projects/worker.js';
import { keepRevisions } from '../resources/worker.js';
import type { TaskContext, TaskHandler } from '../tasks/worker.js';
import { checkUndo, type UndoOrder } from './checkUndo.call.js';

/** Maximum number of reasons in the error message of a failed task. */
const maxReasons = 5;

export const undoImportTask: TaskHandler<Partial<UndoOrder>> = {
  type: 'UNDO_IMPORT',
  run: async (context) => {
    // Older tasks have no reader; they see every resource.
    const order = { reader: null, ...context.task.input } as UndoOrder;
    const { branchId } = context.task;
    await context.connection.transaction(async () => {
      context.enterStage('checking');
      if (branchId !== null) await changeBranch(context.connection, branchId);
      const problems = await checkUndo(context, order, context.task.id);
      if (problems.length > 0) throw AppError.badInput(reasonsOf(problems));
      context.enterStage('restoring');
      const undo = new Undo(context);
      await undo.keepStates();
      const deletedCount = await undo.deleteCreated();
      await context.checkpoint();
      const updatedCount = await undo.restoreReplaced();
      await context.checkpoint();
      const createdCount = await undo.bringBackDeleted();
      await context.checkpoint();
      if (context.task.projectId !== null) await context.connection.lock(bindingLock(context.task.projectId));
      await takeBackBindings(context.connection, { taskId: order.taskId, undoId: context.task.id });
      const total = updatedCount + createdCount + deletedCount;
      const counts = { processedCount: total, totalCount: total, createdCount, updatedCount, deletedCount };
      await context.end({ status: 'COMPLETED', counts });
    });
    return undefined;
  },
};

function reasonsOf(problems: readonly Problem[]): string {
  const named = problems.slice(0, maxReasons).map(({ message }) => message);
  const rest = problems.length > maxReasons ? [`And ${problems.length - maxReasons} more.`] : [];
  return [...named, ...rest, 'Nothing was changed.'].join(' ');
}

/** Turns the branch into the state that `undo_outcome` describes. */
class Undo {
  private readonly now: string;

  constructor(private readonly context: TaskContext<Partial<UndoOrder>>) {
    this.now = context.clock.now();
  }

  /** Keeps the current states as revisions. */
  async keepStates(): Promise<void> {
    const { connection, task } = this.context;
    const where = sql`r.id IN (SELECT o.resource_id FROM undo_outcome o WHERE o.fate <> 'RETURNS')`;
    await keepRevisions(connection, where, { now: this.now, taskId: task.id });
  }

  /** Runs first, so that the names are free. */
  deleteCreated(): Promise<number> {
    return this.context.connection.run(
      sql`DELETE FROM resource WHERE id IN (SELECT o.resource_id FROM undo_outcome o WHERE o.fate = 'GOES')`,
    );
  }

  async restoreReplaced(): Promise<number> {
    const { connection, task } = this.context;
    await connection.run(freeNames);
    return connection.run(
      sql`UPDATE resource AS r SET content_id = d.content_id, name = d.name, external_reference_code = d.external_reference_code,
         title = d.title, parent_id = d.new_parent_id, mode = d.mode,
         provenance_id = d.provenance_id, source_name = d.source_name, source_id = d.source_id, origin_chain = d.origin_chain,
         revision = r.revision + 1, updated_at = ${this.now}, task_id = ${task.id}, changed_by = NULL
       FROM (${states('RESTORED')}) AS d
       WHERE r.id = d.resource_id`,
    );
  }

  bringBackDeleted(): Promise<number> {
    const { connection, task } = this.context;
    return connection.run(
      sql`INSERT INTO resource (id, branch_id, kind, namespace, name, external_reference_code, title, parent_id, mode, content_id,
         revision, provenance_id, source_name, source_id, origin_chain, created_at, updated_at, task_id)
       SELECT d.resource_id, d.branch_id, d.kind, d.namespace, d.name, d.external_reference_code, d.title, d.new_parent_id, d.mode,
         d.content_id, d.revision + 1, d.provenance_id, d.source_name, d.source_id, d.origin_chain, d.created_at, ${this.now}, ${task.id}
       FROM (${states('RETURNS')}) AS d`,
    );
  }
}

/** The states to restore, with their titles and their future containers. */
const states = (fate: 'RESTORED' | 'RETURNS') => sql`SELECT b.*, c.title, o.parent_id AS new_parent_id
  FROM undo_outcome o JOIN resource_revision b ON b.resource_id = o.resource_id AND b.revision = o.revision
  JOIN content c ON c.id = b.content_id WHERE o.fate = ${fate}`;

/**
 * Resources may have swapped names, and a unique index checks row by row. So each resource that gets another name or code gives up its
 * own first. No other name starts with a line feed.
 */
const freeNames = sql`UPDATE resource AS r SET name = '\n' || r.id, external_reference_code = NULL
  FROM undo_outcome o WHERE o.resource_id = r.id AND o.fate = 'RESTORED'
    AND (o.name <> r.name OR o.code IS DISTINCT FROM r.external_reference_code OR o.parent_id IS DISTINCT FROM r.parent_id)`;
