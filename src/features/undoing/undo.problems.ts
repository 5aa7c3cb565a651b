/** The wording of what can stand in the way of taking a task back. */
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { ProblemCode } from '../../shared/problemCode.js';
import { unseen } from '../../shared/unseen.js';
import type { WorkerContext } from '../workers/index.js';

const path = ['input', 'taskId'];

/** A resource that a problem is about. */
export interface NamedRow {
  id: string;
  kind: string;
  name: string;
}

/** Says what is in the way without telling of resources that are not for who asks. */
export class UndoWording {
  constructor(
    private readonly context: Pick<WorkerContext, 'kinds'>,
    private readonly hiddenIds: ReadonlySet<string>,
  ) {}

  /** A problem about a resource; `sentence` is given what to call it. */
  about(
    code: ProblemCode,
    row: NamedRow,
    { sentence, fix }: { sentence: (who: string) => string; fix: string },
  ): Problem {
    const { id, kind, name } = row;
    if (this.hiddenIds.has(id)) {
      const message = capitalized(sentence(unseen));
      return errorProblem(code, message, { path, fix: 'Ask a manager of the project to take it back.' });
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
  return errorProblem('FORBIDDEN', `This would change, delete or bring back ${unseen}.`, {
    path,
    fix: 'Ask a manager of the project to take it back.',
  });
}

export function unknownTask(): Problem {
  return errorProblem('NOT_FOUND', 'There is no task with this id.', { path });
}

export function notUndoable(message: string, fix?: string): Problem {
  return errorProblem('TASK_NOT_UNDOABLE', message, { path, ...(fix !== undefined && { fix }) });
}

/** For who comes second: `undoId` is the task that takes it back, or has done so. */
export function takenBack(undoId: string, isOpen: boolean): Problem {
  return isOpen
    ? notUndoable(`Task ${undoId} is taking it back already.`, `Follow task ${undoId} until it has ended.`)
    : notUndoable('The task was taken back already.', `Undo task ${undoId} to bring it back.`);
}

/** For a list that was cut. */
export function more(code: ProblemCode): Problem {
  return errorProblem(code, 'And more of this sort; mend the ones that are named, and ask again.', { path });
}
