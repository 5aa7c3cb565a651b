import { Arg, Args, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import {
  answering,
  ActorType,
  orderedPage,
  orderedPageRequest,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import { listOrder } from '../../shared/listOrder.js';
import { AppError } from '../../shared/appError.js';
import { visibleProjectIds } from '../../shared/session.js';
import { StoredFile, type StoredFileRepository } from '../files/index.js';
import { Branch, Project, type ProjectRepository } from '../projects/index.js';
import { Task } from './task.entity.js';
import { CancelTaskInput, TasksArgs } from './task.inputs.js';
import { CancelTaskPayload, TaskConnection } from './task.payloads.js';
import { taskSortKeys, type TaskRepository } from './task.repository.js';
import type { TaskService } from './task.service.js';
import type { TaskHub } from './taskHub.js';
import { taskListUpdates, taskUpdates } from './taskUpdates.js';

interface TaskResolverParts {
  service: TaskService;
  tasks: TaskRepository;
  files: StoredFileRepository;
  projects: ProjectRepository;
}

/** Subscriptions are resolved without an instance: they get their dependencies from the context. */
export interface TaskSubscriptionContext extends RequestContext {
  taskUpdates: (id: string) => Promise<AsyncIterable<Task>>;
  /** Updates of all tasks of these projects; undefined for all projects. */
  taskListUpdates: (projectIds: readonly string[] | undefined) => AsyncIterable<Task>;
  /** For each branch, whether the caller may see all its resources. */
  seesAllOf: (places: readonly { branchId: string; projectId: string }[]) => Promise<boolean[]>;
}

@Resolver(() => Task)
export class TaskResolver {
  constructor(private readonly parts: TaskResolverParts) {}

  @Query(() => Task, { nullable: true, description: 'One task, by its id.' })
  task(@Arg('id', () => ID, { description: 'The id of the task.' }) id: string): Promise<Task | null> {
    return this.parts.tasks.byId(id);
  }

  @Query(() => TaskConnection, {
    name: 'tasks',
    nullable: true,
    description:
      'The tasks of the projects that you may see, newest first by default. Null if the branch of the filter does not exist.',
  })
  list(@Args(() => TasksArgs) args: TasksArgs, @Ctx() { session, loaders }: RequestContext): Promise<Connection<Task>> {
    return taskPage(this.parts.tasks, { args, projectIds: visibleProjectIds(session), loaders });
  }

  @Mutation(
    () => CancelTaskPayload,
    answering('Cancels a queued or running task. Its changes are rolled back.', [
      'INVALID_ID',
      'NOT_FOUND',
      'TASK_NOT_CANCELLABLE',
    ]),
  )
  cancelTask(
    @Arg('input', () => CancelTaskInput, { description: 'The task.' }) input: CancelTaskInput,
  ): Promise<CancelTaskPayload> {
    return this.parts.service.cancel(input.id);
  }

  @Subscription(() => Task, {
    description:
      'The progress of a task: first the current state, then at most ten updates per second, and always the final state.',
    subscribe: ({ args, context }) => (context as TaskSubscriptionContext).taskUpdates((args as { id: string }).id),
  })
  taskProgress(@Root() task: Task, @Arg('id', () => ID, { description: 'The id of the task.' }) _id: string): Task {
    return task;
  }

  @Subscription(() => Task, {
    description:
      'Tasks as they change: those that have not ended at once, then each that is created, progresses or ends, at most ten times a second, and always its last state.',
    subscribe: ({ args, context }) => {
      const { projectId } = args as { projectId?: string | null };
      const { taskListUpdates, session } = context as TaskSubscriptionContext;
      return taskListUpdates(projectId ? [projectId] : visibleProjectIds(session));
    },
  })
  tasksChanged(
    @Root() task: Task,
    @Ctx() { session }: RequestContext,
    @Arg('projectId', () => ID, {
      nullable: true,
      description: 'Only tasks of this project; else of all projects that you may see when the subscription begins.',
    })
    _projectId?: string | null,
  ): Task {
    // The role may have been removed since.
    const visible = visibleProjectIds(session);
    if (visible && !visible.includes(task.projectId ?? '')) throw AppError.notFound('What was subscribed to');
    return task;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'The average number of items per second; null before the task starts.',
  })
  itemsPerSecond(@Root() { startedAt, endedAt, processedCount }: Task): number | null {
    if (!startedAt) return null;
    const seconds = ((endedAt ?? new Date()).getTime() - startedAt.getTime()) / 1000;
    return seconds <= 0 ? null : Math.round((processedCount / seconds) * 10) / 10;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why the task failed. The message may name resources that not everyone may see; then only the user who started the task sees it, and others only see that the task failed.',
  })
  async errorMessage(@Root() task: Task, @Ctx() context: TaskSubscriptionContext): Promise<string | null> {
    const { errorMessage, principalId, branchId, projectId } = task;
    if (errorMessage === null || principalId === context.session.actor.id) return errorMessage;
    if (branchId === null || projectId === null) return errorMessage;
    const seesAll = await context.loaders.load(context.seesAllOf, { branchId, projectId });
    return seesAll === true
      ? errorMessage
      : 'The task failed. The user who started it and managers of the project can see the reason.';
  }

  @FieldResolver(() => ActorType, {
    nullable: true,
    description: 'Who started the task; null for tasks that are older than access control.',
  })
  createdBy(@Root() { principalId, principalName }: Task): ActorType | null {
    return principalName === null ? null : { id: principalId, name: principalName };
  }

  @FieldResolver(() => [StoredFile], {
    description: 'The files of the task: the file that it read, the results and the error report.',
  })
  async files(@Root() task: Task, @Ctx() { loaders }: RequestContext): Promise<StoredFile[]> {
    const { sourceTaskId } = JSON.parse(task.input) as { sourceTaskId?: string };
    const filesOf = (id: string) => loaders.load(this.parts.files.filesOfTasks, id);
    // Loaded together, so that one statement checks who may read them.
    const [own, source] = await Promise.all([
      filesOf(task.id),
      sourceTaskId === undefined ? [] : filesOf(sourceTaskId),
    ]);
    return [...(source ?? []).filter(({ purpose }) => purpose === 'SOURCE'), ...(own ?? [])];
  }

  @FieldResolver(() => Branch, { nullable: true, description: 'The branch of the task.' })
  async branch(@Root() task: Task, @Ctx() { loaders }: RequestContext): Promise<Branch | null> {
    return task.branchId === null ? null : loaders.load(this.parts.projects.branchesByIds, task.branchId);
  }
}

