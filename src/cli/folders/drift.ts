/**
 * What was changed on a branch since a folder was last exported from it or imported into it. The branch keeps the earlier contents of its
 * resources: where the folder has one of them, the branch has moved on; where it has a content that the branch never had, the folder has.
 */
import { HistoryDocument } from '../../../client/operations.generated.js';
import type { ServerClient } from '../profiles/serverClient.js';
import { isOfSameProject, type Change, type Comparison } from './compare.js';
import type { Configuration } from './configuration.js';
import type { Known } from './identities.js';

/** Who moved on: the branch, the folder, or nobody knows. */
export type Mover = 'BRANCH' | 'FOLDER' | 'UNKNOWN';

export interface Drift extends Change {
  mover: Mover;
  /** Who changed the branch last, and when. */
  changedBy: string | null;
  changedAt: string | null;
}

const atOnce = 8;

/** `comparison`: from the folder to the branch. */
export async function findDrift(
  client: ServerClient,
  { folder, branch }: { folder: Configuration; branch: Configuration },
  { changes }: Comparison,
): Promise<Drift[]> {
  const found: Drift[] = [];
  for (let start = 0; start < changes.length; start += atOnce) {
    const part = changes.slice(start, start + atOnce);
    found.push(...(await Promise.all(part.map((change) => driftOf(client, change, { folder, branch })))));
  }
  return found;
}

async function driftOf(
  client: ServerClient,
  change: Change,
  { folder, branch }: { folder: Configuration; branch: Configuration },
): Promise<Drift> {
  const isOwn = isOfSameProject(folder, branch);
  const { before, after } = change;
  if (after === null) return { ...change, mover: moverOfRemoved(before, isOwn), changedBy: null, changedAt: null };
  const { resource } = await client.ask(HistoryDocument, { id: after.id ?? '' });
  if (!resource) return { ...change, mover: 'UNKNOWN', changedBy: null, changedAt: null };
  const revisions = resource.history.nodes;
  // What came from the project of the folder was in the folder once.
  const cameFromFolder = !isOwn && resource.origin?.project?.id === folder.source.project?.id;
  const hadIt = revisions.some(({ name, digest }) => name === before?.name && digest === before.contentDigest);
  const mover = (before === null ? !cameFromFolder : hadIt) ? 'BRANCH' : 'FOLDER';
  return { ...change, mover, ...lastChange(revisions[0]) };
}

function lastChange(revision: { changedBy: { name: string } | null; changedAt: string } | undefined) {
  return { changedBy: revision?.changedBy?.name ?? null, changedAt: revision?.changedAt ?? null };
}

/** What has an id in the project of the branch was on it once. */
function moverOfRemoved(before: Known | null, isOwn: boolean): Mover {
  if (before?.id === null) return 'FOLDER';
  return isOwn ? 'BRANCH' : 'UNKNOWN';
}
