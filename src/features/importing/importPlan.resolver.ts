import { Arg, Args, Ctx, FieldResolver, ID, Mutation, ObjectType, Field, Query, Resolver, Root } from 'type-graphql';
import {
  answering,
  ActorType,
  pageRequest,
  ProblemType,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import type { Problem } from '../../shared/problem.js';
import { shownFileName, type DownloadContext, type StoredFileRepository } from '../files/index.js';
import { kindTypeOf, refuseUnknownKinds, type KindRegistry } from '../kinds/index.js';
import { Branch, type ProjectRepository } from '../projects/index.js';
import { originOf, type ResourceRepository } from '../resources/index.js';
import { Task, type TaskRepository } from '../tasks/index.js';
import {
  DiscardImportInput,
  ExecuteImportInput,
  ImportItemsArgs,
  RenameImportItemInput,
  SelectImportItemsInput,
  SetImportModeInput,
  SetImportOptionsInput,
} from './import.inputs.js';
import { StageImportInput } from './stageImport.inputs.js';
import type { ImportRepository } from './tables/import.repository.js';
import type { ImportService } from './import.service.js';
import {
  DiscardImportPayload,
  ImportCountsType,
  ImportItemConnection,
  ImportKindCounts,
  ImportSource,
  RenameImportItemPayload,
  SelectImportItemsPayload,
  SetImportModePayload,
  SetImportOptionsPayload,
  StageImportPayload,
} from './import.type.js';
import type { ImportItem } from './tables/importItem.entity.js';
import { ImportPlan } from './tables/importPlan.entity.js';
import { unknownKindType } from './unknownKind.js';

@ObjectType({ description: 'The result of executeImport.' })
export class ExecuteImportPayload {
  @Field(() => Task, {
    nullable: true,
    description: 'The task that was started; null if and only if there are problems.',
  })
  task!: Task | null;

  @Field(() => [ProblemType], { description: 'Why the task was not started; empty on success.' })
  problems!: Problem[];
}

interface ImportPlanResolverParts {
  service: ImportService;
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

  @Mutation(
    () => StageImportPayload,
    answering('Uploads a file and creates an import plan. Nothing is imported yet.', [
      'CALLBACK_INVALID',
      'CALLBACK_NOT_ALLOWED',
      'FILE_EMPTY',
      'FORBIDDEN_KEY',
      'IDEMPOTENCY_KEY_REUSED',
      'INVALID_ID',
      'MAPPING_INVALID',
      'MEDIA_TYPE_UNSUPPORTED',
      'NOT_FOUND',
      'TEMPLATE_UNFIT',
      'UPLOAD_INCOMPLETE',
    ]),
  )
  stageImport(
    @Arg('input', () => StageImportInput, { description: 'The file.' }) input: StageImportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<StageImportPayload> {
    return this.parts.service.stage(input, session);
  }

  @Mutation(
    () => SelectImportItemsPayload,
    answering('Selects or deselects items for import.', ['INVALID_ID', 'NOT_FOUND', 'PLAN_NOT_READY', 'UNKNOWN_KIND']),
  )
  selectImportItems(
    @Arg('input', () => SelectImportItemsInput, { description: 'The input.' }) input: SelectImportItemsInput,
  ): Promise<SelectImportItemsPayload> {
    return this.parts.service.select(input);
  }

  @Mutation(
    () => SetImportModePayload,
    answering('Sets whether items are imported as copies or as references.', [
      'INVALID_ID',
      'NOT_FOUND',
      'PLAN_NOT_READY',
      'UNKNOWN_KIND',
    ]),
  )
  setImportMode(
    @Arg('input', () => SetImportModeInput, { description: 'The input.' }) input: SetImportModeInput,
  ): Promise<SetImportModePayload> {
    return this.parts.service.setMode(input);
  }

  @Mutation(
    () => SetImportOptionsPayload,
    answering('Changes the options of a plan.', [
      'FORBIDDEN_KEY',
      'INVALID_ID',
      'KIND_REQUIRED',
      'MAPPING_INVALID',
      'NOT_FOUND',
      'PLAN_NOT_READY',
    ]),
  )
  setImportOptions(
    @Arg('input', () => SetImportOptionsInput, { description: 'The input.' }) input: SetImportOptionsInput,
    @Ctx() { session }: RequestContext,
  ): Promise<SetImportOptionsPayload> {
    return this.parts.service.setOptions(input, session);
  }

  @Mutation(
    () => RenameImportItemPayload,
    answering('Renames an item. All items of the plan that refer to it will use the new name.', [
      'INVALID_ID',
      'NAME_INVALID',
      'NAME_LOOKALIKE',
      'NOT_FOUND',
      'PLAN_NOT_READY',
      'RENAME_NOT_ALLOWED',
    ]),
  )
  renameImportItem(
    @Arg('input', () => RenameImportItemInput, { description: 'The new name.' }) input: RenameImportItemInput,
  ): Promise<RenameImportItemPayload> {
    return this.parts.service.rename(input);
  }

  @Mutation(
    () => ExecuteImportPayload,
    answering('Executes a plan in one transaction.', [
      'CALLBACK_INVALID',
      'CALLBACK_NOT_ALLOWED',
      'INVALID_ID',
      'NOT_FOUND',
      'PLAN_NOT_EXECUTABLE',
      'PLAN_NOT_READY',
      'TARGET_CHANGED',
    ]),
  )
  executeImport(
    @Arg('input', () => ExecuteImportInput, { description: 'The plan.' }) input: ExecuteImportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<ExecuteImportPayload> {
    return this.parts.service.execute(input, session);
  }

  @Mutation(
    () => DiscardImportPayload,
    answering('Discards a plan and deletes its staged items.', ['INVALID_ID', 'NOT_FOUND', 'PLAN_NOT_READY']),
  )
  discardImport(
    @Arg('input', () => DiscardImportInput, { description: 'The plan.' }) input: DiscardImportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DiscardImportPayload> {
    return this.parts.service.discard(input.planId, session.actor);
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

  @FieldResolver(() => ImportItemConnection, {
    description:
      'The items, in the order of the file. Empty while the file is being read and after the plan was discarded.',
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