@Resolver(() => Project)
export class ProjectTasksResolver {
  constructor(private readonly tasks: TaskRepository) {}

  @FieldResolver(() => TaskConnection, {
    name: 'tasks',
    description: 'The tasks of the project, newest first by default.',
  })
  tasksOf(
    @Root() { id }: Project,
    @Args(() => TasksArgs) args: TasksArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<Task>> {
    return taskPage(this.tasks, { args, projectIds: [id], loaders });
  }
}

interface TaskList extends Pick<RequestContext, 'loaders'> {
  args: TasksArgs;
  projectIds: readonly string[] | undefined;
}

async function taskPage(tasks: TaskRepository, { args, projectIds, loaders }: TaskList): Promise<Connection<Task>> {
  const usual = { field: 'CREATED_AT', direction: 'DESC' } as const;
  const request = orderedPageRequest(args, listOrder(taskSortKeys, args.orderBy, usual));
  const { types, statuses, isUndone, branchId, search } = args.filter ?? {};
  const filter = { types, statuses, isUndone, branchId, search, projectIds };
  const rows = await loaders.load(tasks.pagesOf, { filter, request });
  return toConnection(orderedPage(rows ?? [], request, async () => (await loaders.load(tasks.countsOf, filter)) ?? 0));
}

/** Creates `taskListUpdates` of the context. */
export function taskListUpdatesOf(hub: TaskHub, tasks: TaskRepository): TaskSubscriptionContext['taskListUpdates'] {
  return (projectIds) =>
    taskListUpdates(hub, {
      openOrEndedSince: (since) => tasks.openOrEndedSince(projectIds, since),
      byIds: tasks.byIds,
    });
}

/**
 * Creates `taskUpdates` of the context.
 * @throws AppError NOT_FOUND if the task does not exist
 */
export function taskUpdatesOf(hub: TaskHub, tasks: TaskRepository): TaskSubscriptionContext['taskUpdates'] {
  return async (id) => {
    if (!(await tasks.byId(id))) throw AppError.notFound('The task');
    return taskUpdates(hub, id, () => tasks.byId(id));
  };
}
