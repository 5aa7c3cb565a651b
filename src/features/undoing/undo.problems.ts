/** Problems that prevent an undo. */
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { ProblemCode } from '../../shared/problemCode.js';
import { unseen } from '../../shared/unseen.js';
import type { WorkerContext } from '../workers/index.js';

const path = ['input', 'taskId'];

/** The resource of a problem. */
export interface NamedRow {
  id: string;
  kind: string;
  name: string;
}

/** Makes problems that do not reveal resources that the caller cannot see. */
export class UndoWording {
  constructor(
    private readonly context: Pick<WorkerContext, 'kinds'>,
    private readonly hiddenIds: ReadonlySet<string>,
  ) {}

  /** A problem of a resource. `sentence` gets the name to use for it. */
  about(
    code: ProblemCode,
    row: NamedRow,
    { sentence, fix }: { sentence: (who: string) => string; fix: string },
  ): Problem {
    const { id, kind, name } = row;
    if (this.hiddenIds.has(id)) {
      const message = capitalized(sentence(unseen));
      return errorProblem(code, message, { path, fix: 'Ask a manager of the project to undo it.' });
    }
    const message = capitalized(sentence(`${this.titleOf(kind)} "${name}"`));
    return errorProblem(code, message, { path, resourceId: id, kind, name, fix });
  }

  titleOf(kind: string): string {
    return this.context.kinds.find(kind)?.title ?? kind;
  }
}

function capitalized(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

export function touchesUnseen(): Problem {
  return errorProblem('FORBIDDEN', `The undo would change, delete or restore ${unseen}.`, {
    path,
    fix: 'Ask a manager of the project to undo it.',
  });
}

export function unknownTask(): Problem {
  return errorProblem('NOT_FOUND', 'There is no task with this id.', { path });
}

export function notUndoable(message: string, fix?: string): Problem {
  return errorProblem('TASK_NOT_UNDOABLE', message, { path, ...(fix !== undefined && { fix }) });
}

/** The task is undone already, or will be: `undoId` is the task that does it. */
export function takenBack(undoId: string, isOpen: boolean): Problem {
  return isOpen
    ? notUndoable(`Task ${undoId} is already undoing this task.`, `Follow task ${undoId} until it has ended.`)
    : notUndoable('The task was already undone.', `Undo task ${undoId} to restore its changes.`);
}

/** The last problem of a list that was cut. */
export function more(code: ProblemCode): Problem {
  return errorProblem(code, 'There are more problems like the ones above. Solve those first, and try again.', { path });
}
