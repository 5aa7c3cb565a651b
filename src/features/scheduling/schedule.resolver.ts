import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  ActorType,
  answering,
  orderedPage,
  orderedPageRequest,
  PageArgs,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import { hasRole, type Session } from '../../shared/session.js';
import { shownAddress } from '../callbacks/index.js';
import { Branch, Project, type ProjectRepository } from '../projects/index.js';
import { Task, type TaskRepository } from '../tasks/index.js';
import { Template, type TemplateService } from '../templates/index.js';
import { Schedule } from './schedule.entity.js';
import {
  DeleteScheduleInput,
  RunScheduleInput,
  SaveScheduleInput,
  SetScheduleEnabledInput,
} from './schedule.inputs.js';
import {
  DeleteSchedulePayload,
  RunSchedulePayload,
  SaveSchedulePayload,
  ScheduleConnection,
  ScheduleRun,
  SetScheduleEnabledPayload,
} from './schedule.payloads.js';
import { withoutNames } from './schedule.problems.js';
import { scheduleOrder, type ScheduleRepository } from './schedule.repository.js';
import type { ScheduleService } from './schedule.service.js';

@Resolver()
export class ScheduleMutationResolver {
  constructor(private readonly service: ScheduleService) {}

  @Mutation(
    () => SaveSchedulePayload,
    answering(
      'Saves an export or a transfer that starts by itself. It belongs to the user who saved it last, and runs with the rights that this user has at that time.',
      [
        ...(['CALLBACK_INVALID', 'CALLBACK_NOT_ALLOWED', 'CRON_INVALID', 'FORBIDDEN_KEY', 'INVALID_ID'] as const),
        ...(['MAPPING_INVALID', 'NAME_INVALID', 'NAME_LOOKALIKE', 'NAME_TAKEN', 'NOT_FOUND'] as const),
        ...(['SETTING_INVALID', 'TEMPLATE_UNFIT', 'TIME_ZONE_UNKNOWN'] as const),
      ],
    ),
  )
  saveSchedule(
    @Arg('input', () => SaveScheduleInput, { description: 'The schedule.' }) input: SaveScheduleInput,
    @Ctx() { session }: RequestContext,
  ): Promise<SaveSchedulePayload> {
    return this.service.save(input, session);
  }

  @Mutation(
    () => SetScheduleEnabledPayload,
    answering('Enables or disables a schedule. A disabled one keeps its settings and does not run.', [
      'INVALID_ID',
      'NOT_FOUND',
    ]),
  )
  setScheduleEnabled(
    @Arg('input', () => SetScheduleEnabledInput, { description: 'The schedule.' }) input: SetScheduleEnabledInput,
    @Ctx() { session }: RequestContext,
  ): Promise<SetScheduleEnabledPayload> {
    return this.service.setEnabled(input.id, input.isEnabled, session.actor);
  }

  @Mutation(
    () => RunSchedulePayload,
    answering(
      'Runs a schedule now, also a disabled one, with the rights of its owner. The run begins at once, or when the one before it has ended. The times of the schedule stay.',
      ['INVALID_ID', 'NOT_FOUND'],
    ),
  )
  runSchedule(
    @Arg('input', () => RunScheduleInput, { description: 'The schedule.' }) input: RunScheduleInput,
    @Ctx() { session }: RequestContext,
  ): Promise<RunSchedulePayload> {
    return this.service.requestRun(input.id, session.actor);
  }

  @Mutation(
    () => DeleteSchedulePayload,
    answering('Deletes a schedule. The tasks that it started stay.', ['INVALID_ID', 'NOT_FOUND']),
  )
  deleteSchedule(
    @Arg('input', () => DeleteScheduleInput, { description: 'The schedule.' }) input: DeleteScheduleInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DeleteSchedulePayload> {
    return this.service.delete(input.id, session.actor);
  }
}

@Resolver(() => Schedule)
export class ScheduleResolver {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly templates: Pick<TemplateService, 'byIds'>,
  ) {}

  @FieldResolver(() => Boolean, { description: 'Whether it runs.' })
  isEnabled(@Root() { nextRunAt }: Schedule): boolean {
    return nextRunAt !== null;
  }

  @FieldResolver(() => ActorType, { description: 'Its owner: the user who saved it last.' })
  owner(@Root() { principalId, principalName }: Schedule): ActorType {
    return { id: principalId, name: principalName };
  }

  @FieldResolver(() => Branch, {
    nullable: true,
    description: 'The branch to export from; null if it no longer exists, or if you may not see its project.',
  })
  branch(@Root() { branchId }: Schedule, @Ctx() context: RequestContext): Promise<Branch | null> {
    return this.visibleBranch(branchId, context);
  }

