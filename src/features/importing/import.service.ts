import { rm } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../database/index.js';
import type { AllowedHost } from '../../shared/allowedHosts.js';
import type { Actor } from '../../shared/actor.js';
import { readerOf, type Session } from '../../shared/session.js';
import { AppError } from '../../shared/appError.js';
import { isId, newId, type Clock } from '../../shared/clock.js';
import type { Problem } from '../../shared/problem.js';
import { CallbackRepository, orderCallback, type CallbackOrder } from '../callbacks/index.js';
import { checkMapping } from '../formats/index.js';
import type { KindRegistry } from '../kinds/index.js';
import { StoredFile, storedFilePath } from '../files/index.js';
import { branchLock, type Branch, type ProjectRepository } from '../projects/index.js';
import { TaskRepository, type Task, type TaskService } from '../tasks/index.js';
import type { TemplateService } from '../templates/index.js';
import type { WorkerCall, Workers } from '../workers/index.js';
import { selectItemsCall, setModeCall } from './amending/amendItems.call.js';
import { planNotReady } from './tables/planNotReady.js';
import { remapCall } from './amending/remap.call.js';
import { renameItemCall } from './amending/renameItem.call.js';
import { setOptionsCall } from './amending/setOptions.call.js';
import { discardImportCall } from './discardImport.call.js';
import { checkExecutionCall } from './executing/checkExecution.call.js';
import type {
  ExecuteImportInput,
  RemapPrerequisiteInput,
  RenameImportItemInput,
  SelectImportItemsInput,
  SetImportModeInput,
  SetImportOptionsInput,
} from './import.inputs.js';
import type { StageImportInput } from './stageImport.inputs.js';
import { keyReused, notAnId, unknownBranch } from './import.problems.js';
import { ImportRepository } from './tables/import.repository.js';
import type { ImportItem } from './tables/importItem.entity.js';
import { parseImportItemId } from './tables/importItemId.js';
import type { Importer } from './tables/importRights.js';
import type { ImportStrategy } from './tables/importStates.js';
import { importerOf } from './importerOf.js';
import type { ImportPlan } from './tables/importPlan.entity.js';
import type { ExecutionInput } from './executing/execute.task.js';
import type { StagingInput } from './staging/stage.task.js';
import { checkTargetCall, type TargetChoice } from './needs/checkTarget.call.js';
import { checkRemappingCall } from './mapping/checkRemapping.call.js';
import { restage } from './mapping/restage.js';
import { inOptions, mappingOf, plainMapping, stagingOptions, withoutNulls, type Remapping } from './plainOptions.js';
import { receiveUpload, type ReceivedUpload } from './receiveUpload.js';
import { useImportTemplate, type StagingSettings } from './useImportTemplate.js';

const stagedOptions = ['input', 'options'];

interface PlanOutcome {
  plan: ImportPlan | null;
  problems: Problem[];
}

/** What of an upload is kept besides its file. */
type KeptInput = StagingSettings &
  Pick<StageImportInput, 'idempotencyKey'> & { callback: CallbackOrder | null; actor: Actor; importer: Importer };

/** A task that is to carry a plan out. */
interface NewExecution {
  taskId: string;
  strategy: ImportStrategy;
  callback: CallbackOrder | null;
  actor: Actor;
  importer: Importer;
}

interface ImportServiceParts {
  database: Database;
  workers: Workers;
  kinds: KindRegistry;
  projects: ProjectRepository;
  imports: ImportRepository;
  tasks: TaskRepository;
  taskService: TaskService;
  templates: TemplateService;
  clock: Clock;
  filesDir: string;
  maxUploadBytes: number;
  callbackHosts: readonly AllowedHost[];
}

export class ImportService {
  constructor(private readonly parts: ImportServiceParts) {}

  /** Stores an upload and starts the task that reads it. */
  async stage(input: StageImportInput, session: Session): Promise<PlanOutcome> {
    const { projects, filesDir, maxUploadBytes, callbackHosts } = this.parts;
    const branch = isId(input.branchId) ? await projects.branchById(input.branchId) : null;
    const file = await input.file;
    if (!branch) return refused([unknownBranch(input.branchId)]);
    const { staging, problems: unfit } = await useImportTemplate(this.parts.templates, input, branch);
    const { callback, problems: unfitCallback } = orderCallback(input, callbackHosts);
    if (!staging || unfitCallback.length > 0) return refused([...unfit, ...unfitCallback]);
    const faults = checkMapping(staging.options.mapping ?? []);
    if (faults.length > 0) return refused(faults.map(inOptions));
    const importer = importerOf(this.parts.kinds, session, branch.projectId);
    const unfitTarget = await this.checkTarget(branch.id, { importer, options: staging.options, path: stagedOptions });
    if (unfitTarget.length > 0) return refused(unfitTarget);
    const { upload, problems } = await receiveUpload(file, { filesDir, maxBytes: maxUploadBytes });
    if (!upload) return refused(problems);
    try {
      const { idempotencyKey = null } = input;
      const kept = { ...staging, idempotencyKey, callback, actor: session.actor, importer };
      return await this.keepOrReuse(kept, branch, upload);
    } catch (error) {
      await rm(storedFilePath(filesDir, upload.id), { force: true });
      throw error;
    }
  }

