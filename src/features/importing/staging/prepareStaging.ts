import type { AllowedHost } from '../../../shared/allowedHosts.js';
import type { Problem } from '../../../shared/problem.js';
import type { Session } from '../../../shared/session.js';
import { orderCallback, type CallbackOrder, type CallbackWish } from '../../callbacks/index.js';
import { checkMapping } from '../../formats/index.js';
import type { KindRegistry } from '../../kinds/index.js';
import type { Branch } from '../../projects/index.js';
import type { TemplateService } from '../../templates/index.js';
import type { Workers } from '../../workers/index.js';
import { importerOf } from '../importerOf.js';
import { unknownMirrorKinds } from '../mirror.js';
import { checkTargetCall, type TargetChoice } from '../prerequisites/checkTarget.call.js';
import type { StageImportInput, StageImportOptions } from './stageImport.inputs.js';
import type { Importer } from '../tables/importRights.js';
import type { ImportMode, ImportStrategy } from '../tables/importStates.js';

const stagedOptions = ['input', 'options'];

/** Checked settings for staging a file, of an upload or a transfer. */
export interface PreparedStaging {
  staging: StagingSettings;
  callback: CallbackOrder | null;
  importer: Importer;
}

interface PrepareParts {
  workers: Workers;
  kinds: KindRegistry;
  templates: TemplateService;
  callbackHosts: readonly AllowedHost[];
}

/** Completes the input with the settings of its template, and checks all that can be checked without the file. */
export async function prepareStaging(
  { workers, kinds, templates, callbackHosts }: PrepareParts,
  input: Pick<StageImportInput, 'mode' | 'format' | 'options'> & CallbackWish,
  { branch, session }: { branch: Branch; session: Session },
): Promise<{ prepared: PreparedStaging; problems: [] } | { prepared: null; problems: Problem[] }> {
  const { staging, problems: unfit } = await useImportTemplate(templates, input, branch);
  const { callback, problems: unfitCallback } = orderCallback(input, callbackHosts);
  if (!staging || unfitCallback.length > 0) return { prepared: null, problems: [...unfit, ...unfitCallback] };
  const faults = [
    ...checkMapping(staging.options.mapping ?? []),
    ...unknownMirrorKinds(kinds, staging.options.mirrorKinds, ['mirrorKinds']),
  ];
  if (faults.length > 0) return { prepared: null, problems: faults.map(inOptions) };
  const importer = importerOf(kinds, session, branch.projectId);
  const choice = { importer, options: staging.options, path: stagedOptions };
  const problems = await checkTarget(workers, branch.id, choice);
  return problems.length > 0
    ? { prepared: null, problems }
    : { prepared: { staging, callback, importer }, problems: [] };
}

/** The problems of the chosen container. */
export function checkTarget(
  workers: Workers,
  branchId: string,
  choice: Omit<TargetChoice, 'branchId'>,
): Promise<Problem[]> {
  const { intoCollection, isScopeExtended } = choice.options;
  if (!intoCollection && isScopeExtended !== true) return Promise.resolve([]);
  const options = { intoCollection, isScopeExtended };
  return workers.call(checkTargetCall, { branchId, ...choice, options });
}

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

function inOptions(problem: Problem): Problem {
  return { ...problem, path: ['input', 'options', ...problem.path] };
}
