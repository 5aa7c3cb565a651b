import { GraphQLJSONObject } from 'graphql-scalars';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import {
  answering,
  ActorType,
  connectionType,
  PageArgs,
  pageOf,
  pageRequest,
  ProblemType,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../../graphql/index.js';
import { AppError } from '../../../shared/appError.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import { Task, type TaskRepository } from '../../tasks/index.js';
import { readSpec } from '../readSpec.js';
import { Resource } from '../resource.entity.js';
import type { ResourceRepository } from '../resource.repository.js';
import type { ResourceService } from '../resource.service.js';
import type { HistoryRepository } from './history.repository.js';
import { ResourceRevision } from './resourceRevision.entity.js';

const ResourceRevisionConnection = connectionType(ResourceRevision, 'ResourceRevision');

@InputType({ description: 'The revision to restore.' })
export class RestoreRevisionInput {
  @Field(() => ID, { description: 'The resource.' })
  id!: string;

  @Field(() => Int, { description: 'The number of the revision.' })
  revision!: number;
}

@ObjectType({ description: 'The result of restoreRevision.' })
export class RestoreRevisionPayload {
  @Field(() => Resource, {
    nullable: true,
    description: 'The resource after the change; null if and only if there are problems.',
  })
  resource!: Resource | null;

  @Field(() => [ProblemType], { description: 'Why nothing was changed; empty on success.' })
  problems!: Problem[];
}

interface HistoryResolverParts {
  service: ResourceService;
  history: HistoryRepository;
  resources: ResourceRepository;
  tasks: TaskRepository;
}

@Resolver(() => Resource)
export class HistoryResolver {
  constructor(private readonly parts: HistoryResolverParts) {}

  @FieldResolver(() => ResourceRevisionConnection, { description: 'Its revisions, the current one first.' })
  async history(
    @Root() { id: resourceId }: Resource,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<ResourceRevision>> {
    const { history } = this.parts;
    const request = pageRequest(args.first, args.after, ['integer']);
    const beforeRevision = request.after === undefined ? undefined : Number(request.after[0]);
    const rows = await loaders.load(history.statesOf, { resourceId, first: request.first, beforeRevision });
    return toConnection(
      pageOf(rows ?? [], request, {
        cursorOf: ({ revision }) => [revision],
        count: async () => (await loaders.load(history.countsOf, resourceId)) ?? 0,
      }),
    );
  }

  @Mutation(
    () => RestoreRevisionPayload,
    answering('Restores the content of an earlier revision of a resource, as a new revision.', [
      'INVALID_ID',
      'NOT_FOUND',
      'READ_ONLY_REFERENCE',
      'UNIQUE_TEXT_TAKEN',
    ]),
  )
  restoreRevision(
    @Arg('input', () => RestoreRevisionInput, { description: 'The state.' }) input: RestoreRevisionInput,
    @Ctx() { session }: RequestContext,
  ): Promise<RestoreRevisionPayload> {
    return this.parts.service.restore(input, session);
  }
}

@Resolver(() => ResourceRevision)
export class ResourceRevisionResolver {
  constructor(private readonly parts: Pick<HistoryResolverParts, 'resources' | 'tasks'>) {}

  @FieldResolver(() => GraphQLJSONObject, { description: 'Its content.' })
  spec(@Root() { contentId }: ResourceRevision, @Ctx() context: RequestContext): Promise<JsonObject> {
    return readSpec(this.parts.resources, context, contentId);
  }

  @FieldResolver(() => String, { description: 'SHA-256 of its kind, title and spec.' })
  async digest(@Root() { contentId }: ResourceRevision, @Ctx() { loaders }: RequestContext): Promise<string> {
    const facts = await loaders.load(this.parts.resources.contentFactsByIds, contentId);
    if (!facts) throw AppError.internal(`Content ${contentId} of a revision is gone.`);
    return facts.digest;
  }

  @FieldResolver(() => ActorType, {
    nullable: true,
    description: 'Who created the revision; null if unknown.',
  })
  async changedBy(
    @Root() { changedByName, taskId }: ResourceRevision,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ActorType | null> {
    if (changedByName !== null) return { id: null, name: changedByName };
    // A task changes resources on behalf of the user who started it.
    const task = taskId === null ? null : await loaders.load(this.parts.tasks.byIds, taskId);
    return task?.principalName ? { id: task.principalId, name: task.principalName } : null;
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The task that created the revision, if there was one.' })
  async task(@Root() { taskId }: ResourceRevision, @Ctx() { loaders }: RequestContext): Promise<Task | null> {
    return taskId === null ? null : loaders.load(this.parts.tasks.byIds, taskId);
  }
}
