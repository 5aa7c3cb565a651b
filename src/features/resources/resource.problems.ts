/** The wording of what can stand in the way of a change to a resource. */
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { WorkerContext } from '../workers/index.js';
import type { ResourceRow } from './resourceRows.js';

type Named = Pick<ResourceRow, 'id' | 'kind' | 'name' | 'mode'>;

export function notFound(what: string, path: string[]): Problem {
  return errorProblem('NOT_FOUND', `There is no ${what} with this id.`, { path });
}

/** "ER schema "orders"", for the start of a sentence. */
export function describe(context: Pick<WorkerContext, 'kinds'>, { kind, name }: Pick<Named, 'kind' | 'name'>): string {
  const title = context.kinds.find(kind)?.title ?? kind;
  return `${title.charAt(0).toUpperCase()}${title.slice(1)} "${name}"`;
}

export function nameTaken(context: Pick<WorkerContext, 'kinds'>, existing: Named, path: string[]): Problem {
  const owner = existing.mode === 'REFERENCE' ? 'a reference' : 'a resource of this project';
  return errorProblem('NAME_TAKEN', `${describe(context, existing)}, ${owner}, has the name already.`, {
    path,
    ...about(existing),
    fix: 'Choose another name, or rename the existing one first.',
  });
}

export function readOnlyReference(context: Pick<WorkerContext, 'kinds'>, row: Named): Problem {
  return errorProblem('READ_ONLY_REFERENCE', `${describe(context, row)} is a read-only reference.`, {
    path: ['input', 'id'],
    ...about(row),
    fix: 'Detach it to make it an editable copy, or import a newer export of its source project.',
  });
}

export function staleRevision(row: Named & { revision: number }, expected: number): Problem {
  return errorProblem('STALE_REVISION', `"${row.name}" is at revision ${row.revision}, not ${expected}.`, {
    path: ['input', 'expectedRevision'],
    ...about(row),
    fix: 'Read it again, and repeat the change on what it is now.',
  });
}

export function hasDependent(context: Pick<WorkerContext, 'kinds'>, target: Named, dependent: Named): Problem {
  return errorProblem('HAS_DEPENDENTS', `${describe(context, dependent)} depends on "${target.name}".`, {
    path: ['input', 'id'],
    ...about(dependent),
    fix: 'Change or delete it first, or delete with force.',
  });
}

/** For who is not shown what depends on it. */
export function hasHiddenDependent(target: Named): Problem {
  return errorProblem('HAS_DEPENDENTS', `Something that is not open to you depends on "${target.name}".`, {
    path: ['input', 'id'],
    fix: 'Ask a manager of the project to delete it.',
  });
}

export function hasChild(context: Pick<WorkerContext, 'kinds'>, target: Named, child: Named): Problem {
  return errorProblem('HAS_DEPENDENTS', `${describe(context, child)} lives inside "${target.name}".`, {
    path: ['input', 'id'],
    ...about(child),
    fix: 'Delete what it contains first; force does not delete contents.',
  });
}

export function referencedByReference(context: Pick<WorkerContext, 'kinds'>, row: Named): Problem {
  const message = `${describe(context, row)} refers to it by name, and is a read-only reference that can't follow.`;
  return errorProblem('READ_ONLY_REFERENCE', message, {
    path: ['input', 'id'],
    ...about(row),
    fix: 'Detach that reference first.',
  });
}

function about({ id, kind, name }: Named): { resourceId: string; kind: string; name: string } {
  return { resourceId: id, kind, name };
}
