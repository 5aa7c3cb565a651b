/** What `--kind` and `--name` choose of a branch. */
import type { ExportSelectionInput } from '../../../client/operations.generated.js';
import type { ServerClient } from '../profiles/serverClient.js';
import { findKinds, findResources, type BranchPlace } from './places.js';

/** Resources by name, of one of the kinds if any are given; without names all of these kinds; without either the whole branch. */
export async function selectionOf(
  client: ServerClient,
  place: BranchPlace,
  { kind = [], name }: { kind?: string[]; name?: string[] },
): Promise<ExportSelectionInput> {
  const { branchId } = place;
  const kinds = await findKinds(client, place.project, kind);
  if (name !== undefined) {
    const named = await findResources(client, place, { names: name, kinds });
    return { branchId, resourceIds: named.map(({ id }) => id) };
  }
  return kinds.length > 0 ? { branchId, kinds: kinds.map((each) => each.name) } : { branchId, all: true };
}