  select(input: SelectImportItemsInput): Promise<PlanOutcome> {
    const { planId, itemIds = null, kinds = null, isSelected } = input;
    return this.amend(selectItemsCall, { planId, itemIds, kinds, isSelected });
  }

  setMode(input: SetImportModeInput): Promise<PlanOutcome> {
    const { planId, itemIds = null, kinds = null, mode } = input;
    return this.amend(setModeCall, { planId, itemIds, kinds, mode });
  }

  /** Another mapping has the file read anew; everything else only has the plan derived anew. */
  async setOptions({ planId, mapping, ...choice }: SetImportOptionsInput, session: Session): Promise<PlanOutcome> {
    const plan = isId(planId) ? await this.parts.imports.byId(planId) : null;
    const importer = plan && (await this.importerFor(plan, session));
    const unfit =
      plan && importer && (await this.checkTarget(plan.branchId, { importer, options: choice, path: ['input'] }));
    if (unfit && unfit.length > 0) return refused(unfit);
    return plan && mapping && !isDeepStrictEqual(mappingOf(plan), plainMapping(mapping))
      ? this.mapAnew(plan, { ...choice, mapping: plainMapping(mapping) }, session.actor)
      : this.amend(setOptionsCall, { planId, ...choice });
  }

  remap(input: RemapPrerequisiteInput, session: Session): Promise<PlanOutcome> {
    const { planId, kind, name, toName = null, toVersion = null, toTenant = null } = input;
    const reader = readerOf(session);
    return this.amend(remapCall, { planId, kind, name, toName, toVersion, toTenant, reader });
  }

  async rename({ itemId, name }: RenameImportItemInput): Promise<{ item: ImportItem | null; problems: Problem[] }> {
    const key = parseImportItemId(itemId);
    if (!key) return { item: null, problems: [notAnId(itemId, 'itemId')] };
    const problems = await this.parts.workers.call(renameItemCall, { ...key, name });
    if (problems.length > 0) return { item: null, problems };
    return { item: await this.parts.imports.item(key.planId, key.ordinal), problems: [] };
  }

  /** Starts the task that carries a plan out, once nothing stands in its way. */
  async execute(input: ExecuteImportInput, session: Session): Promise<{ task: Task | null; problems: Problem[] }> {
    const { workers, imports, tasks, callbackHosts } = this.parts;
    const { planId } = input;
    if (!isId(planId)) return { task: null, problems: [notAnId(planId, 'planId')] };
    const plan = await imports.byId(planId);
    const strategy = input.importStrategy ?? plan?.options.importStrategy ?? 'ON_ERROR_FAIL';
    const { callback, problems: unfitCallback } = orderCallback(input, callbackHosts);
    const importer = await this.importerFor(plan, session);
    const problems = [...unfitCallback, ...(await workers.call(checkExecutionCall, { planId, strategy, importer }))];
    if (problems.length > 0) return { task: null, problems };
    if (!plan) throw AppError.internal(`Plan ${planId} is gone.`);
    const taskId = newId();
    const isStarted = await this.beginExecution(plan, { taskId, strategy, callback, importer, actor: session.actor });
    if (!isStarted) return { task: null, problems: [planNotReady((await imports.byId(planId)) ?? plan)] };
    this.parts.taskService.start(taskId, session.actor.id);
    return { task: await tasks.byId(taskId), problems: [] };
  }

  async discard(planId: string, actor: Actor): Promise<PlanOutcome> {
    if (!isId(planId)) return refused([notAnId(planId, 'planId')]);
    const plan = await this.parts.imports.byId(planId);
    const isCancelled = plan?.status === 'STAGING';
    if (isCancelled) await this.parts.taskService.cancel(plan.stageTaskId);
    return this.amend(discardImportCall, { planId, actor, isCancelled });
  }

  private checkTarget(branchId: string, choice: Omit<TargetChoice, 'branchId'>): Promise<Problem[]> {
    const { intoCollection, isScopeExtended } = choice.options;
    if (!intoCollection && isScopeExtended !== true) return Promise.resolve([]);
    const options = { intoCollection, isScopeExtended };
    return this.parts.workers.call(checkTargetCall, { branchId, ...choice, options });
  }

