import { writeBundleFile } from '../support/bundleFiles.js';
import { makeSingleView, type NewResource } from '../support/fastDataResources.js';
import { createProject, importFile, idOf } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

/** Far beyond what it takes: a graph that is not bounded would take hours, or end the process. */
const patienceMs = 600_000;

const allFields = 'nodeCount isTruncated nodes { name } cycles { nodes { name } }';

interface GraphAnswer {
  nodeCount: number;
  edgeCount?: number;
  isTruncated: boolean;
  nodes: { name: string }[];
  cycles: { nodes: { name: string }[] }[];
  edges?: { requirement: string }[];
}

/** Single views in the order of their numbers; `targetsOf` gives the numbers that each reads. */
function* views(count: number, targetsOf: (number: number) => Iterable<number>): Generator<NewResource> {
  for (let number = 0; number < count; number += 1) {
    const path = Array.from(targetsOf(number), (target) => `v${target}`);
    const config = { paths: { paths: [{ path }] } };
    yield makeSingleView(`v${number}`, { projectionChangesSchema: { version: '1.0.0', config } });
  }
}

function* laterOnes(number: number, count: number): Generator<number> {
  for (let later = number + 1; later < count; later += 1) yield later;
}

describe('a graph of any size and shape', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const load = async (key: string, resources: Iterable<NewResource>) => {
    const { branchId } = await createProject(server, key);
    const file = await writeBundleFile(resources, { format: 'JSONL' });
    try {
      await importFile(server, { path: file.path }, { branchId });
    } finally {
      await file.remove();
    }
    return branchId;
  };

  const ask = async (
    branchId: string,
    root: string,
    { fields = allFields, direction = 'DEPENDENCIES', maxNodes = 10_000 } = {},
  ) => {
    const document = `query ($branchId: ID!, $rootIds: [ID!]!, $direction: GraphDirection!, $maxNodes: Int = 10000) {
      dependencyGraph(branchId: $branchId, rootIds: $rootIds, direction: $direction, maxNodes: $maxNodes) { ${fields} } }`;
    const rootIds = [await idOf(server, branchId, root)];
    const { data, errors } = await server.query(document, { branchId, rootIds, direction, maxNodes });
    expect(errors).toBeUndefined();
    return (data as { dependencyGraph: GraphAnswer }).dependencyGraph;
  };

  it(
    'is answered for 1,000 resources of which each reads all later ones',
    async () => {
      const count = 1000;
      const branchId = await load(
        'dense',
        views(count, (number) => laterOnes(number, count)),
      );
      const { nodes, cycles } = await ask(branchId, 'v0');
      expect(nodes).toHaveLength(count);
      expect(cycles).toEqual([]);
      const { edges, edgeCount, isTruncated } = await ask(branchId, 'v0', {
        fields: 'edgeCount isTruncated edges { requirement }',
        maxNodes: 1000,
      });
      expect([edgeCount, isTruncated]).toEqual([(count * (count - 1)) / 2, true]);
      expect(edges).toHaveLength(10_000);
      const needed = await ask(branchId, `v${count - 1}`, { direction: 'DEPENDENTS' });
      expect(needed.nodes).toHaveLength(count);
    },
    patienceMs,
  );

  it(
    'is answered for a chain of 30,000',
    async () => {
      const count = 30_000;
      const branchId = await load(
        'chain',
        views(count, (number) => (number + 1 < count ? [number + 1] : [])),
      );
      const { nodeCount, isTruncated, nodes, cycles } = await ask(branchId, 'v0');
      expect([nodeCount, isTruncated]).toEqual([count, true]);
      expect(nodes.at(-1)?.name).toBe('v9999');
      expect(cycles).toEqual([]);
      const needed = await ask(branchId, `v${count - 1}`, { direction: 'DEPENDENTS' });
      expect(needed.nodeCount).toBe(count);
    },
    patienceMs,
  );

  it(
    'is answered for a ring of 10,000, as one cycle',
    async () => {
      const count = 10_000;
      const branchId = await load(
        'ring',
        views(count, (number) => [(number + 1) % count]),
      );
      const { nodes, cycles } = await ask(branchId, 'v0');
      expect(nodes).toHaveLength(count);
      expect(cycles.map((cycle) => cycle.nodes.length)).toEqual([count]);
      const preview = await server.query(
        `query ($input: StartExportInput!) { exportPreview(input: $input) {
          byKind { count } cycleCount cycles { nodeCount nodes { name } } } }`,
        { input: { selection: { branchId, resourceIds: [await idOf(server, branchId, 'v0')] } } },
      );
      expect(preview.errors).toBeUndefined();
      const { exportPreview } = preview.data as { exportPreview: { cycles: { nodes: unknown[] }[] } };
      expect(exportPreview).toMatchObject({ byKind: [{ count }], cycleCount: 1, cycles: [{ nodeCount: count }] });
      expect(exportPreview.cycles[0]!.nodes).toHaveLength(100);
    },
    patienceMs,
  );
});
