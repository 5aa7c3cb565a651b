import type { Database } from '../../database/index.js';
import { AppError } from '../../shared/appError.js';
import { isId, newId, type Clock } from '../../shared/clock.js';
import type { JsonObject } from '../../shared/json.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { ProjectRepository } from '../projects/index.js';
import { TaskRepository, type Task, type TaskService } from '../tasks/index.js';
import type { TemplateService } from '../templates/index.js';
import type { Workers } from '../workers/index.js';
import type { ExportOrder } from './export.task.js';
import type { ExportSelectionInput, StartExportInput } from './export.inputs.js';
import { exportPreviewCall, type ExportPreviewAnswer } from './exportPreview.call.js';
import type { ExportSelection } from './exportSelection.js';
import { checkSelectionCall } from './checkSelection.call.js';
import { useExportTemplate } from './useExportTemplate.js';

interface ExportServiceParts {
  database: Database;
  workers: Workers;
  projects: ProjectRepository;
  tasks: TaskRepository;
  taskService: TaskService;
  templates: TemplateService;
  clock: Clock;
}

export class ExportService {
  constructor(private readonly parts: ExportServiceParts) {}

  /** @throws AppError NOT_FOUND when there is no such branch. */
  async preview(input: ExportSelectionInput): Promise<ExportPreviewAnswer> {
    if (!(await this.parts.projects.branchById(input.branchId))) throw AppError.notFound('The branch');
    return this.parts.workers.call(
      exportPreviewCall,
      selectionOf(input, { includeDependencies: true, excludeIds: [] }),
    );
  }

  /** Starts the task that writes the file; a selection that can't be exported is refused before. */
  async start(asked: StartExportInput): Promise<{ task: Task | null; problems: Problem[] }> {
    const branch = await this.parts.projects.branchById(asked.selection.branchId);
    if (!branch) return { task: null, problems: [unknownBranch(asked.selection.branchId)] };
    const { input, problems: unfit } = await useExportTemplate(this.parts, asked, branch);
    if (!input) return { task: null, problems: unfit };
    const selection = selectionOf(input.selection, {
      includeDependencies: input.includeDependencies ?? true,
      excludeIds: input.excludeIds ?? [],
    });
    const problems = await this.parts.workers.call(checkSelectionCall, selection);
    if (problems.length > 0) return { task: null, problems };
    const order: ExportOrder = { selection, format: input.format ?? 'JSON' };
    const taskId = newId();
    const createdAt = new Date(this.parts.clock.now());
    await this.parts.database.write((manager) =>
      TaskRepository.insert(manager, {
        id: taskId,
        type: 'EXPORT',
        projectId: branch.projectId,
        branchId: branch.id,
        planId: null,
        input: order as unknown as JsonObject,
        createdAt,
      }),
    );
    this.parts.taskService.start(taskId);
    return { task: await this.parts.tasks.byId(taskId), problems: [] };
  }
}

function selectionOf(
  input: ExportSelectionInput,
  rest: Pick<ExportSelection, 'includeDependencies' | 'excludeIds'>,
): ExportSelection {
  return {
    branchId: input.branchId,
    resourceIds: input.resourceIds ?? [],
    kinds: input.kinds ?? [],
    isAll: input.all ?? false,
    ...rest,
  };
}

function unknownBranch(id: string): Problem {
  const path = ['input', 'selection', 'branchId'];
  return isId(id)
    ? errorProblem('NOT_FOUND', 'There is no branch with this id.', { path })
    : errorProblem('INVALID_ID', `"${id.slice(0, 80)}" is not an id of this server.`, { path });
}
