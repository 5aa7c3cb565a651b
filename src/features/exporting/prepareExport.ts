import { errorProblem, type Problem } from '../../shared/problem.js';
import { isId } from '../../shared/clock.js';
import { hasRole, type Session } from '../../shared/session.js';
import { isRecordFormat } from '../formats/index.js';
import { mayExport, type KindRegistry } from '../kinds/index.js';
import type { Branch, ProjectRepository } from '../projects/index.js';
import type { TemplateService } from '../templates/index.js';
import type { Workers } from '../workers/index.js';
import type { ExportSelectionInput, RecordConditionInput, StartExportInput } from './export.inputs.js';
import type { ExportOrder, ExportSelection } from './exportSelection.js';
import type { RecordCondition } from './recordFilter.js';
import { selectionPath } from './selectionPaths.js';
import { useExportTemplate } from './useExportTemplate.js';

/** An export with the rights of the caller, before its selection is evaluated. */
export interface PreparedExport {
  /** Null if and only if problems prevent the evaluation of the selection. */
  order: ExportOrder | null;
  branch: Branch | null;
  problems: Problem[];
  actorId: string;
}

interface PrepareParts {
  kinds: KindRegistry;
  projects: ProjectRepository;
  templates: TemplateService;
  workers: Workers;
}

/** Finds the branch, applies the template, and adds the rights of the caller. */
export async function prepareExport(
  parts: PrepareParts,
  asked: StartExportInput,
  session: Session,
): Promise<PreparedExport> {
  const actorId = session.actor.id;
  const branch = await parts.projects.branchById(asked.selection.branchId);
  if (!branch) return { order: null, branch, problems: [unknownBranch(asked.selection.branchId)], actorId };
  const { input, problems } = await useExportTemplate(parts, asked, branch);
  if (!input) return { order: null, branch, problems, actorId };
  return { order: orderOf(input, rightsOf(parts.kinds, session, branch.projectId)), branch, problems: [], actorId };
}

/** The part of a selection that depends on the rights of the caller. */
type ExportRights = Required<Pick<ExportSelection, 'principalId' | 'seesRestricted' | 'deniedKinds'>>;

function rightsOf(kinds: KindRegistry, session: Session, projectId: string): ExportRights {
  const denied = kinds.listPacks().filter((pack) => !mayExport(pack, session, projectId));
  return {
    principalId: session.actor.id,
    seesRestricted: hasRole(session, projectId, 'MANAGER'),
    deniedKinds: denied.flatMap((pack) => pack.kinds.map(({ name }) => name)),
  };
}

/** Dependencies are included by default in bundles, but not in files of records. */
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
  const path = [...selectionPath, 'branchId'];
  return isId(id)
    ? errorProblem('NOT_FOUND', 'There is no branch with this id.', { path })
    : errorProblem('INVALID_ID', `"${id.slice(0, 80)}" is not an id of this server.`, { path });
}
