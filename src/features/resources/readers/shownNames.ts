import type { Problem } from '../../../shared/problem.js';
import type { Reader } from '../../../shared/session.js';
import { unseenSubject } from '../../../shared/unseen.js';
import type { WorkerContext } from '../../workers/index.js';
import { hiddenOf } from './restrictedIds.js';

interface Named {
  id: string;
  kind: string;
  name: string;
}

/** Names of resources for messages to a reader who may not see all of them. */
export class ShownNames {
  private constructor(
    private readonly context: Pick<WorkerContext, 'kinds'>,
    private readonly hidden: ReadonlySet<string>,
  ) {}

  /** For messages about resources of a branch. */
  static async of(
    context: Pick<WorkerContext, 'connection' | 'kinds'>,
    { branchId, reader }: { branchId: string; reader: Reader | null },
    rows: readonly Pick<Named, 'id'>[],
  ): Promise<ShownNames> {
    const ids = rows.map(({ id }) => id);
    return new ShownNames(context, await hiddenOf(context, { branchId, reader, ids }));
  }

  shows({ id }: Pick<Named, 'id'>): boolean {
    return !this.hidden.has(id);
  }

  /** "ER schema "orders"", for the start of a sentence. */
  subject(row: Named): string {
    if (!this.shows(row)) return unseenSubject;
    const title = this.context.kinds.find(row.kind)?.title ?? row.kind;
    return `${title.charAt(0).toUpperCase()}${title.slice(1)} "${row.name}"`;
  }

  /** The members of a problem that identify the resource. */
  about(row: Named): Pick<Problem, 'resourceId' | 'kind' | 'name'> {
    return this.shows(row) ? { resourceId: row.id, kind: row.kind, name: row.name } : {};
  }
}
