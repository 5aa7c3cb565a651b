/** What a branch holds, as one text that is equal exactly when all names, modes and digests are. */
import { createHash } from 'node:crypto';

const pageSize = 500;

export async function branchState(api, branchId) {
  const hash = createHash('sha256');
  let count = 0;
  for (let after = null; ;) {
    const { resources } = await api.ask(
      `query ($branchId: ID!, $after: String) { resources(branchId: $branchId, first: ${pageSize}, after: $after) {
         edges { node { name mode digest } } pageInfo { hasNextPage endCursor } } }`,
      { branchId, after },
    );
    for (const { node } of resources.edges) hash.update(`${node.name} ${node.mode} ${node.digest}\n`);
    count += resources.edges.length;
    if (!resources.pageInfo.hasNextPage) return `${count} resources, ${hash.digest('hex')}`;
    after = resources.pageInfo.endCursor;
  }
}
