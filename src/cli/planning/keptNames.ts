/** Resources that were renamed in the source of a plan: an import creates them under their new names, and what the branch has of them stays. */
import {
  CreatedItemsDocument,
  PlanSourceDocument,
  ResourceOriginsDocument,
  type PlanFragment,
} from '../../../client/operations.generated.js';
import { listOf } from '../places/places.js';
import type { ServerClient } from '../profiles/serverClient.js';
import type { Terminal } from '../terminal/terminal.js';
import { formatList } from '../words/numbers.js';

/** So many are named. */
const shown = 10;
const first = 500;

/** Warns of new items whose resource the branch has under another name. With a mirror, the plan itself lists them as deletions. */
export async function warnOfKeptNames(terminal: Terminal, client: ServerClient, plan: PlanFragment): Promise<void> {
  if (plan.counts.create === 0) return;
  const { importPlan } = await client.ask(PlanSourceDocument, { id: plan.id });
  const project = importPlan?.source?.project;
  if (!project) return;
  const isOwn = project.id === plan.branch.project.id;
  const nameById = await namesOnBranch(client, { branchId: plan.branch.id, project, isOwn });
  if (nameById.size === 0) return;
  const renamed = await renamedItems(client, plan, nameById);
  if (renamed.length === 0) return;
  if (isOwn) warnOfOwn(terminal, renamed);
  else warnOfSource(terminal, renamed);
}

function warnOfSource(terminal: Terminal, renamed: readonly Renamed[]): void {
  const kept = renamed.map(({ kind, before, name }) => `${kind.title} "${before}" is now "${name}"`);
  const kinds = new Set(renamed.map(({ kind }) => kind.name.split('/').at(-1) ?? ''));
  const mirrors = [...kinds].map((kind) => `--mirror ${kind}`).join(' ');
  terminal.warn(
    `Renamed in the source: ${formatList(kept)}. The branch keeps what it has under the old name, beside what is created.`,
    `Rename it on the branch first; or add ${mirrors} --allow-deletions, which deletes what the source no longer has.`,
  );
}

/** Of the project's own file: which of the two names is newer, it does not tell. */
function warnOfOwn(terminal: Terminal, renamed: readonly Renamed[]): void {
  const kept = renamed.map(({ kind, before, name }) => `${kind.title} "${before}" has the name "${name}" in the file`);
  terminal.warn(
    `Renamed on the branch or in the file: ${formatList(kept)}. The branch keeps what it has, beside what is created.`,
    'If the name on the branch is the newer one, export it again; if that in the file is, rename it on the branch first.',
  );
}

interface Renamed {
  kind: { name: string; title: string };
  before: string;
  name: string;
}

/** The first new items whose resource has another name on the branch. */
async function renamedItems(
  client: ServerClient,
  { id, settings }: PlanFragment,
  nameById: ReadonlyMap<string, string>,
): Promise<Renamed[]> {
  const mirrored = new Set(settings['mirrorKinds'] as string[] | undefined);
  const renamed: Renamed[] = [];
  for await (const item of client.each(CreatedItemsDocument, { id, first }, (data) => data.importPlan?.items)) {
    const { kind, name, newName, sourceId } = item;
    const before = nameById.get(sourceId ?? '');
    // A name that a person chose is no rename in the source.
    if (before === undefined || before === name || newName !== null || mirrored.has(kind.name)) continue;
    renamed.push({ kind, before, name });
    if (renamed.length === shown) break;
  }
  return renamed;
}

/** Names of resources that are those of the source or came from it, by their ids there. */
async function namesOnBranch(
  client: ServerClient,
  { branchId, project, isOwn }: { branchId: string; project: { id: string; key: string }; isOwn: boolean },
): Promise<Map<string, string>> {
  const nameById = new Map<string, string>();
  const filter = isOwn ? {} : { originProjectKey: project.key };
  for await (const { id, name, origin } of client.each(ResourceOriginsDocument, { branchId, filter, first }, listOf)) {
    if (isOwn) nameById.set(id, name);
    if (origin?.project?.id === project.id && origin.sourceId !== null) nameById.set(origin.sourceId, name);
  }
  return nameById;
}
