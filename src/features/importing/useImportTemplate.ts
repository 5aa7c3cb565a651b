import type { Problem } from '../../shared/problem.js';
import type { Branch } from '../projects/index.js';
import type { TemplateService } from '../templates/index.js';
import type { StageImportInput, StageImportOptions } from './stageImport.inputs.js';
import type { ImportMode, ImportStrategy } from './tables/importStates.js';

/** Settings of an upload beside its options. */
interface FileSettings {
  mode?: ImportMode | null | undefined;
  format?: string | null | undefined;
}

/** The settings of an import, as a template stores them. */
interface ImportTemplateSettings extends FileSettings, Omit<StageImportOptions, 'templateId'> {
  importStrategy?: ImportStrategy | null;
}

/** The settings that a file is staged with. */
export interface StagingSettings extends FileSettings {
  options: Omit<ImportTemplateSettings, keyof FileSettings>;
}

/** The settings of an upload, completed with those of its template if it names one. */
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
