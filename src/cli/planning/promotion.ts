/** Makes an import plan of a branch, on its own server or on another: what one server exports is uploaded to the other as it comes. */
import type { WaybillClient } from '../../../client/index.js';
import type { PlanFragment } from '../../../client/operations.generated.js';
import { exportBranch } from '../places/exportBranch.js';
import { findBranch, type ServerPlace } from '../places/places.js';
import type { Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import type { PlanChoices, PlanFlags } from './planOptions.js';
import { stageFile, stagePlan } from './stagePlan.js';

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
