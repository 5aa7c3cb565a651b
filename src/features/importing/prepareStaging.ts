import type { AllowedHost } from '../../shared/allowedHosts.js';
import type { Problem } from '../../shared/problem.js';
import type { Session } from '../../shared/session.js';
import { orderCallback, type CallbackOrder, type CallbackWish } from '../callbacks/index.js';
import { checkMapping } from '../formats/index.js';
import type { KindRegistry } from '../kinds/index.js';
import type { Branch } from '../projects/index.js';
import type { TemplateService } from '../templates/index.js';
import type { Workers } from '../workers/index.js';
import { importerOf } from './importerOf.js';
import { checkTargetCall, type TargetChoice } from './needs/checkTarget.call.js';
import { inOptions } from './plainOptions.js';
import type { StageImportInput } from './stageImport.inputs.js';
import type { Importer } from './tables/importRights.js';
import { useImportTemplate, type StagingSettings } from './useImportTemplate.js';

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
  const faults = checkMapping(staging.options.mapping ?? []);
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
