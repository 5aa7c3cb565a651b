import type { Problem } from '../../shared/problem.js';
import type { Branch } from '../projects/index.js';
import type { TemplateService } from '../templates/index.js';
import type { StageImportInput, StageImportOptions } from './stageImport.inputs.js';
import type { ImportMode, ImportStrategy } from './tables/importStates.js';

/** What is chosen for a file next to its options. */
interface FileSettings {
  mode?: ImportMode | null | undefined;
  format?: string | null | undefined;
}

/** What an import is done with besides its file, as a template holds it. */
interface ImportTemplateSettings extends FileSettings, Omit<StageImportOptions, 'templateId'> {
  importStrategy?: ImportStrategy | null;
}

/** What a file is staged with. */
export interface StagingSettings extends FileSettings {
  options: Omit<ImportTemplateSettings, keyof FileSettings>;
}

/** Fills in from the template that an upload names, if it names one, what the upload itself leaves open. */
export async function useImportTemplate(
  templates: TemplateService,
  { mode, format, options }: Pick<StageImportInput, 'mode' | 'format' | 'options'>,
  { projectId }: Pick<Branch, 'projectId'>,
): Promise<{ staging: StagingSettings; problems: [] } | { staging: null; problems: Problem[] }> {
  const { templateId, ...rest } = options ?? {};
  const given = { ...rest, mode, format };
  if (templateId === null || templateId === undefined) return { staging: stagingOf(given), problems: [] };
  const path = ['input', 'options', 'templateId'];
  const use = await templates.use<ImportTemplateSettings>({ templateId, projectId, direction: 'IMPORT', given, path });
  return use.template ? { staging: stagingOf(use.settings), problems: [] } : { staging: null, problems: use.problems };
}

function stagingOf({ mode, format, ...options }: ImportTemplateSettings): StagingSettings {
  return { mode, format, options };
}
