/** Makes an import plan of a branch, on its own server or on another: what one server exports is uploaded to the other as it comes. */
import type { PlanFragment } from '../../../client/operations.generated.js';
import { exportBranch } from '../places/exportBranch.js';
import { findBranch, serverPlaceOf, type ServerPlace } from '../places/places.js';
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
