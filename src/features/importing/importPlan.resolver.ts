import { Arg, Args, Ctx, FieldResolver, ID, Mutation, ObjectType, Field, Query, Resolver, Root } from 'type-graphql';
import {
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
import { kindTypeOf, type KindRegistry } from '../kinds/index.js';
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

@ObjectType({ description: 'What came of carrying a plan out.' })
export class ExecuteImportPayload {
  @Field(() => Task, { nullable: true, description: 'The task that does it; null exactly when there are problems.' })
  task!: Task | null;

  @Field(() => [ProblemType], { description: 'Why nothing was started.' })
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

  @Mutation(() => StageImportPayload, {
    description: 'Stores a file and derives what it would do to a branch. Nothing is imported yet.',
  })
  stageImport(
    @Arg('input', () => StageImportInput, { description: 'The file.' }) input: StageImportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<StageImportPayload> {
    return this.parts.service.stage(input, session);
  }

  @Mutation(() => SelectImportItemsPayload, { description: 'Chooses which items are imported.' })
  selectImportItems(
    @Arg('input', () => SelectImportItemsInput, { description: 'The choice.' }) input: SelectImportItemsInput,
  ): Promise<SelectImportItemsPayload> {
    return this.parts.service.select(input);
  }

  @Mutation(() => SetImportModePayload, { description: 'Chooses what items become: copies or references.' })
  setImportMode(
    @Arg('input', () => SetImportModeInput, { description: 'The choice.' }) input: SetImportModeInput,
  ): Promise<SetImportModePayload> {
    return this.parts.service.setMode(input);
  }

  @Mutation(() => SetImportOptionsPayload, { description: 'Chooses how copies meet what the branch has.' })
  setImportOptions(
    @Arg('input', () => SetImportOptionsInput, { description: 'The choice.' }) input: SetImportOptionsInput,
    @Ctx() { session }: RequestContext,
  ): Promise<SetImportOptionsPayload> {
    return this.parts.service.setOptions(input, session);
  }

  @Mutation(() => RenameImportItemPayload, {
    description: 'Gives an item another name; whatever of the plan names it follows.',
  })
  renameImportItem(
    @Arg('input', () => RenameImportItemInput, { description: 'The new name.' }) input: RenameImportItemInput,
  ): Promise<RenameImportItemPayload> {
    return this.parts.service.rename(input);
  }

  @Mutation(() => ExecuteImportPayload, { description: 'Carries a plan out, in one transaction.' })
  executeImport(
    @Arg('input', () => ExecuteImportInput, { description: 'The plan.' }) input: ExecuteImportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<ExecuteImportPayload> {
    return this.parts.service.execute(input, session);
  }

  @Mutation(() => DiscardImportPayload, { description: 'Gives a plan up and removes what was staged for it.' })
  discardImport(
    @Arg('input', () => DiscardImportInput, { description: 'The plan.' }) input: DiscardImportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DiscardImportPayload> {
    return this.parts.service.discard(input.planId, session.actor);
  }

  @FieldResolver(() => Task, {
    description: 'The task that works on it, or did last: reading the file, or carrying the plan out.',
  })
  async task(@Root() plan: ImportPlan, @Ctx() { loaders }: RequestContext): Promise<Task> {
    const task = await loaders.load(this.parts.tasks.byIds, plan.executeTaskId ?? plan.stageTaskId);
    if (!task) throw AppError.internal(`Plan ${plan.id} has no task.`);
    return task;
  }

  @FieldResolver(() => Branch, { description: 'The branch that it is for.' })
  async branch(@Root() plan: ImportPlan, @Ctx() { loaders }: RequestContext): Promise<Branch> {
    const branch = await loaders.load(this.parts.projects.branchesByIds, plan.branchId);
    if (!branch) throw AppError.internal(`Plan ${plan.id} has no branch.`);
    return branch;
  }

  @FieldResolver(() => ImportSource, { nullable: true, description: 'Who wrote the file; null until it was read.' })
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

  @FieldResolver(() => ImportCountsType, { description: 'How many items come to what.' })
  counts(@Root() plan: ImportPlan): ImportCountsType {
    return plan.itemCounts;
  }

  @FieldResolver(() => [ImportKindCounts], {
    description: 'The same for each kind of the file, by the name of the kind.',
  })
  kindCounts(@Root() plan: ImportPlan): ImportKindCounts[] {
    return plan.itemKindCounts.map(({ kind: name, ...counts }) => {
      const kind = this.parts.kinds.find(name);
      return { kind: kind ? kindTypeOf(kind) : unknownKindType(name), counts };
    });
  }

  @FieldResolver(() => Task, {
    nullable: true,
    description: 'The task that carries it out, or did last; null before.',
  })
  executeTask(@Root() plan: ImportPlan, @Ctx() { loaders }: RequestContext): Promise<Task | null> | null {
    return plan.executeTaskId === null ? null : loaders.load(this.parts.tasks.byIds, plan.executeTaskId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name of the file; for those who may not download it, only that it is the source.',
  })
  async fileName(@Root() plan: ImportPlan, @Ctx() context: DownloadContext): Promise<string | null> {
    const file = await context.loaders.load(this.parts.files.byIds, plan.sourceFileId);
    return file && shownFileName(file, context);
  }

  @FieldResolver(() => ActorType, {
    nullable: true,
    description: 'Who uploaded the file; null for plans from before there were principals.',
  })
  async createdBy(@Root() plan: ImportPlan, @Ctx() { loaders }: RequestContext): Promise<ActorType | null> {
    const file = await loaders.load(this.parts.files.byIds, plan.sourceFileId);
    const task = file && (await loaders.load(this.parts.tasks.byIds, file.taskId));
    const name = task?.principalName ?? null;
    return name === null ? null : { id: task?.principalId ?? null, name };
  }

  @FieldResolver(() => [ProblemType], {
    description: 'What is to be said about the file as a whole, and advice, gathered by code.',
  })
  problems(@Root() plan: ImportPlan): Problem[] {
    return [...plan.fileProblems, ...plan.advice];
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it can be carried out with ON_ERROR_FAIL: nothing selected is in collision or blocked.',
  })
  isExecutable(@Root() { status, itemCounts }: ImportPlan): boolean {
    return status === 'READY' && itemCounts.collision === 0 && itemCounts.blocked === 0;
  }

  @FieldResolver(() => ImportItemConnection, {
    description: 'Its items, in the order of the file; none while that is read, nor once the plan is given up.',
  })
  async items(
    @Root() plan: ImportPlan,
    @Args(() => ImportItemsArgs) { first, after, filter }: ImportItemsArgs,
  ): Promise<Connection<ImportItem>> {
    return toConnection(await this.parts.imports.items(plan, filter ?? {}, pageRequest(first, after, ['integer'])));
  }
}
