/** Makes an import plan of a branch, on its own server or on another: what one server exports is uploaded to the other as it comes. */
import { resultOf, WaybillError, type WaybillClient } from '../../../client/index.js';
import { StartExportDocument, TaskDocument, type PlanFragment } from '../../../client/operations.generated.js';
import { findBranch, type BranchPlace } from '../places/places.js';
import { selectionOf } from '../places/selection.js';
import { followTask, succeeded } from '../run/followTask.js';
import type { Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import type { PlanChoices, PlanFlags } from './planOptions.js';
import { stageFile, stagePlan } from './stagePlan.js';

/** A branch, with the profile of its server: `PROFILE:PROJECT/BRANCH`, or without a profile that of the command. */
export interface ServerPlace {
  profile: string | undefined;
  place: string;
}

export function serverPlaceOf(text: string): ServerPlace {
  const at = text.indexOf(':');
  return at < 0 ? { profile: undefined, place: text } : { profile: text.slice(0, at), place: text.slice(at + 1) };
}

interface Promotion {
  from: ServerPlace;
  to: ServerPlace;
  choices: PlanChoices;
  flags: PlanFlags;
}

export async function stagePromotion(
  work: Work,
  { from, to, choices, flags }: Promotion,
): Promise<{ client: WaybillClient; plan: PlanFragment }> {
  const client = await work.connect(to.profile);
  const target = await findBranch(client, to.place);
  if (from.profile === to.profile) {
    if (from.place === to.place) throw CliFault.usage('Both are the same branch.', 'Name another branch with --to.');
    const plan = await stagePlan(work, { client, target, choices }, { source: from.place, flags, isBranch: true });
    return { client, plan };
  }
  const source = await work.connect(from.profile);
  const file = await exportBranch(work, source, { place: await findBranch(source, from.place), flags });
  const { signal } = work;
  const content = source.download(file, { signal });
  const upload = { name: file.name, sizeBytes: file.sizeBytes, content };
  return { client, plan: await stageFile(work, { client, target, choices }, upload) };
}

async function exportBranch(
  work: Work,
  client: WaybillClient,
  { place, flags }: { place: BranchPlace; flags: PlanFlags },
) {
  const input = { selection: await selectionOf(client, place, flags), format: 'JSONL' as const };
  const { startExport } = await client.ask(StartExportDocument, { input });
  const { id } = resultOf(startExport.task, startExport.problems);
  succeeded(await followTask(work, { client, taskId: id }));
  const { task } = await client.ask(TaskDocument, { id });
  const file = task?.files.find(({ purpose }) => purpose === 'RESULT');
  if (!file) throw new WaybillError('FILE_GONE', 'The exported file is gone.', { fix: 'Run the command again.' });
  return file;
}
