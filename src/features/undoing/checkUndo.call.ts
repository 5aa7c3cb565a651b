import { sql } from '../../database/worker.js';
import type { Problem } from '../../shared/problem.js';
import type { Reader } from '../../shared/session.js';
import { hiddenAmong, hiddenIds } from '../resources/worker.js';
import type { HeavyRead, WorkerCall, WorkerContext } from '../workers/index.js';
import {
  changes,
  childrenLeft,
  codesTaken,
  dependentsLeft,
  namesTaken,
  packsOff,
  parentsMissing,
  type UndoQuestion,
} from './obstacles.js';
import { refuseTask } from './refuseTask.js';
import { indexTexts, lacksTexts, textsTaken } from './takenTexts.js';
import { touchesUnseen, UndoWording } from './undo.problems.js';
import { deriveOutcome } from './undoOutcome.js';

/** The task to undo, and the caller. */
export interface UndoOrder {
  taskId: string;
  /** Undo even if resources were changed since; those changes are lost. */
  force: boolean;
  /** The caller; null if the caller can see every resource. */
  reader: Reader | null;
}

interface UndoCheck {
  problems: Problem[];
  /** True if texts that must be compared are not indexed yet. Index them with `indexUndoTextsCall`, and check again. */
  lacksTexts: boolean;
}

/** Returns why a task cannot be undone, whatever the branch is like. Uses only a few index lookups; run it before `checkUndoCall`. */
export const refuseUndoCall: WorkerCall<Pick<UndoOrder, 'taskId'>, Problem | null> = {
  name: 'undoing.refuse',
  isRead: true,
  run: async (context, { taskId }) => (await refuseTask(context, { taskId, undoId: null })) ?? null,
};

/** Returns everything that prevents the undo of a task. */
export const checkUndoCall: HeavyRead<UndoOrder, UndoCheck> = {
  name: 'undoing.check',
  isRead: true,
  isHeavy: true,
  run: (context, order) =>
    context.connection.snapshot(async () => {
      const problems = await checkUndo(context, order);
      return { problems, lacksTexts: problems.length === 0 && (await lacksTexts(context)) };
    }),
};

/** Indexes the texts that `checkUndoCall` could not compare. */
export const indexUndoTextsCall: WorkerCall<Pick<UndoOrder, 'taskId'>, null> = {
  name: 'undoing.indexTexts',
  run: (context, { taskId }) =>
    context.connection.transaction(async () => {
      await deriveOutcome(context.connection, taskId);
      await indexTexts(context);
      return null;
    }),
};

/**
 * The same check inside the caller's transaction or snapshot. If there are no problems, `undo_outcome` holds the outcome afterwards.
 * `undoId`: the task that executes the undo, if it exists already.
 */
export async function checkUndo(
  context: WorkerContext,
  { taskId, force, reader }: UndoOrder,
  undoId: string | null = null,
): Promise<Problem[]> {
  const { connection } = context;
  const refusal = await refuseTask(context, { taskId, undoId });
  if (refusal) return [refusal];
  await deriveOutcome(connection, taskId);
  const { branchId, projectId } = await placeOf(context, taskId);
  const asked = { branchId, reader };
  const touched = await hiddenAmong(context, asked, sql`SELECT o.resource_id AS id FROM undo_outcome o`);
  if (touched.length > 0) return [touchesUnseen()];
  const wording = new UndoWording(context, new Set(await hiddenIds(context, asked)));
  const question: UndoQuestion = { context, wording, taskId };
  if (undoId !== null) await indexTexts(context);
  return [
    ...(force ? [] : [...(await changes(question)), ...(await dependentsLeft(question))]),
    ...(await packsOff(question, projectId)),
    ...(await childrenLeft(question)),
    ...(await parentsMissing(question)),
    ...(await namesTaken(question)),
    ...(await codesTaken(question)),
    ...(await textsTaken(question)),
  ];
}

async function placeOf(
  { connection }: WorkerContext,
  taskId: string,
): Promise<{ branchId: string; projectId: string }> {
  const place = await connection.get<{ branchId: string | null; projectId: string | null }>(
    sql`SELECT branch_id, project_id FROM task WHERE id = ${taskId}`,
  );
  return { branchId: place?.branchId ?? '', projectId: place?.projectId ?? '' };
}
