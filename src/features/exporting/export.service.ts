import type { Database } from '../../database/index.js';
import type { AllowedHost } from '../../shared/allowedHosts.js';
import { newId, type Clock } from '../../shared/clock.js';
import type { Session } from '../../shared/session.js';
import type { Problem } from '../../shared/problem.js';
import { CallbackRepository, orderCallback } from '../callbacks/index.js';
import type { KindRegistry } from '../kinds/index.js';
import type { Branch, ProjectRepository } from '../projects/index.js';
import { TaskRepository, type Task, type TaskService, type WrittenWithTask } from '../tasks/index.js';
import type { TemplateService } from '../templates/index.js';
import type { Workers } from '../workers/index.js';
import { checkSelectionCall } from './checkSelection.call.js';
import type { StartExportInput } from './export.inputs.js';
import type { ExportField } from './export.type.js';
import { exportFieldsCall, type ExportFieldsQuestion } from './exportFields.call.js';
import type { ExportOrder } from './exportSelection.js';
import { prepareExport, type PreparedExport } from './prepareExport.js';

interface ExportServiceParts {
  kinds: KindRegistry;
  database: Database;
  workers: Workers;
  projects: ProjectRepository;
  tasks: TaskRepository;
  taskService: TaskService;
  templates: TemplateService;
  clock: Clock;
  callbackHosts: readonly AllowedHost[];
}

/** `order` is set if the branch exists, even if there are problems. */
type CheckedExport = { problems: Problem[] } & ({ order: ExportOrder; branch: Branch } | { order: null; branch: null });

export class ExportService {
  constructor(private readonly parts: ExportServiceParts) {}

  /** Prepares the preview of an export. */
  async prepare(asked: StartExportInput, session: Session): Promise<PreparedExport> {
    const prepared = await prepareExport(this.parts, asked, session);
    const { problems } = orderCallback(asked, this.parts.callbackHosts);
    return { ...prepared, problems: [...prepared.problems, ...problems] };
  }

  /**
   * The fields of records of a kind.
   * @throws AppError BAD_USER_INPUT if the kind or definition does not exist, if a definition is given for a kind without one, or if it
   * is missing for a kind with one.
   */
  fields(question: ExportFieldsQuestion): Promise<ExportField[]> {
    return this.parts.workers.call(exportFieldsCall, question);
  }

  /** Checks an export; returns its order and all problems that prevent it. */
  async check(asked: StartExportInput, session: Session): Promise<CheckedExport> {
    const { order, branch, problems: unfit } = await prepareExport(this.parts, asked, session);
    if (!order || !branch) return { order: null, branch: null, problems: unfit };
    const problems = await this.parts.workers.callHeavy(checkSelectionCall, order, session.actor.id);
    return { order, branch, problems };
  }

  /** Starts the task that writes the file, unless there are problems. */
  async start(
    asked: StartExportInput,
    session: Session,
    writeWithTask?: WrittenWithTask,
  ): Promise<{ task: Task | null; problems: Problem[] }> {
    const { order, branch, problems: unfit } = await this.check(asked, session);
    if (!order) return { task: null, problems: unfit };
    const { callback, problems: unfitCallback } = orderCallback(asked, this.parts.callbackHosts);
    const problems = [...unfitCallback, ...unfit];
    if (problems.length > 0) return { task: null, problems };
    const taskId = newId();
    const createdAt = new Date(this.parts.clock.now());
    await this.parts.database.write(async (manager) => {
      await TaskRepository.insert<ExportOrder>(manager, {
        id: taskId,
        type: 'EXPORT',
        projectId: branch.projectId,
        branchId: branch.id,
        planId: null,
        input: order,
        createdAt,
        actor: session.actor,
      });
      await CallbackRepository.insert(manager, taskId, callback);
      await writeWithTask?.(manager, { id: taskId, planId: null });
    });
    this.parts.taskService.start(taskId, session.actor.id);
    return { task: await this.parts.tasks.byId(taskId), problems: [] };
  }
}
