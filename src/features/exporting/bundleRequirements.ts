import type { BundleRequirement } from '../formats/index.js';
import { readNodes } from '../dependencies/worker.js';
import type { WorkerContext } from '../workers/index.js';
import type { ExportSelection } from './exportSelection.js';
import { unseenBy } from './leaveOutUnusable.js';
import { findRequirements } from './requirements.js';

/** Keeps the header small: for each prerequisite only the first dependents are named, and all are counted. */
const maxNamed = 10;

/** The prerequisites of `export_item` for the header of a bundle. External ones are left out, because they exist everywhere. */
export async function bundleRequirements(
  context: WorkerContext,
  selection: ExportSelection,
): Promise<BundleRequirement[]> {
  const found = await findRequirements(context, await unseenBy(context, selection));
  const requirements = found.requirements.filter(({ isExternal }) => !isExternal);
  const named = new Set(requirements.flatMap(({ requiredByIds }) => requiredByIds.slice(0, maxNamed)));
  const nodes = await readNodes(context, [...named]);
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  return requirements.map(({ targetKinds, targetName, requirement, requiredByIds }) => ({
    kinds: [...targetKinds],
    name: targetName,
    requirement,
    requiredBy: requiredByIds.slice(0, maxNamed).flatMap((id) => {
      const node = nodeById.get(id);
      return node ? [{ kind: node.kindName, name: node.name }] : [];
    }),
    requiredByCount: requiredByIds.length,
  }));
}
