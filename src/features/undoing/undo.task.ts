/**
 * Takes an import back, or an undo: what it made is deleted, what it changed gets its state of before, what it deleted comes back;
 * all in one transaction with the task's own end. States that are left behind become revisions, so that nothing is lost.
 */
import { AppError } from '../../shared/appError.js';
import type { Problem } from '../../shared/problem.js';
import { changeBranch } from '../projects/worker.js';
import { keepRevisions } from '../resources/worker.js';
import type { TaskContext, TaskHandler } from '../tasks/worker.js';
import { checkUndo, type UndoOrder } from './checkUndo.call.js';

/** So many reasons stand in the sentence of a task that failed. */
const maxReasons = 5;

export const undoImportTask: TaskHandler<Partial<UndoOrder>> = {
  type: 'UNDO_IMPORT',
  run: async (context) => {
    // Tasks that were asked for before readers were known see everything.
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

/** Turns the branch into what `undo_outcome` says. */
class Undo {
  private readonly now: string;

  constructor(private readonly context: TaskContext<Partial<UndoOrder>>) {
    this.now = context.clock.now();
  }

  /** What is left behind becomes history. */
  async keepStates(): Promise<void> {
    const { connection, task } = this.context;
    const where = `r.id IN (SELECT o.resource_id FROM undo_outcome o WHERE o.fate <> 'RETURNS')`;
    await keepRevisions(connection, where, { now: this.now, taskId: task.id });
  }

  /** First, so that their names are free. */
  deleteCreated(): Promise<number> {
    return this.context.connection.run(
      `DELETE FROM resource WHERE id IN (SELECT o.resource_id FROM undo_outcome o WHERE o.fate = 'GOES')`,
    );
  }

  async restoreReplaced(): Promise<number> {
    const { connection, task } = this.context;
    await connection.run(freeNames);
    return connection.run(
      `UPDATE resource AS r SET content_id = d.content_id, name = d.name, external_reference_code = d.external_reference_code,
         title = d.title, parent_id = d.new_parent_id, mode = d.mode,
         provenance_id = d.provenance_id, source_name = d.source_name, source_id = d.source_id, origin_chain = d.origin_chain,
         revision = r.revision + 1, updated_at = :now, task_id = :undoId, changed_by = NULL
       FROM (${states('RESTORED')}) AS d
       WHERE r.id = d.resource_id`,
      { now: this.now, undoId: task.id },
    );
  }

  bringBackDeleted(): Promise<number> {
    const { connection, task } = this.context;
    return connection.run(
      `INSERT INTO resource (id, branch_id, kind, namespace, name, external_reference_code, title, parent_id, mode, content_id,
         revision, provenance_id, source_name, source_id, origin_chain, created_at, updated_at, task_id)
       SELECT d.resource_id, d.branch_id, d.kind, d.namespace, d.name, d.external_reference_code, d.title, d.new_parent_id, d.mode,
         d.content_id, d.revision + 1, d.provenance_id, d.source_name, d.source_id, d.origin_chain, d.created_at, :now, :undoId
       FROM (${states('RETURNS')}) AS d`,
      { now: this.now, undoId: task.id },
    );
  }
}

/** The states of before, each with its title, and with what will contain its resource. */
const states = (fate: 'RESTORED' | 'RETURNS') => `SELECT b.*, c.title, o.parent_id AS new_parent_id
  FROM undo_outcome o JOIN resource_revision b ON b.resource_id = o.resource_id AND b.revision = o.revision
  JOIN content c ON c.id = b.content_id WHERE o.fate = '${fate}'`;

/**
 * Resources may have changed names among themselves, and an index sees row by row: what gets another name or code lays its own down
 * first. No name of a resource begins with a line feed.
 */
const freeNames = `UPDATE resource AS r SET name = '\n' || r.id, external_reference_code = NULL
  FROM undo_outcome o WHERE o.resource_id = r.id AND o.fate = 'RESTORED'
    AND (o.name <> r.name OR o.code IS DISTINCT FROM r.external_reference_code OR o.parent_id IS DISTINCT FROM r.parent_id)`;
