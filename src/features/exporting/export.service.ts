import type { Database } from '../../database/index.js';
import type { AllowedHost } from '../../shared/allowedHosts.js';
import { AppError } from '../../shared/appError.js';
import { isId, newId, type Clock } from '../../shared/clock.js';
import type { JsonObject } from '../../shared/json.js';
import { hasRole, type Session } from '../../shared/session.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { CallbackRepository, orderCallback } from '../callbacks/index.js';
import { isRecordFormat } from '../formats/index.js';
import { mayExport, type KindRegistry } from '../kinds/index.js';
import type { ProjectRepository } from '../projects/index.js';
import { TaskRepository, type Task, type TaskService } from '../tasks/index.js';
import type { TemplateService } from '../templates/index.js';
import type { Workers } from '../workers/index.js';
import type { ExportSelectionInput, RecordConditionInput, StartExportInput } from './export.inputs.js';
import type { ExportField } from './export.type.js';
import type { RecordCondition } from './recordFilter.js';
import { exportPreviewCall, type ExportPreviewAnswer } from './exportPreview.call.js';
import { exportFieldsCall, type ExportFieldsQuestion } from './exportFields.call.js';
import type { ExportOrder, ExportSelection } from './exportSelection.js';
import { checkSelectionCall } from './checkSelection.call.js';
import { useExportTemplate } from './useExportTemplate.js';

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

export class ExportService {
  constructor(private readonly parts: ExportServiceParts) {}

  /** @throws AppError NOT_FOUND when there is no such branch. */
  async preview(input: ExportSelectionInput, session: Session): Promise<ExportPreviewAnswer> {
    const branch = await this.parts.projects.branchById(input.branchId);
    if (!branch) throw AppError.notFound('The branch');
    const rights = this.rightsOf(session, branch.projectId);
    const selection = selectionOf(input, { includeDependencies: true, excludeIds: [], ...rights });
    return this.parts.workers.callHeavy(exportPreviewCall, selection, session.actor.id);
  }

  /**
   * @throws AppError NOT_FOUND when there is no such branch, BAD_USER_INPUT when there is no such kind or definition, when a definition is
   *   named for a kind that has none, or when none is named for one that has.
   */
  async fields(question: ExportFieldsQuestion): Promise<ExportField[]> {
    if (!(await this.parts.projects.branchById(question.branchId))) throw AppError.notFound('The branch');
    return this.parts.workers.call(exportFieldsCall, question);
  }

  /** Starts the task that writes the file; a selection that can't be exported is refused before. */
  async start(asked: StartExportInput, session: Session): Promise<{ task: Task | null; problems: Problem[] }> {
    const branch = await this.parts.projects.branchById(asked.selection.branchId);
    if (!branch) return { task: null, problems: [unknownBranch(asked.selection.branchId)] };
    const { input, problems: unfit } = await useExportTemplate(this.parts, asked, branch);
    if (!input) return { task: null, problems: unfit };
    const order = orderOf(input, this.rightsOf(session, branch.projectId));
    const { callback, problems: unfitCallback } = orderCallback(asked, this.parts.callbackHosts);
    const unfitSelection = await this.parts.workers.callHeavy(checkSelectionCall, order, session.actor.id);
    const problems = [...unfitCallback, ...unfitSelection];
    if (problems.length > 0) return { task: null, problems };
    const taskId = newId();
    const createdAt = new Date(this.parts.clock.now());
    await this.parts.database.write(async (manager) => {
      await TaskRepository.insert(manager, {
        id: taskId,
        type: 'EXPORT',
        projectId: branch.projectId,
        branchId: branch.id,
        planId: null,
        input: order as unknown as JsonObject,
        createdAt,
        actor: session.actor,
      });
      await CallbackRepository.insert(manager, taskId, callback);
    });
    this.parts.taskService.start(taskId, session.actor.id);
    return { task: await this.parts.tasks.byId(taskId), problems: [] };
  }

  private rightsOf(session: Session, projectId: string): ExportRights {
    const denied = this.parts.kinds.listPacks().filter((pack) => !mayExport(pack, session, projectId));
    return {
      principalId: session.actor.id,
      seesRestricted: hasRole(session, projectId, 'MANAGER'),
      deniedKinds: denied.flatMap((pack) => pack.kinds.map(({ name }) => name)),
    };
  }
}

/** What of a selection says what its owner may. */
type ExportRights = Required<Pick<ExportSelection, 'principalId' | 'seesRestricted' | 'deniedKinds'>>;

/** A bundle takes along what it needs unless that is refused; a file of records only when that is asked for. */
function orderOf(input: StartExportInput, rights: ExportRights): ExportOrder {
  const { format: chosen, isArchive, fields, recordFilter, includeDependencies, excludeIds } = input;
  const format = chosen ?? 'JSON';
  const selection = selectionOf(input.selection, {
    includeDependencies: includeDependencies ?? !isRecordFormat(format),
    excludeIds: excludeIds ?? [],
    ...rights,
  });
  return {
    selection: { ...selection, ...(recordFilter ? { recordFilter: recordFilter.map(conditionOf) } : {}) },
    format,
    isArchive: isArchive ?? false,
    ...(fields ? { fields } : {}),
  };
}

function conditionOf({ field, operator, value = null }: RecordConditionInput): RecordCondition {
  return { field, operator, value };
}

function selectionOf(
  input: ExportSelectionInput,
  rest: Pick<ExportSelection, 'includeDependencies' | 'excludeIds'> & ExportRights,
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
