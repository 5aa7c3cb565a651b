/** Makes an import plan: of a file, of a folder, of what stdin has, or of a branch of the same server. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { resultOf, WaybillError, type StagedPlan, type UploadFile } from '../../../client/index.js';
import {
  ImportPlanDocument,
  StageTransferDocument,
  type PlanFragment,
  type StageImportOptions,
} from '../../../client/operations.generated.js';
import { findBranch, findKinds, type BranchPlace } from '../places/places.js';
import { selectionOf } from '../places/selection.js';
import { findTemplate } from '../places/templates.js';
import type { ServerClient } from '../profiles/serverClient.js';
import { followTask, succeeded } from '../run/followTask.js';
import type { Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { formatSize } from '../words/numbers.js';
import type { PlanChoices, PlanFlags } from './planOptions.js';

interface Staging {
  client: ServerClient;
  target: BranchPlace;
  choices: PlanChoices;
}

interface Source {
  /** A file, a folder, `-` for stdin, or `PROJECT[/BRANCH]`. */
  source: string;
  flags: PlanFlags;
  /** Whether it is a branch, even if there is a file of that name. */
  isBranch?: boolean;
}

/** The plan of a source, once it is read. */
export async function stagePlan(
  work: Work,
  staging: Staging,
  { source, flags, isBranch = false }: Source,
): Promise<PlanFragment> {
  if (isBranch || !isFile(source)) {
    const options = await optionsOf(staging);
    return planOf(work, staging, await transfer(staging, { source, flags, options }));
  }
  if ((flags.kind ?? flags.name) !== undefined)
    throw CliFault.usage(
      '--kind and --name choose resources of a branch, and the source is a file or a folder.',
      'Use --skip to leave items of a file out.',
    );
  return isFolder(source) ? stageFolder(work, staging, source) : stageFile(work, staging, fileOf(source));
}

/** Whether a source is a file, a folder or stdin: what is none must be a branch. */
export function isFile(source: string): boolean {
  return source === '-' || existsSync(source);
}

function isFolder(source: string): boolean {
  return source !== '-' && statSync(source).isDirectory();
}

async function stageFolder(work: Work, staging: Staging, folder: string): Promise<PlanFragment> {
  const { withPackedFolder } = await import('../folders/packedFolder.js');
  return withPackedFolder(work, folder, (bundle) =>
    stageFile(work, staging, { ...fileOf(bundle.path), name: bundle.name }),
  );
}

/** The plan of an upload, once it is read. */
export async function stageFile(work: Work, staging: Staging, file: UploadFile): Promise<PlanFragment> {
  const options = await optionsOf(staging);
  return planOf(work, staging, await upload(work, staging, { file, options }));
}

async function planOf(work: Work, { client }: Staging, staged: StagedPlan): Promise<PlanFragment> {
  const task = await followTask(work, { client, taskId: staged.task.id });
  const plan = await readPlan(client, staged.id);
  if (plan.status === 'FAILED' && plan.problems.length > 0) throw WaybillError.ofProblems(plan.problems);
  succeeded(task);
  return plan;
}

export async function readPlan(client: ServerClient, id: string): Promise<PlanFragment> {
  const { importPlan } = await client.ask(ImportPlanDocument, { id });
  if (importPlan) return importPlan;
  throw new CliFault('NO_PLAN', `There is no plan ${id}, or you may not see it.`, {
    fix: 'It may have been deleted with its task. Make a new one with `waybill plan`.',
  });
}

async function optionsOf({ client, target, choices }: Staging): Promise<StageImportOptions> {
  const { createStrategy, updateStrategy, isDeletionAllowed, isStrict, recordKind, definition, template } = choices;
  const mirrorKinds = await findKinds(client, target.project, choices.mirrorKinds);
  const [kind] = recordKind === undefined ? [] : await findKinds(client, target.project, [recordKind]);
  const templateId =
    template === undefined
      ? undefined
      : await findTemplate(client, target.project, { name: template, direction: 'IMPORT' });
  return {
    ...(createStrategy !== undefined && { createStrategy }),
    ...(updateStrategy !== undefined && { updateStrategy }),
    ...(isDeletionAllowed !== undefined && { isDeletionAllowed }),
    ...(mirrorKinds.length > 0 && { mirrorKinds: mirrorKinds.map(({ name }) => name) }),
    ...(isStrict !== undefined && { isStrict }),
    ...(kind && { kind: kind.name }),
    ...(definition !== undefined && { definitionErc: definition }),
    ...(templateId !== undefined && { templateId }),
  };
}

async function upload(
  { terminal, signal }: Work,
  { client, target, choices }: Staging,
  { file, options }: { file: UploadFile; options: StageImportOptions },
): Promise<StagedPlan> {
  const { branchId } = target;
  const { mode, fileFormat } = choices;
  const input = { branchId, options, ...(mode && { mode }), ...(fileFormat !== undefined && { format: fileFormat }) };
  const total = file.sizeBytes === undefined ? '' : ` of ${formatSize(file.sizeBytes)}`;
  const onProgress = (bytes: number) => {
    terminal.progress(`Uploading: ${formatSize(bytes)}${total}`);
  };
  try {
    return await client.stage(file, input, { signal, onProgress });
  } finally {
    terminal.clearProgress();
  }
}

function fileOf(source: string): UploadFile {
  if (source === '-') return { name: 'stdin', content: process.stdin };
  const found = statSync(source);
  // The size of a pipe or a device is not known before it is read.
  return {
    name: path.basename(source),
    content: createReadStream(source),
    ...(found.isFile() && { sizeBytes: found.size }),
  };
}

async function transfer(
  { client, target, choices }: Staging,
  { source, flags, options }: { source: string; flags: PlanFlags; options: StageImportOptions },
): Promise<StagedPlan> {
  const place = await sourceBranch(client, source);
  const { stageTransfer } = await client.ask(StageTransferDocument, {
    input: {
      selection: await selectionOf(client, place, flags),
      intoBranchId: target.branchId,
      options,
      ...(choices.mode !== undefined && { mode: choices.mode }),
    },
  });
  return resultOf(stageTransfer.plan, stageTransfer.problems);
}

/** A name that looks like a file is more likely a file that is missing. */
async function sourceBranch(client: ServerClient, source: string): Promise<BranchPlace> {
  refuseMissingFile(source);
  try {
    return await findBranch(client, source);
  } catch (error) {
    if (error instanceof CliFault && error.code === 'NO_PROJECT') throw noFile(source, error.fix);
    throw error;
  }
}

/** @throws CliFault if no branch is likely to have this name */
export function refuseMissingFile(source: string): void {
  if (/^[.~/]|\.\w{1,5}$/.test(source)) throw noFile(source);
}

function noFile(source: string, fix?: string): CliFault {
  return new CliFault(
    'NO_FILE',
    `There is no file ${source}${fix === undefined ? '' : ', and no project of that name'}.`,
    {
      fix: fix ?? 'Check its name, and the folder that you are in.',
    },
  );
}
