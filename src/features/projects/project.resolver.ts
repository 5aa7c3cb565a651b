import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import {
  answering,
  orderedPageRequest,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import { listOrder } from '../../shared/listOrder.js';
import { visibleProjectIds } from '../../shared/session.js';
import { AppError } from '../../shared/appError.js';
import { Branch } from './branch.entity.js';
import { Project } from './project.entity.js';
import { CreateBranchInput, CreateProjectInput, ProjectsArgs, UpdateProjectInput } from './project.inputs.js';
import {
  CreateBranchPayload,
  CreateProjectPayload,
  ProjectConnection,
  UpdateProjectPayload,
} from './project.payloads.js';
import { projectSortKeys, type ProjectRepository } from './project.repository.js';
import { maxBranches } from './project.rules.js';
import type { ProjectService } from './project.service.js';

/** Subscriptions are resolved without an instance: they get their dependencies from the context. */
export interface BranchSubscriptionContext extends RequestContext {
  branchUpdates: (branchId: string) => Promise<AsyncIterable<Branch>>;
}

@Resolver(() => Project)
export class ProjectResolver {
  constructor(
    private readonly service: ProjectService,
    private readonly projects: ProjectRepository,
  ) {}

  @Query(() => ProjectConnection, {
    name: 'projects',
    description: 'The projects that you may see, by default sorted by key.',
  })
  async list(
    @Args(() => ProjectsArgs) args: ProjectsArgs,
    @Ctx() { session }: RequestContext,
  ): Promise<Connection<Project>> {
    const request = orderedPageRequest(args, listOrder(projectSortKeys, args.orderBy, { field: 'KEY' }));
    const filter = { ids: visibleProjectIds(session), search: args.filter?.search };
    return toConnection(await this.projects.page(filter, request));
  }

  @Query(() => Project, { nullable: true, description: 'One project, by its key.' })
  project(@Arg('key', () => String, { description: 'The key of the project.' }) key: string): Promise<Project | null> {
    return this.projects.byKey(key);
  }

  @Query(() => Branch, { nullable: true, description: 'One branch, by the key of its project and its name.' })
  branch(
    @Arg('projectKey', () => String, { description: 'The key of the project.' }) projectKey: string,
    @Arg('name', () => String, { description: 'The name of the branch.' }) name: string,
  ): Promise<Branch | null> {
    return this.projects.branchByName(projectKey, name);
  }

  @Mutation(
    () => CreateProjectPayload,
    answering('Creates a project with a branch "main".', ['NAME_INVALID', 'NAME_TAKEN']),
  )
  createProject(
    @Arg('input', () => CreateProjectInput, { description: 'The project.' }) input: CreateProjectInput,
    @Ctx() { session }: RequestContext,
  ): Promise<CreateProjectPayload> {
    return this.service.createProject(input, session.actor);
  }

  @Mutation(
    () => UpdateProjectPayload,
    answering(
      'Changes the name, the description or the capabilities of a project. Import plans of its branches are derived again.',
      ['CAPABILITY_IN_USE', 'INVALID_ID', 'NAME_INVALID', 'NOT_FOUND'],
    ),
  )
  updateProject(
    @Arg('input', () => UpdateProjectInput, { description: 'The settings.' }) input: UpdateProjectInput,
    @Ctx() { session }: RequestContext,
  ): Promise<UpdateProjectPayload> {
    return this.service.updateProject(input, session.actor);
  }

  @Mutation(
    () => CreateBranchPayload,
    answering('Creates a branch, empty or with the resources of another branch.', [
      'INVALID_ID',
      'NAME_INVALID',
      'NAME_TAKEN',
      'NOT_FOUND',
      'TOO_MANY_BRANCHES',
    ]),
  )
  createBranch(
    @Arg('input', () => CreateBranchInput, { description: 'The branch.' }) input: CreateBranchInput,
    @Ctx() { session }: RequestContext,
  ): Promise<CreateBranchPayload> {
    return this.service.createBranch(input, session.actor);
  }

  @FieldResolver(() => [Branch], { description: `Its branches, the default one first; at most ${maxBranches}.` })
  async branches(@Root() project: Project, @Ctx() { loaders }: RequestContext): Promise<Branch[]> {
    return (await loaders.load(this.projects.branchesOfProjects, project.id)) ?? [];
  }

  @FieldResolver(() => Branch, { description: 'The default branch.' })
  async defaultBranch(@Root() project: Project, @Ctx() { loaders }: RequestContext): Promise<Branch> {
    const branches = await loaders.load(this.projects.branchesOfProjects, project.id);
    const branch = branches?.find(({ isDefault }) => isDefault);
    if (!branch) throw AppError.internal(`Project ${project.id} has no default branch.`);
    return branch;
  }
}

@Resolver(() => Branch)
export class BranchResolver {
  constructor(private readonly projects: ProjectRepository) {}

  @FieldResolver(() => Project, { description: 'The project that it belongs to.' })
  async project(@Root() branch: Branch, @Ctx() { loaders }: RequestContext): Promise<Project> {
    const project = await loaders.load(this.projects.byIds, branch.projectId);
    if (!project) throw AppError.internal(`Branch ${branch.id} has no project.`);
    return project;
  }

  @Subscription(() => Branch, {
    description:
      'The states of a branch: the present one at once, then at most two a second, and always the last one. It ends when the branch is deleted.',
    subscribe: ({ args, context }) =>
      (context as BranchSubscriptionContext).branchUpdates((args as { branchId: string }).branchId),
  })
  branchChanged(
    @Root() branch: Branch,
    @Arg('branchId', () => ID, { description: 'The branch.' }) _branchId: string,
  ): Branch {
    return branch;
  }
}
