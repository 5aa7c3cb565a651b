import { errorProblem, type Problem } from '../../shared/problem.js';
import type { Branch } from '../projects/index.js';
import { templateUnfit, type TemplateService } from '../templates/index.js';
import type { Workers } from '../workers/index.js';
import type { StartExportInput } from './export.inputs.js';
import { missingResourcesCall } from './missingResources.call.js';

/** Applies the template of an export, if it has one, to all options that the export does not set. */
export async function useExportTemplate(
  { templates, workers }: { templates: TemplateService; workers: Workers },
  { templateId, ...given }: StartExportInput,
  { id: branchId, projectId }: Pick<Branch, 'id' | 'projectId'>,
): Promise<{ input: StartExportInput; problems: [] } | { input: null; problems: Problem[] }> {
  if (!templateId) return { input: given, problems: [] };
  const path = ['input', 'templateId'];
  const use = await templates.use<StartExportInput>({ templateId, projectId, direction: 'EXPORT', given, path });
  if (!use.template) return { input: null, problems: use.problems };
  const { template, used, settings } = use;
  const named = namedResources(used);
  const missing = new Set(await workers.call(missingResourcesCall, { branchId, ids: named.map(({ id }) => id) }));
  const faults = named.filter(({ id }) => missing.has(id)).map(notOnBranch);
  if (faults.length > 0) return { input: null, problems: faults.map((fault) => templateUnfit(template, fault)) };
  return { input: settings, problems: [] };
}

interface NamedResource {
  id: string;
  /** Path in the settings. */
  path: string[];
}

function namedResources({ selection, excludeIds }: Partial<StartExportInput>): NamedResource[] {
  const listAt = (ids: readonly string[] | null | undefined, path: string[]) =>
    (ids ?? []).map((id, index) => ({ id, path: [...path, String(index)] }));
  return [...listAt(selection?.resourceIds, ['selection', 'resourceIds']), ...listAt(excludeIds, ['excludeIds'])];
}

function notOnBranch({ id, path }: NamedResource): Problem {
  return errorProblem('NOT_FOUND', `There is no resource "${id}" on the branch.`, { path });
}
