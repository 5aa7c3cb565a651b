import type { Database } from '../../../database/index.js';
import type { AllowedHost } from '../../../shared/allowedHosts.js';
import type { Actor } from '../../../shared/actor.js';
import type { Session } from '../../../shared/session.js';
import { isId, newId, type Clock } from '../../../shared/clock.js';
import type { KindRegistry } from '../../kinds/index.js';
import type { FileStore } from '../../files/index.js';
import { branchLock, type ProjectRepository } from '../../projects/index.js';
import { TaskRepository, type TaskService } from '../../tasks/index.js';
import type { TemplateService } from '../../templates/index.js';
import type { Workers } from '../../workers/index.js';
import { planNotReady } from '../tables/planNotReady.js';
import type { StageImportInput } from './stageImport.inputs.js';
import { unknownBranch } from '../import.problems.js';
import { ImportRepository } from '../tables/import.repository.js';
import type { ImportPlan } from '../tables/importPlan.entity.js';
import { checkNewMappingCall } from '../mapping/checkNewMapping.call.js';
import { keepOrReuse } from './keepPlan.js';
import { refused, type PlanOutcome } from '../planOutcome.js';
import { prepareStaging } from './prepareStaging.js';
import { receiveUpload } from './receiveUpload.js';
import type { PlanOptions } from '../tables/planRows.js';
import type { FieldMapping } from '../../formats/index.js';

/** What staging a file uses, of an upload or a transfer. */
export interface StagingParts {
  database: Database;
  workers: Workers;
  kinds: KindRegistry;
  projects: ProjectRepository;
  imports: ImportRepository;
  taskService: TaskService;
  templates: TemplateService;
  clock: Clock;
  fileStore: FileStore;
  maxUploadBytes: number;
  callbackHosts: readonly AllowedHost[];
}

/** Turns uploads into plans. */
export class StagingService {
  constructor(private readonly parts: StagingParts) {}

  /**
   * Creates a plan: checks the input, stores the file, writes the plan and its STAGE_IMPORT task in one transaction, and starts
   * the task. A repeated idempotency key with the same file returns the earlier plan.
   */
  async stage(input: StageImportInput, session: Session): Promise<PlanOutcome> {
    const { projects, fileStore, maxUploadBytes } = this.parts;
    const branch = isId(input.branchId) ? await projects.branchById(input.branchId) : null;
    const file = await input.file;
    if (!branch) return refused([unknownBranch(input.branchId)]);
    const { prepared, problems: unfit } = await prepareStaging(this.parts, input, { branch, session });
    if (!prepared) return refused(unfit);
    const { upload, problems } = await receiveUpload(file, { fileStore, maxBytes: maxUploadBytes });
    if (!upload) return refused(problems);
    try {
      const { idempotencyKey = null } = input;
      const format = prepared.staging.format ?? null;
      const { actor } = session;
      const staging = { ...prepared, branch, actor, idempotencyKey, upload, sourceDigest: upload.sha256 };
      const outcome = await keepOrReuse(this.parts, { ...staging, input: { format } });
      if (outcome.plan?.sourceFileId !== upload.id) await fileStore.remove([upload.id]);
      return outcome;
    } catch (error) {
      await fileStore.remove([upload.id]);
      throw error;
    }
  }

  /** Reads the file of a plan again, with a changed mapping. The choices per item and the remaps are lost. */
  async restage(
    plan: ImportPlan,
    choice: Partial<PlanOptions> & { mapping: FieldMapping[] },
    actor: Actor,
  ): Promise<PlanOutcome> {
    const { workers, imports, taskService } = this.parts;
    const { id: planId } = plan;
    const problems = await workers.call(checkNewMappingCall, { planId, mapping: choice.mapping });
    if (problems.length > 0) return refused(problems);
    const taskId = await this.moveToStaging(plan, choice, actor);
    if (taskId === null) return refused([planNotReady((await imports.byId(planId)) ?? plan)]);
    taskService.start(taskId, actor.id);
    return { plan: await imports.byId(planId), problems: [] };
  }

  /** Sets a plan to STAGING, with a task to start. Null if the plan was executed or discarded meanwhile. */
  private async moveToStaging(
    { id: planId, branchId }: Pick<ImportPlan, 'id' | 'branchId'>,
    choice: Partial<PlanOptions>,
    actor: Actor,
  ): Promise<string | null> {
    const { database, projects, clock } = this.parts;
    const branch = await projects.branchById(branchId);
    const taskId = newId();
    const createdAt = new Date(clock.now());
    const isRestaged = await database.write(async (manager) => {
      const plan = await ImportRepository.moveToStaging(manager, planId, { taskId, choice, now: createdAt });
      if (!plan) return false;
      const sourceTaskId = await ImportRepository.sourceTaskId(manager, plan);
      await TaskRepository.insert(manager, {
        id: taskId,
        type: 'STAGE_IMPORT',
        projectId: branch?.projectId ?? null,
        branchId,
        planId,
        input: { format: plan.format, sourceTaskId },
        createdAt,
        actor,
      });
      return true;
    }, branchLock(branchId));
    return isRestaged ? taskId : null;
  }
}
