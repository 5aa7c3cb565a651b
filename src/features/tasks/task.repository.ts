import { In, Not, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import {
  andWhere,
  countsTogether,
  hasText,
  keysetPage,
  readRows,
  rowsTogether,
  sql,
  type Database,
  type Sql,
} from '../../database/index.js';
import { AppError } from '../../shared/appError.js';
import type { Actor } from '../../shared/actor.js';
import type { OrderedPageRequest } from '../../graphql/index.js';
import { traceparent } from '../../shared/spans.js';
import type { SortKeys } from '../../shared/listOrder.js';
import { Task, type TaskType } from './task.entity.js';
import type { TaskHub } from './taskHub.js';
import { noCounts, type TaskClaim } from './taskRows.js';
import { isTerminal, type TaskStatus } from './taskStates.js';

/** A task to queue. */
export interface NewTask<Input extends object = object> {
  id: string;
  type: TaskType;
  projectId: string | null;
  branchId: string | null;
  planId: string | null;
  /** For an undo: the task that it undoes. Call `openOrDoneUndoOf` first: a task has at most one such undo. */
  undoesTaskId?: string;
  /** The input of its handler; stored as JSON. */
  input: Input;
  createdAt: Date;
  /** The user who starts it. */
  actor: Actor;
}

/** Written in the transaction that creates a task, after its row. If it throws, there is no task. */
export type WrittenWithTask = (manager: EntityManager, task: Pick<NewTask, 'id' | 'planId'>) => Promise<void>;

/** A task that has not ended. */
export interface OpenTask {
  id: string;
  status: TaskStatus;
  runnerId: string | null;
  principalId: string | null;
  /** By the clock of the database; null if no server runs it. */
  heartbeatAt: string | null;
  isCancelRequested: boolean;
}

/** The queued tasks of all servers. */
export interface TaskQueueState {
  total: number;
  /** By the clock of the server that created it; null if none is queued. */
  oldestAt: string | null;
}

/** What was made of a task afterwards. */
export interface Undos {
  /** The last undo in the chain; null if there is none. */
  lastId: string | null;
  /** Whether a completed undo of the task has not been undone itself. */
  isUndone: boolean;
}

export interface TaskFilterValues {
  types?: readonly TaskType[] | null | undefined;
  statuses?: readonly TaskStatus[] | null | undefined;
  isUndone?: boolean | null | undefined;
  branchId?: string | null | undefined;
  /** A part of the name of a file of the task or of its plan, or of the user who started it. */
  search?: string | null | undefined;
  /** Only tasks of these projects; undefined for all. */
  projectIds?: readonly string[] | undefined;
}

/** A page of a list of tasks. */
export interface TaskPageKey {
  filter: TaskFilterValues;
  request: OrderedPageRequest<Task>;
}

const recentPageSize = 500;

export type TaskOrderField = 'CREATED_AT' | 'ENDED_AT';

const byId = { by: 'task.id', type: 'text', of: ({ id }: Task) => id } as const;

/** The order of the primary key, and of the index `task_ended`; later tasks have larger ids. */
export const taskSortKeys: SortKeys<TaskOrderField, Task> = {
  CREATED_AT: [byId],
  ENDED_AT: [
    { by: `coalesce(task.endedAt, '9999')`, type: 'text', of: ({ endedAt }) => endedAt?.toISOString() ?? '9999' },
    byId,
  ],
};

/** All queries of the API thread on tasks; running tasks are returned with their live progress. */
export class TaskRepository {
  constructor(
    private readonly database: Database,
    private readonly hub: TaskHub,
  ) {}

  /** Writes a queued task inside the caller's transaction; start it after the commit. */
  static async insert<Input extends object>(
    manager: EntityManager,
    { input, actor, ...task }: NewTask<Input>,
  ): Promise<void> {
    const row = {
      ...noCounts,
      ...task,
      input: JSON.stringify(input),
      principalId: actor.id,
      principalName: actor.name,
      stage: null,
      attempt: 0,
      isCancelRequested: false,
      isLeftUndone: false,
      traceparent: traceparent() ?? null,
    };
    // The branch may have been deleted since it was read.
    const { branchId } = task;
    const branches = branchId === null ? [] : await readRows(manager, sql`SELECT 1 FROM branch WHERE id = ${branchId}`);
    if (branchId !== null && branches.length === 0) throw AppError.notFound('The branch');
    await manager.insert(Task, { ...row, status: 'QUEUED' });
  }

  /** The queued, running or completed undo of a task; inside the caller's transaction, which holds the lock of the branch. */
  static openOrDoneUndoOf(manager: EntityManager, undoesTaskId: string): Promise<Task | null> {
    return manager.findOneBy(Task, { undoesTaskId, status: Not(In(['FAILED', 'CANCELLED'])) });
  }

  async byId(id: string): Promise<Task | null> {
    const task = await this.database.read.findOneBy(Task, { id });
    return task && this.hub.withProgress(task);
  }

  readonly byIds = async (ids: readonly string[]): Promise<(Task | null)[]> => {
    const rows = await this.database.read.findBy(Task, { id: In([...ids]) });
    const taskById = new Map(rows.map((task) => [task.id, this.hub.withProgress(task)]));
    return ids.map((id) => taskById.get(id) ?? null);
  };

  /**
   * For each task what was made of it afterwards: its undo, the undo of that one, and so on. Failed and cancelled ones do not count, so
   * each has at most one. A task that a deleted undo left undone has none.
   */
  readonly undosOf = async (ids: readonly string[]): Promise<Undos[]> => {
    const counted = sql`u.status NOT IN ('FAILED', 'CANCELLED')`;
    const rows = await readRows<{ taskId: string; undoId: string; status: TaskStatus }>(
      this.database.read,
      sql`WITH RECURSIVE chain (task_id, undo_id, status, depth) AS (
         SELECT u.undoes_task_id, u.id, u.status, 1 FROM task u WHERE u.undoes_task_id IN ${ids} AND ${counted}
         UNION ALL
         SELECT c.task_id, u.id, u.status, c.depth + 1 FROM chain c JOIN task u ON u.undoes_task_id = c.undo_id AND ${counted})
       SELECT task_id, undo_id, status FROM chain ORDER BY depth`,
    );
    const undosByTask = new Map<string, Undos>();
    for (const { taskId, undoId, status } of rows) {
      const { isUndone = false } = undosByTask.get(taskId) ?? {};
      undosByTask.set(taskId, { lastId: undoId, isUndone: isTerminal(status) ? !isUndone : isUndone });
    }
    const left = await readRows<{ id: string }>(
      this.database.read,
      sql`SELECT id FROM task WHERE id IN ${ids} AND is_left_undone`,
    );
    for (const { id } of left) undosByTask.set(id, { lastId: null, isUndone: true });
    return ids.map((id) => undosByTask.get(id) ?? { lastId: null, isUndone: false });
  };

  /** Tasks of all servers that have not ended, oldest first. */
  open(): Promise<OpenTask[]> {
    return readRows(this.database.read, sql`${openTasks} ORDER BY id LIMIT 1000`);
  }

  /** Undefined if it has ended. */
  async openById(id: string): Promise<OpenTask | undefined> {
    const [task] = await readRows<OpenTask>(this.database.read, sql`${openTasks} AND id = ${id}`);
    return task;
  }

  /**
   * Tasks of some projects (undefined: of all) that have not ended, and those that ended since a time, oldest first. In the order of the
   * index `task_ended`, in pages: their number has no bound.
   */
  async openOrEndedSince(projectIds: readonly string[] | undefined, since: Date): Promise<Task[]> {
    const found: Task[] = [];
    for (let [endedAt, id] = [since.toISOString(), '']; ;) {
      const rows = await this.filtered({ projectIds })
        .andWhere(`(coalesce(task.endedAt, '9999'), task.id) > (:endedAt, :id)`, { endedAt, id })
        .orderBy(`coalesce(task.endedAt, '9999')`)
        .addOrderBy('task.id')
        .limit(recentPageSize)
        .getMany();
      found.push(...rows.map((task) => this.hub.withProgress(task)));
      const last = rows.at(-1);
      if (!last || rows.length < recentPageSize) return found.sort((one, other) => (one.id < other.id ? -1 : 1));
      [endedAt, id] = [last.endedAt?.toISOString() ?? '9999', last.id];
    }
  }

  /** The queued tasks of all servers: how many there are, up to `most`, and when the oldest of these was created. */
  async queue(most: number): Promise<TaskQueueState> {
    const [row] = await readRows<TaskQueueState>(
      this.database.read,
      sql`SELECT count(*) AS total, min(q.created_at) AS oldest_at
        FROM (SELECT created_at FROM task WHERE status = 'QUEUED' LIMIT ${most}) q`,
    );
    return row ?? { total: 0, oldestAt: null };
  }

  /** The number of queued and running tasks of a principal, on all servers. */
  async openCountOf(principalId: string): Promise<number> {
    const [row] = await readRows<{ total: number }>(
      this.database.read,
      sql`SELECT count(*) AS total FROM task WHERE status IN ('QUEUED', 'RUNNING') AND principal_id = ${principalId}`,
    );
    return row?.total ?? 0;
  }

  /** Writes the heartbeat and the progress of a task, for other servers. */
  async beat({ taskId, runnerId }: TaskClaim): Promise<void> {
    const { stage = null, counts = {} } = this.hub.progressOf(taskId) ?? {};
    const now = await this.database.now();
    await this.database.write((manager) =>
      manager.update(
        Task,
        { id: taskId, runnerId, status: 'RUNNING' },
        { ...counts, stage, heartbeatAt: new Date(now) },
      ),
    );
  }

  /** Asks the server that runs a task to cancel it; false if none does. */
  async requestCancel(taskId: string): Promise<boolean> {
    const { affected } = await this.database.write((manager) =>
      manager.update(Task, { id: taskId, status: 'RUNNING' }, { isCancelRequested: true }),
    );
    return affected === 1;
  }

  /** A page of each list; one row more than requested if there are more. */
  readonly pagesOf = async (keys: readonly TaskPageKey[]): Promise<Task[][]> => {
    const pages = keys.map(({ filter, request }) => keysetPage(this.filtered(filter), request));
    const lists = await rowsTogether(this.database.read, pages);
    return lists.map((rows) => rows.map((task) => this.hub.withProgress(task)));
  };

  readonly countsOf = (filters: readonly TaskFilterValues[]): Promise<number[]> =>
    countsTogether(
      this.database.read,
      filters.map((filter) => this.filtered(filter)),
    );

  private filtered({
    types,
    statuses,
    isUndone,
    branchId,
    search,
    projectIds,
  }: TaskFilterValues): SelectQueryBuilder<Task> {
    const query = this.database.read.createQueryBuilder(Task, 'task').where('1 = 1');
    // An empty list matches nothing, and SQL has no empty IN ().
    if (types) query.andWhere('task.type IN (:...types)', { types: [...types, ''] });
    if (statuses) query.andWhere('task.status IN (:...statuses)', { statuses: [...statuses, ''] });
    if (isUndone === true) andWhere(query, isUndoneSql);
    if (isUndone === false) andWhere(query, sql`NOT ${isUndoneSql}`);
    if (branchId) query.andWhere('task.branchId = :branchId', { branchId });
    if (search) andWhere(query, isFoundBy(search));
    if (projectIds) query.andWhere('task.projectId IN (:...projectIds)', { projectIds: [...projectIds, ''] });
    return query;
  }
}

const openTasks = sql`SELECT id, status, runner_id, principal_id, heartbeat_at, is_cancel_requested
  FROM task WHERE status IN ('QUEUED', 'RUNNING')`;

/** As `undosOf` says: an odd number of undos have completed, one of the other. */
const isUndoneSql = sql`(task.is_left_undone OR (
  WITH RECURSIVE chain (id) AS (
    SELECT u.id FROM task u WHERE u.undoes_task_id = task.id AND u.status IN ('COMPLETED', 'COMPLETED_WITH_ERRORS')
    UNION ALL
    SELECT u.id FROM chain c JOIN task u ON u.undoes_task_id = c.id AND u.status IN ('COMPLETED', 'COMPLETED_WITH_ERRORS'))
  SELECT count(*) % 2 FROM chain) = 1)`;

/** The file of a plan was read by the task that staged it; later tasks of the plan are found by it too. */
function isFoundBy(search: string): Sql {
  return sql`(${hasText(sql`task.principal_name`, search)}
    OR EXISTS (SELECT 1 FROM stored_file f WHERE f.task_id = task.id AND ${hasText(sql`f.name`, search)})
    OR EXISTS (SELECT 1 FROM task staging JOIN stored_file f ON f.task_id = staging.id AND f.purpose = 'SOURCE'
      WHERE staging.plan_id = task.plan_id AND ${hasText(sql`f.name`, search)}))`;
}
