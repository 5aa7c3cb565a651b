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
import type { KindRegistry } from '../kinds/index.js';
import { storedFilePath } from '../files/index.js';
import { branchLock, type ProjectRepository } from '../projects/index.js';
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
import { notAnId, unknownBranch } from './import.problems.js';
import { ImportRepository } from './tables/import.repository.js';
import type { ImportItem } from './tables/importItem.entity.js';
import { parseImportItemId } from './tables/importItemId.js';
import type { Importer } from './tables/importRights.js';
import type { ImportStrategy } from './tables/importStates.js';
import { importerOf } from './importerOf.js';
import type { ImportPlan } from './tables/importPlan.entity.js';
import type { ExecutionInput } from './executing/execute.task.js';
import { checkRemappingCall } from './mapping/checkRemapping.call.js';
import { restage } from './mapping/restage.js';
import { keepOrReuse, refused, type PlanOutcome } from './keepPlan.js';
import { mappingOf, plainMapping, withoutNulls, type Remapping } from './plainOptions.js';
import { checkTarget, prepareStaging } from './prepareStaging.js';
import { receiveUpload } from './receiveUpload.js';

/** The task that will execute a plan. */
interface NewExecution {
  taskId: string;
  strategy: ImportStrategy;
  callback: CallbackOrder | null;
  actor: Actor;
  importer: Importer;
}

export interface ImportServiceParts {
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

  /**
   * Creates a plan: checks the input, stores the file, writes the plan and its STAGE_IMPORT task in one transaction, and starts
   * the task. A repeated idempotency key with the same file returns the earlier plan.
   */
  async stage(input: StageImportInput, session: Session): Promise<PlanOutcome> {
    const { projects, filesDir, maxUploadBytes } = this.parts;
    const branch = isId(input.branchId) ? await projects.branchById(input.branchId) : null;
    const file = await input.file;
    if (!branch) return refused([unknownBranch(input.branchId)]);
    const { prepared, problems: unfit } = await prepareStaging(this.parts, input, { branch, session });
    if (!prepared) return refused(unfit);
    const { upload, problems } = await receiveUpload(file, { filesDir, maxBytes: maxUploadBytes });
    if (!upload) return refused(problems);
    try {
      const { idempotencyKey = null } = input;
      const format = prepared.staging.format ?? null;
      const { actor } = session;
      const staging = { ...prepared, branch, actor, idempotencyKey, upload, sourceDigest: upload.sha256 };
      const outcome = await keepOrReuse(this.parts, { ...staging, input: { format } });
      if (outcome.plan?.sourceFileId !== upload.id) await rm(storedFilePath(filesDir, upload.id), { force: true });
      return outcome;
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

  /** A changed mapping re-reads the file as a task. Any other option only derives the plan again. */
  async setOptions({ planId, mapping, ...choice }: SetImportOptionsInput, session: Session): Promise<PlanOutcome> {
    const plan = isId(planId) ? await this.parts.imports.byId(planId) : null;
    const importer = plan && (await this.importerFor(plan, session));
    const unfit =
      plan &&
      importer &&
      (await checkTarget(this.parts.workers, plan.branchId, { importer, options: choice, path: ['input'] }));
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

  /** Starts the EXECUTE_IMPORT task of a plan, unless `checkExecutionCall` finds problems. */
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
