import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  ActorType,
  pageRequest,
  ProblemType,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import { shownFileName, type DownloadContext, type StoredFileRepository } from '../files/index.js';
import { kindTypeOf, refuseUnknownKinds, type KindRegistry } from '../kinds/index.js';
import { Branch, type ProjectRepository } from '../projects/index.js';
import { originOf, type ResourceRepository } from '../resources/index.js';
import { Task, type TaskRepository } from '../tasks/index.js';
import { ImportItemsArgs } from './import.inputs.js';
import { maxReplacements, type ImportRepository } from './tables/import.repository.js';
import {
  ImportCountsType,
  ImportItemConnection,
  ImportKindCounts,
  ImportReplacement,
  ImportSource,
} from './import.type.js';
import type { ImportItem } from './tables/importItem.entity.js';
import { ImportPlan } from './tables/importPlan.entity.js';
import { unknownKindType } from './unknownKind.js';

interface ImportPlanResolverParts {
  imports: ImportRepository;
  tasks: TaskRepository;
  resources: ResourceRepository;
  projects: ProjectRepository;
  files: StoredFileRepository;
  kinds: KindRegistry;
}

@Resolver(() => ImportPlan)
export class ImportPlanResolver {
  constructor(private readonly parts: ImportPlanResolverParts) {}

  @Query(() => ImportPlan, { nullable: true, description: 'One import plan, by its id.' })
  importPlan(@Arg('id', () => ID, { description: 'The id of the plan.' }) id: string): Promise<ImportPlan | null> {
    return this.parts.imports.byId(id);
  }

  @FieldResolver(() => Task, {
    description: 'The current or most recent task of the plan, which reads the file or executes the plan.',
  })
  async task(@Root() plan: ImportPlan, @Ctx() { loaders }: RequestContext): Promise<Task> {
    const task = await loaders.load(this.parts.tasks.byIds, plan.executeTaskId ?? plan.stageTaskId);
    if (!task) throw AppError.internal(`Plan ${plan.id} has no task.`);
    return task;
  }

  @FieldResolver(() => Branch, { description: 'The branch to import into.' })
  async branch(@Root() plan: ImportPlan, @Ctx() { loaders }: RequestContext): Promise<Branch> {
    const branch = await loaders.load(this.parts.projects.branchesByIds, plan.branchId);
    if (!branch) throw AppError.internal(`Plan ${plan.id} has no branch.`);
    return branch;
  }

  @FieldResolver(() => ImportSource, {
    nullable: true,
    description: 'The source that the file was exported from; null until the file has been read.',
  })
  async source(@Root() plan: ImportPlan, @Ctx() { loaders }: RequestContext): Promise<ImportSource | null> {
    if (plan.provenanceId === null) return null;
    const provenance = await loaders.load(this.parts.resources.provenancesByIds, plan.provenanceId);
    if (!provenance) return null;
    const { instance, project, branch, exportedAt } = originOf(provenance, {
      sourceName: null,
      sourceId: null,
      originChain: null,
    });
    return { instance, project, branch, exportedAt, exportedBy: provenance.exportedBy };
  }

  @FieldResolver(() => ImportCountsType, { description: 'The number of items per action.' })
  counts(@Root() plan: ImportPlan): ImportCountsType {
    return plan.itemCounts;
  }

  @FieldResolver(() => [ImportKindCounts], {
    description: 'The number of items per kind and action, sorted by the name of the kind.',
  })
  kindCounts(@Root() plan: ImportPlan): ImportKindCounts[] {
    return plan.itemKindCounts.map(({ kind: name, ...counts }) => {
      const kind = this.parts.kinds.find(name);
      return { kind: kind ? kindTypeOf(kind) : unknownKindType(name), counts };
    });
  }

  @FieldResolver(() => Task, {
    nullable: true,
    description: 'The task that executes the plan, or executed it last; null before the first execution.',
  })
  executeTask(@Root() plan: ImportPlan, @Ctx() { loaders }: RequestContext): Promise<Task | null> | null {
    return plan.executeTaskId === null ? null : loaders.load(this.parts.tasks.byIds, plan.executeTaskId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The name of the file; for users who may not download it, only a generic name. Null until a transfer has written its file.',
  })
  async fileName(@Root() plan: ImportPlan, @Ctx() context: DownloadContext): Promise<string | null> {
    const file = await context.loaders.load(this.parts.files.byIds, plan.sourceFileId);
    return file && shownFileName(file, context);
  }

  @FieldResolver(() => ActorType, {
    nullable: true,
    description: 'Who uploaded the file, or started the transfer; null for plans that are older than access control.',
  })
  async createdBy(@Root() plan: ImportPlan, @Ctx() { loaders }: RequestContext): Promise<ActorType | null> {
    const file = await loaders.load(this.parts.files.byIds, plan.sourceFileId);
    const task = await loaders.load(this.parts.tasks.byIds, file?.taskId ?? plan.stageTaskId);
    const name = task?.principalName ?? null;
    return name === null ? null : { id: task?.principalId ?? null, name };
  }

  @FieldResolver(() => [ProblemType], {
    description: 'Problems of the whole file, and advice, grouped by code.',
  })
  problems(@Root() plan: ImportPlan): Problem[] {
    return [...plan.fileProblems, ...plan.advice];
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the plan can be executed with ON_ERROR_FAIL: no selected item is blocked or has a collision.',
  })
  isExecutable(@Root() { status, itemCounts }: ImportPlan): boolean {
    return status === 'READY' && itemCounts.collision === 0 && itemCounts.blocked === 0;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the branch is as it was when the plan was derived. If it is not, the next change of the plan derives it again.',
  })
  async isCurrent(@Root() plan: ImportPlan, @Ctx() { loaders }: RequestContext): Promise<boolean> {
    const branch = await loaders.load(this.parts.projects.branchesByIds, plan.branchId);
    return plan.branchVersion === branch?.version;
  }

  @FieldResolver(() => GraphQLJSONObject, {
    description:
      'What was chosen for the whole plan, as settings in the format of saveTemplate, with intoCollection. Absent settings have their default values.',
  })
  async settings(@Root() { mode, options }: ImportPlan, @Ctx() { answer }: RequestContext): Promise<JsonObject> {
    const settings = { mode, ...(options as JsonObject) };
    await answer.takeBytes(Buffer.byteLength(JSON.stringify(settings)));
    return settings;
  }

  @FieldResolver(() => [ImportReplacement], {
    description: `The replacements of its prerequisites, chosen or remembered, by name; the first ${maxReplacements}.`,
  })
  async replacements(@Root() { no }: ImportPlan, @Ctx() { loaders }: RequestContext): Promise<ImportReplacement[]> {
    return (await loaders.load(this.parts.imports.replacementsOf, no)) ?? [];
  }

  @FieldResolver(() => ImportItemConnection, {
    description:
      'The items: first the deletions, then the items of the file in their order. Empty while the file is being read and after the plan was discarded.',
  })
  async items(
    @Root() plan: ImportPlan,
    @Args(() => ImportItemsArgs) { first, after, filter }: ImportItemsArgs,
  ): Promise<Connection<ImportItem>> {
    // A file may contain items of unknown kinds; the filter accepts these kinds too.
    const ofFile = plan.itemKindCounts.map(({ kind }) => kind);
    refuseUnknownKinds(this.parts.kinds, filter?.kinds, ofFile);
    return toConnection(await this.parts.imports.items(plan, filter ?? {}, pageRequest(first, after, ['integer'])));
  }
}
