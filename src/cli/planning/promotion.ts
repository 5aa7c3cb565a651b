/** Makes an import plan of a branch, on its own server or on another: what one server exports is uploaded to the other as it comes. */
import type { PlanFragment } from '../../../client/operations.generated.js';
import { exportBranch } from '../places/exportBranch.js';
import { findBranch, findKinds, serverPlaceOf, type BranchPlace, type ServerPlace } from '../places/places.js';
import type { ServerClient } from '../profiles/serverClient.js';
import type { Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import type { PlanChoices, PlanFlags } from './planOptions.js';
import { isFile, refuseMissingFile, stageFile, stagePlan } from './stagePlan.js';

interface Promotion {
  from: ServerPlace;
  to: ServerPlace;
  choices: PlanChoices;
  flags: PlanFlags;
}

/** Makes the plan of a file, or of a branch of any server. */
export async function stageSource(
  work: Work,
  source: string,
  { choices, flags }: Pick<Promotion, 'choices' | 'flags'>,
): Promise<{ client: ServerClient; plan: PlanFragment }> {
  const to = serverPlaceOf(flags.into);
  if (!isFile(source)) {
    refuseMissingFile(source);
    if (flags.fileFormat !== undefined)
      throw CliFault.usage('--file-format is for a file, and the source is a branch.', 'Leave it out.');
    return stagePromotion(work, { from: serverPlaceOf(source), to, choices, flags });
  }
  const client = await work.connect(to.profile);
  const target = await findBranch(client, to.place);
  return { client, plan: await stagePlan(work, { client, target, choices }, { source, flags }) };
}

export async function stagePromotion(
  work: Work,
  { from, to, choices, flags }: Promotion,
): Promise<{ client: ServerClient; plan: PlanFragment }> {
  const client = await work.connect(to.profile);
  const target = await findBranch(client, to.place);
  await refusePartialMirror(client, target.project, { choices, flags });
  if (from.profile === to.profile) {
    if (from.place === to.place)
      throw CliFault.usage('Both are the same branch.', 'Name another branch to import into.');
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

/** A mirror takes what the selection leaves out for what the source no longer has, and deletes it. */
async function refusePartialMirror(
  client: ServerClient,
  project: BranchPlace['project'],
  { choices, flags }: Pick<Promotion, 'choices' | 'flags'>,
): Promise<void> {
  if ((flags.name ?? flags.kind) === undefined || choices.mirrorKinds.length === 0) return;
  const whole = await findKinds(client, project, flags.name === undefined ? (flags.kind ?? []) : []);
  const mirrored = await findKinds(client, project, choices.mirrorKinds);
  const partial = mirrored.find(({ name }) => !whole.some((kind) => kind.name === name));
  if (!partial) return;
  throw CliFault.usage(
    `--mirror deletes what came from the source and is not in the import; of the kind ${partial.name}, only a part would be in it.`,
    `Select all of it: with --kind ${partial.name} and without --name, or without both.`,
  );
}
