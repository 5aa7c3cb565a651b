/**
 * What was changed on a branch since a folder was last exported from it or imported into it. The branch keeps the earlier contents of its
 * resources: where the folder has one of them, the branch has moved on; where it has a content that the branch never had, the folder has.
 */
import { HistoryDocument, type HistoryQuery } from '../../../client/operations.generated.js';
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
  { changes, unchangedCount }: Comparison,
): Promise<{ drifts: Drift[]; unchangedCount: number }> {
  const found: (Drift | undefined)[] = [];
  for (let start = 0; start < changes.length; start += atOnce) {
    const part = changes.slice(start, start + atOnce);
    found.push(...(await Promise.all(part.map((change) => driftOf(client, change, { folder, branch })))));
  }
  const drifts = found.filter((drift) => drift !== undefined);
  return { drifts, unchangedCount: unchangedCount + found.length - drifts.length };
}

/** A change as whoever made it in the folder sees it: from the branch to the folder. What breaks on the branch does not break there. */
export function turned(change: Drift): Drift {
  const type = { ADDED: 'REMOVED', REMOVED: 'ADDED', CHANGED: 'CHANGED', RENAMED: 'RENAMED' } as const;
  const { oldName, name, differences, before, after } = change;
  return {
    ...change,
    change: type[change.change],
    ...(oldName !== null && { oldName: name, name: oldName }),
    differences: differences.map(({ path, ...each }) => ({
      ...{ path, before: each.after, after: each.before },
      ...{ isAdded: each.isRemoved, isRemoved: each.isAdded },
    })),
    breaking: [],
    before: after,
    after: before,
  };
}

/** Undefined if nobody has changed it: it is as it was imported. */
async function driftOf(
  client: ServerClient,
  found: Change,
  { folder, branch }: { folder: Configuration; branch: Configuration },
): Promise<Drift | undefined> {
  const isOwn = isOfSameProject(folder, branch);
  const { before, after } = found;
  if (after === null) return { ...found, mover: moverOfRemoved(before, isOwn), changedBy: null, changedAt: null };
  const history = await historyOf(client, after.id ?? '');
  if (!history) return { ...found, mover: 'UNKNOWN', changedBy: null, changedAt: null };
  const { revisions, originId } = history;
  // What came from the project of the folder was in the folder once.
  const cameFromFolder = !isOwn && originId === folder.source.project?.id;
  // Whether it is a copy or a reference here, and its name here, were chosen by the import.
  const change = cameFromFolder ? withoutMode(found) : found;
  // The folder does not say what was in it: it may be new on the branch, or deleted in the folder.
  if (before === null) return { ...change, mover: cameFromFolder ? 'FOLDER' : 'UNKNOWN', ...lastChange(revisions[0]) };
  const isAsImported = cameFromFolder && change.differenceCount === 0;
  if (isAsImported && revisions.every(({ name }) => name === after.name)) return undefined;
  const mover = isAsImported || hadContent(revisions, before, change) ? 'BRANCH' : 'FOLDER';
  return { ...change, mover, ...lastChange(revisions[0]) };
}

/** Whether the branch once had what the folder has. */
function hadContent(revisions: readonly Revision[], before: Known, { differenceCount }: Change): boolean {
  // What an import has renamed never had the name of the folder here: then its content tells who has moved on, and the new name alone nothing.
  const isRenamedHere = differenceCount > 0 && !revisions.some(({ name }) => name === before.name);
  return revisions.some(
    ({ name, digest }) => (isRenamedHere || name === before.name) && digest === before.contentDigest,
  );
}

function withoutMode(change: Change): Change {
  const differences = change.differences.filter(({ path }) => path !== 'mode');
  const count = change.differenceCount - (change.differences.length - differences.length);
  return { ...change, differences, differenceCount: count };
}

type Revision = NonNullable<HistoryQuery['resource']>['history']['nodes'][number];

/** All revisions of a resource, and the project that it came from; undefined if it is gone. */
async function historyOf(
  client: ServerClient,
  id: string,
): Promise<{ revisions: Revision[]; originId: string | undefined } | undefined> {
  const { resource } = await client.ask(HistoryDocument, { id });
  if (!resource) return undefined;
  const revisions = [...resource.history.nodes];
  let { pageInfo } = resource.history;
  while (pageInfo.hasNextPage) {
    const next = (await client.ask(HistoryDocument, { id, after: pageInfo.endCursor })).resource?.history;
    if (!next) return undefined;
    revisions.push(...next.nodes);
    ({ pageInfo } = next);
  }
  return { revisions, originId: resource.origin?.project?.id };
}

function lastChange(revision: { changedBy: { name: string } | null; changedAt: string } | undefined) {
  return { changedBy: revision?.changedBy?.name ?? null, changedAt: revision?.changedAt ?? null };
}

/** What has an id in the project of the branch was on it once. */
function moverOfRemoved(before: Known | null, isOwn: boolean): Mover {
  if (before?.id === null) return 'FOLDER';
  return isOwn ? 'BRANCH' : 'UNKNOWN';
}
