import { errorProblem, type Problem } from '../../shared/problem.js';
import type { UnendedTask } from '../tasks/worker.js';

const path = ['input', 'id'];

export function notThere(what: string): Problem {
  return errorProblem('NOT_FOUND', `There is no ${what} with this id.`, { path });
}

/** A problem for a task that is queued or running. */
export function notEnded({ id, type, status }: UnendedTask): Problem {
  return errorProblem('TASK_NOT_ENDED', `The task ${id} (${type}) is ${status}.`, {
    path,
    fix: `Wait until it has ended, or cancel it with cancelTask(input: { id: "${id}" }).`,
  });
}

export function planInUse(planId: string): Problem {
  return errorProblem('TASK_IN_USE', `The import plan ${planId} of this task is still open.`, {
    path,
    fix: `Discard it with discardImport(input: { planId: "${planId}" }), or execute it.`,
  });
}

export function beingUndone(undoId: string): Problem {
  return errorProblem('TASK_IN_USE', `The task ${undoId} is undoing this import.`, {
    path,
    fix: 'Wait until it has ended.',
  });
}

/** `undoId`: the undo of the undo that is to be deleted. */
export function neededByUndo(undoId: string): Problem {
  return errorProblem('TASK_IN_USE', `The task ${undoId} has undone this undo.`, {
    path,
    fix: `Delete that task first, with deleteTask(input: { id: "${undoId}" }).`,
  });
}

export function branchIsDefault(name: string): Problem {
  return errorProblem('BRANCH_IS_DEFAULT', `The branch "${name}" is the default branch of its project.`, {
    path,
    fix: 'Delete the project instead.',
  });
}

export function wrongConfirmation(key: string): Problem {
  return errorProblem('CONFIRMATION_WRONG', `confirmKey is not the key of the project, "${key}".`, {
    path: ['input', 'confirmKey'],
    fix: `Set confirmKey to "${key}" to delete the project and everything in it.`,
  });
}
