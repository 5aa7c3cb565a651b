import type { Database } from '../../../database/index.js';
import type { AllowedHost } from '../../../shared/allowedHosts.js';
import type { Actor } from '../../../shared/actor.js';
import type { Session } from '../../../shared/session.js';
import { AppError } from '../../../shared/appError.js';
import { isId, newId, type Clock } from '../../../shared/clock.js';
import type { Problem } from '../../../shared/problem.js';
import { CallbackRepository, orderCallback, type CallbackOrder } from '../../callbacks/index.js';
import type { KindRegistry } from '../../kinds/index.js';
import { branchLock, type ProjectRepository } from '../../projects/index.js';
import { TaskRepository, type Task, type TaskService, type WrittenWithTask } from '../../tasks/index.js';
import type { Workers } from '../../workers/index.js';
import { planNotReady } from '../tables/planNotReady.js';
import { discardImportCall } from './discardImport.call.js';
import { checkExecutionCall } from './checkExecution.call.js';
import type { ExecuteImportInput } from './execution.inputs.js';
import { notAnId } from '../import.problems.js';
import { ImportRepository } from '../tables/import.repository.js';
import type { Importer } from '../tables/importRights.js';
import type { ImportStrategy } from '../tables/importStates.js';
import type { ImportPlan } from '../tables/importPlan.entity.js';
import type { ExecutionInput } from './execute.task.js';
import { refused, type PlanOutcome, changePlan } from '../planOutcome.js';
import { importerOfPlan } from '../importerOf.js';

/** The task that will execute a plan. */
interface NewExecution {
  taskId: string;
  strategy: ImportStrategy;
  callback: CallbackOrder | null;
  actor: Actor;
  importer: Importer;
  expectedFingerprint: string | null;
  writeWithTask: WrittenWithTask | undefined;
}

interface ExecutionParts {
  database: Database;
  workers: Workers;
  kinds: KindRegistry;
  projects: ProjectRepository;
  imports: ImportRepository;
  tasks: TaskRepository;
  taskService: TaskService;
  clock: Clock;
  callbackHosts: readonly AllowedHost[];
}

/** Executes plans, or discards them. */
export class ExecutionService {
  constructor(private readonly parts: ExecutionParts) {}

  /** Starts the EXECUTE_IMPORT task of a plan, unless `checkExecutionCall` finds problems. */
  async execute(
    input: ExecuteImportInput,
    session: Session,
    writeWithTask?: WrittenWithTask,
  ): Promise<{ task: Task | null; problems: Problem[] }> {
    const { workers, imports, tasks, callbackHosts } = this.parts;
    const { planId } = input;
    if (!isId(planId)) return { task: null, problems: [notAnId(planId, 'planId')] };
    const plan = await imports.byId(planId);
    const strategy = input.importStrategy ?? plan?.options.importStrategy ?? 'ON_ERROR_FAIL';
    const { callback, problems: unfitCallback } = orderCallback(input, callbackHosts);
    const importer = await importerOfPlan(this.parts, plan, session);
    const expectedFingerprint = input.expectedFingerprint ?? null;
    const order = { planId, strategy, importer, expectedFingerprint, actor: session.actor };
    const problems = [...unfitCallback, ...(await workers.call(checkExecutionCall, order))];
    if (problems.length > 0) return { task: null, problems };
    if (!plan) throw AppError.internal(`Plan ${planId} is gone.`);
    const taskId = newId();
    const isStarted = await this.beginExecution(plan, { ...order, taskId, callback, writeWithTask });
    if (!isStarted) return { task: null, problems: [planNotReady((await imports.byId(planId)) ?? plan)] };
    this.parts.taskService.start(taskId, session.actor.id);
    return { task: await tasks.byId(taskId), problems: [] };
  }

  async discard(planId: string, actor: Actor): Promise<PlanOutcome> {
    if (!isId(planId)) return refused([notAnId(planId, 'planId')]);
    const plan = await this.parts.imports.byId(planId);
    const isCancelled = plan?.status === 'STAGING';
    if (isCancelled) await this.parts.taskService.cancel(plan.stageTaskId);
    return changePlan(this.parts, discardImportCall, { planId, actor, isCancelled });
  }

  private beginExecution(
    plan: ImportPlan,
    { taskId, strategy, callback, actor, importer, expectedFingerprint, writeWithTask }: NewExecution,
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
        input: {
          ...{ strategy, importer, sourceTaskId: await ImportRepository.sourceTaskId(manager, plan) },
          ...(expectedFingerprint !== null && { expectedFingerprint }),
        },
        createdAt: new Date(clock.now()),
        actor,
      });
      await CallbackRepository.insert(manager, taskId, callback);
      await writeWithTask?.(manager, { id: taskId, planId: plan.id });
      return true;
    }, branchLock(plan.branchId));
  }
}
