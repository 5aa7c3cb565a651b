import { textsTaken } from './textsTaken.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import type { HeavyRead, WorkerContext } from '../../workers/index.js';
import { changedSince, createdIds, deletedSince, deletedStates } from './affected.sql.js';

interface UndoOrder {
  taskId: string;
  force: boolean;
}

interface NamedRow {
  id: string;
  kind: string;
  name: string;
}

/** Says all that stands in the way of taking a task back. */
export const checkUndoCall: HeavyRead<UndoOrder, Problem[]> = {
  name: 'importing.checkUndo',
  isRead: true,
  isHeavy: true,
  run: (context, order) => context.connection.snapshot(() => checkUndo(context, order)),
};

export async function checkUndo(context: WorkerContext, { taskId, force }: UndoOrder): Promise<Problem[]> {
  const refusal = await refuseTask(context, taskId);
  if (refusal) return [refusal];
  const hard = [
    ...(await childrenLeft(context, taskId)),
    ...(await namesTaken(context, taskId)),
    ...(await textsTaken(context, taskId)),
  ];
  return force ? hard : [...(await changes(context, taskId)), ...(await dependentsLeft(context, taskId)), ...hard];
}

/** Only the last of the imports and undos of a plan can be taken back: then what it replaced is what was before. */
async function refuseTask({ connection }: WorkerContext, taskId: string): Promise<Problem | undefined> {
  const path = ['input', 'taskId'];
  const task = await connection.get<{ type: string; status: string; planId: string | null }>(
    'SELECT type, status, plan_id AS "planId" FROM task WHERE id = :taskId',
    { taskId },
  );
  if (!task) return errorProblem('NOT_FOUND', 'There is no task with this id.', { path });
  if (task.type !== 'EXECUTE_IMPORT' && task.type !== 'UNDO_IMPORT') {
    return errorProblem('TASK_NOT_UNDOABLE', 'Only an import that was carried out, or its undo, can be taken back.', {
      path,
    });
  }
  if (task.status !== 'COMPLETED' && task.status !== 'COMPLETED_WITH_ERRORS') {
    return errorProblem(
      'TASK_NOT_UNDOABLE',
      `The task is ${task.status}; it has changed nothing that could be taken back.`,
      { path },
    );
  }
  const last = await connection.get<{ id: string }>(
    `SELECT id FROM task WHERE plan_id = :planId AND type IN ('EXECUTE_IMPORT', 'UNDO_IMPORT')
       AND status IN ('COMPLETED', 'COMPLETED_WITH_ERRORS') ORDER BY id DESC LIMIT 1`,
    { planId: task.planId },
  );
  if (last?.id === taskId) return undefined;
  return errorProblem('TASK_NOT_UNDOABLE', 'The task was taken back already.', {
    path,
    fix: `Undo task ${last?.id ?? ''} to bring it back.`,
  });
}

async function changes(context: WorkerContext, taskId: string): Promise<Problem[]> {
  const { connection } = context;
  const changed = await connection.all<NamedRow>(`${changedSince} ORDER BY 3`, { taskId });
  const deleted = await connection.all<NamedRow>(`${deletedSince} ORDER BY 3`, { taskId });
  return [
    ...changed.map((row) => changedProblem(context, row, 'was changed')),
    ...deleted.map((row) => changedProblem(context, row, 'was deleted')),
  ];
}

function changedProblem({ kinds }: WorkerContext, { id, kind, name }: NamedRow, happened: string): Problem {
  const title = kinds.find(kind)?.title ?? kind;
  return errorProblem('CHANGED_SINCE_IMPORT', `${title} "${name}" ${happened} after the import.`, {
    path: ['input', 'taskId'],
    resourceId: id,
    kind,
    name,
    fix: 'Use force to lose that change.',
  });
}

/** Resources that would stay and name one that would go. */
async function dependentsLeft(context: WorkerContext, taskId: string): Promise<Problem[]> {
  const rows = await context.connection.all<NamedRow & { target: string }>(
    `SELECT DISTINCT s.id, s.kind, s.name, t.name AS target
     FROM resource t
     JOIN edge e ON e.target_name = t.name
     JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = t.namespace
     JOIN edge_type_target k ON k.type_id = y.id AND k.kind = t.kind
     JOIN resource s ON s.content_id = e.content_id AND s.branch_id = t.branch_id
     WHERE t.id IN (${createdIds}) AND s.id NOT IN (${createdIds})
       AND s.id NOT IN (SELECT b.resource_id FROM resource_revision b WHERE b.replaced_by_task_id = :taskId)
     ORDER BY s.name, t.name`,
    { taskId },
  );
  return rows.map((row) =>
    dependentProblem(context, row, { verb: 'depends on', fix: 'Change it first, or use force.' }),
  );
}

async function childrenLeft(context: WorkerContext, taskId: string): Promise<Problem[]> {
  const rows = await context.connection.all<NamedRow & { target: string }>(
    `SELECT s.id, s.kind, s.name, t.name AS target FROM resource t JOIN resource s ON s.parent_id = t.id
     WHERE t.id IN (${createdIds}) AND s.id NOT IN (${createdIds}) ORDER BY s.name`,
    { taskId },
  );
  return rows.map((row) => dependentProblem(context, row, { verb: 'lives inside', fix: 'Delete or move it first.' }));
}

function dependentProblem(
  { kinds }: WorkerContext,
  { id, kind, name, target }: NamedRow & { target: string },
  { verb, fix }: { verb: string; fix: string },
): Problem {
  const title = kinds.find(kind)?.title ?? kind;
  const about = { path: ['input', 'taskId'], resourceId: id, kind, name, fix };
  return errorProblem('HAS_DEPENDENTS', `${title} "${name}" ${verb} "${target}", which the import made.`, about);
}

/** Names of resources that would come back, and that others have by now. */
async function namesTaken(context: WorkerContext, taskId: string): Promise<Problem[]> {
  const rows = await context.connection.all<NamedRow>(
    `SELECT r.id, r.kind, r.name FROM resource r
     JOIN (SELECT b.branch_id, b.namespace, b.name FROM ${deletedStates}) AS d
       ON d.branch_id = r.branch_id AND lower(d.name) = lower(r.name) AND d.namespace = r.namespace AND d.name = r.name
     ORDER BY r.name`,
    { taskId },
  );
  return rows.map(({ id, kind, name }) =>
    errorProblem('NAME_TAKEN', `The name "${name}" has been taken since.`, {
      path: ['input', 'taskId'],
      resourceId: id,
      kind,
      name,
      fix: 'Rename what has it now.',
    }),
  );
}