  @FieldResolver(() => Branch, {
    nullable: true,
    description: 'For transfers: the branch to import into; null if it no longer exists.',
  })
  async intoBranch(@Root() { intoBranchId }: Schedule, @Ctx() context: RequestContext): Promise<Branch | null> {
    return intoBranchId === null ? null : this.visibleBranch(intoBranchId, context);
  }

  @FieldResolver(() => Template, {
    nullable: true,
    description:
      'The template that says what is exported; null if it no longer exists, or if you may not see its project.',
  })
  template(@Root() { templateId }: Schedule, @Ctx() context: RequestContext): Promise<Template | null> {
    return this.visibleTemplate(templateId, context);
  }

  @FieldResolver(() => Template, {
    nullable: true,
    description: 'For transfers: the template of the import; null if there is none, or if it no longer exists.',
  })
  async importTemplate(
    @Root() { importTemplateId }: Schedule,
    @Ctx() context: RequestContext,
  ): Promise<Template | null> {
    return importTemplateId === null ? null : this.visibleTemplate(importTemplateId, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The URL of the callbacks of its tasks, without its query; null if there is none. Only the owner and managers of the project see the full path; others see scheme, host and port.',
  })
  callbackUrl(@Root() { callbackUrl, ...schedule }: Schedule, @Ctx() { session }: RequestContext): string | null {
    const withPath = isOwner(schedule, session) || hasRole(session, schedule.projectId, 'MANAGER');
    return callbackUrl === null ? null : shownAddress(callbackUrl, { withPath });
  }

  @FieldResolver(() => ScheduleRun, { nullable: true, description: 'Its last run; null if it never ran.' })
  lastRun(@Root() schedule: Schedule, @Ctx() { session }: RequestContext): ScheduleRun | null {
    const { lastDueAt: dueAt, lastStartedAt: startedAt, lastTaskId: taskId, lastProblems } = schedule;
    if (!dueAt || !startedAt) return null;
    const problems = seesNames(schedule, session) ? lastProblems : withoutNames(lastProblems);
    return { dueAt, startedAt, taskId, problems };
  }

  private async visibleBranch(id: string, { loaders, session }: RequestContext): Promise<Branch | null> {
    const branch = await loaders.load(this.projects.branchesByIds, id);
    return branch && hasRole(session, branch.projectId, 'VIEWER') ? branch : null;
  }

  private async visibleTemplate(id: string, { loaders, session }: RequestContext): Promise<Template | null> {
    const template = await loaders.load(this.templates.byIds, id);
    return template && hasRole(session, template.projectId, 'VIEWER') ? template : null;
  }
}

@Resolver(() => ScheduleRun)
export class ScheduleRunResolver {
  constructor(private readonly tasks: TaskRepository) {}

  @FieldResolver(() => Task, {
    nullable: true,
    description:
      'The task that it started last: of a transfer that is executed, first the one that creates the plan and then the one that executes it. Null if it started none, or if the task was deleted.',
  })
  async task(@Root() { taskId }: ScheduleRun, @Ctx() { loaders }: RequestContext): Promise<Task | null> {
    return taskId === null ? null : loaders.load(this.tasks.byIds, taskId);
  }
}

@Resolver(() => Project)
export class ProjectSchedulesResolver {
  constructor(private readonly saved: ScheduleRepository) {}

  @Query(() => ScheduleConnection, {
    name: 'schedules',
    nullable: true,
    description: 'The schedules of a project, sorted by name, case-insensitive. Null if the project does not exist.',
  })
  list(
    @Arg('projectId', () => ID, { description: 'The project.' }) projectId: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Schedule>> {
    return this.schedules({ id: projectId }, args, context);
  }

  @FieldResolver(() => ScheduleConnection, {
    description: 'The schedules of the project, sorted by name, case-insensitive.',
  })
  async schedules(
    @Root() { id: projectId }: Pick<Project, 'id'>,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<Schedule>> {
    const request = orderedPageRequest(args, scheduleOrder);
    const rows = await loaders.load(this.saved.pagesOf, { projectId, request });
    return toConnection(
      orderedPage(rows ?? [], request, async () => (await loaders.load(this.saved.countsOf, projectId)) ?? 0),
    );
  }
}

function isOwner({ principalId }: Pick<Schedule, 'principalId'>, session: Session): boolean {
  return principalId === session.actor.id;
}

/** Managers see all resources of their project, but not those of the project that a transfer reads. */
function seesNames(schedule: Schedule, session: Session): boolean {
  if (isOwner(schedule, session) || session.isSuperuser) return true;
  return schedule.action === 'EXPORT' && hasRole(session, schedule.projectId, 'MANAGER');
}