  private async importerFor(plan: ImportPlan | null, session: Session): Promise<Importer> {
    const branch = plan && (await this.parts.projects.branchById(plan.branchId));
    return importerOf(this.parts.kinds, session, branch?.projectId ?? '');
  }

  private async mapAnew(plan: ImportPlan, choice: Remapping, actor: Actor): Promise<PlanOutcome> {
    const { workers, imports, taskService } = this.parts;
    const { id: planId } = plan;
    const problems = await workers.call(checkRemappingCall, { planId, mapping: choice.mapping });
    if (problems.length > 0) return refused(problems);
    const taskId = await restage({ ...this.parts, actor }, plan, withoutNulls(choice));
    if (taskId === null) return refused([planNotReady((await imports.byId(planId)) ?? plan)]);
    taskService.start(taskId, actor.id);
    return { plan: await imports.byId(planId), problems: [] };
  }

  private async amend<Args extends { planId: string }>(
    call: WorkerCall<Args, Problem[]>,
    args: Args,
  ): Promise<PlanOutcome> {
    if (!isId(args.planId)) return refused([notAnId(args.planId, 'planId')]);
    const problems = await this.parts.workers.call(call, args);
    return problems.length > 0 ? refused(problems) : { plan: await this.parts.imports.byId(args.planId), problems: [] };
  }

  private async keepOrReuse(input: KeptInput, branch: Branch, upload: ReceivedUpload): Promise<PlanOutcome> {
    const known = await this.findReusable(input, branch.id);
    if (known) {
      await rm(storedFilePath(this.parts.filesDir, upload.id), { force: true });
      return known.uploadSha256 === upload.sha256 ? { plan: known, problems: [] } : refused([keyReused()]);
    }
    return this.keep(input, branch, upload);
  }

  private async findReusable({ idempotencyKey }: KeptInput, branchId: string): Promise<ImportPlan | null> {
    return idempotencyKey ? this.parts.imports.byIdempotencyKey(branchId, idempotencyKey) : null;
  }

  private async keep(input: KeptInput, branch: Branch, upload: ReceivedUpload): Promise<PlanOutcome> {
    const { database, taskService, clock, imports } = this.parts;
    const planId = newId();
    const taskId = newId();
    const createdAt = new Date(clock.now());
    const { id: branchId, projectId } = branch;
    const isKept = await database.write(
      async (manager) => {
        // Two uploads with one key at once: the second finds the first one's plan here.
        if (await ImportRepository.hasIdempotencyKey(manager, branchId, input.idempotencyKey)) return false;
        await TaskRepository.insert<StagingInput>(manager, {
          id: taskId,
          type: 'STAGE_IMPORT',
          projectId,
          branchId,
          planId,
          input: { format: input.format ?? null },
          createdAt,
          actor: input.actor,
        });
        await CallbackRepository.insert(manager, taskId, input.callback);
        await manager.insert(StoredFile, { ...upload, taskId, purpose: 'SOURCE', createdAt });
        await ImportRepository.insertStaging(manager, {
          id: planId,
          branchId,
          mode: input.mode ?? 'COPY',
          ...input.importer,
          options: stagingOptions(input.options),
          idempotencyKey: input.idempotencyKey ?? null,
          uploadSha256: upload.sha256,
          sourceFileId: upload.id,
          stageTaskId: taskId,
          createdAt,
        });
        return true;
      },
      `upload ${branchId} ${input.idempotencyKey ?? planId}`,
    );
    if (!isKept) return this.keepOrReuse(input, branch, upload);
    taskService.start(taskId, input.actor.id);
    return { plan: await imports.byId(planId), problems: [] };
  }

  private beginExecution(
    plan: ImportPlan,
    { taskId, strategy, callback, actor, importer }: NewExecution,
  ): Promise<boolean> {
    const { database, clock, projects } = this.parts;
    return database.write(async (manager) => {
      const move = { from: 'READY', to: 'EXECUTING', executeTaskId: taskId } as const;
      if (!(await ImportRepository.moveStatus(manager, plan.id, move))) return false;
      const branch = await projects.branchById(plan.branchId);
      await TaskRepository.insert<ExecutionInput>(manager, {
        id: taskId,
        type: 'EXECUTE_IMPORT',
        projectId: branch?.projectId ?? null,
        branchId: plan.branchId,
        planId: plan.id,
        input: { strategy, importer, sourceTaskId: await ImportRepository.sourceTaskId(manager, plan) },
        createdAt: new Date(clock.now()),
        actor,
      });
      await CallbackRepository.insert(manager, taskId, callback);
      return true;
    }, branchLock(plan.branchId));
  }
}

function refused(problems: Problem[]): PlanOutcome {
  return { plan: null, problems };
}
