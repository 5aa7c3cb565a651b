/** Problems that prevent a change of a resource. */
import { errorProblem, type Problem } from '../../shared/problem.js';
import { unseenSubject } from '../../shared/unseen.js';
import type { WorkerContext } from '../workers/index.js';
import type { ShownNames } from './readers/shownNames.js';
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

export function nameTaken(
  names: ShownNames,
  existing: Named,
  { path, code = null }: { path: string[]; code?: string | null },
): Problem {
  const isShown = names.shows(existing);
  const owner = existing.mode === 'REFERENCE' ? 'a reference' : 'a resource of this project';
  const subject = isShown ? `${names.subject(existing)}, ${owner},` : names.subject(existing);
  const what = code === null ? 'the name' : `the external reference code "${code}"`;
  const other = path.at(-1) === 'name' ? 'Choose another name' : 'Choose another code';
  return errorProblem('NAME_TAKEN', `${subject} has ${what} already.`, {
    path,
    ...names.about(existing),
    fix: isShown && code === null ? `${other}, or rename the existing one first.` : `${other}.`,
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
    fix: 'Read it again, and repeat the change on the current revision.',
  });
}

export function hasDependent(context: Pick<WorkerContext, 'kinds'>, target: Named, dependent: Named): Problem {
  return errorProblem('HAS_DEPENDENTS', `${describe(context, dependent)} depends on "${target.name}".`, {
    path: ['input', 'id'],
    ...about(dependent),
    fix: 'Change or delete it first, or delete with force.',
  });
}

/** For a caller who may not see the dependent resource. */
export function hasHiddenDependent(target: Named): Problem {
  return errorProblem('HAS_DEPENDENTS', `${unseenSubject} depends on "${target.name}".`, {
    path: ['input', 'id'],
    fix: 'Ask a manager of the project to delete it.',
  });
}

export function hasChild(context: Pick<WorkerContext, 'kinds'>, target: Named, child: Named): Problem {
  return errorProblem('HAS_DEPENDENTS', `${describe(context, child)} is inside "${target.name}".`, {
    path: ['input', 'id'],
    ...about(child),
    fix: 'Delete what it contains first; force does not delete contents.',
  });
}

export function referencedByReference(names: ShownNames, row: Named): Problem {
  const message = `${names.subject(row)} refers to it by name, and is a read-only reference, which cannot be updated.`;
  return errorProblem('READ_ONLY_REFERENCE', message, {
    path: ['input', 'id'],
    ...names.about(row),
    fix: names.shows(row) ? 'Detach that reference first.' : 'Ask a manager of the project to rename it.',
  });
}

function about({ id, kind, name }: Named): { resourceId: string; kind: string; name: string } {
  return { resourceId: id, kind, name };
}
