import fc from 'fast-check';
import type { JsonObject } from '../../src/shared/json.js';
import {
  aggregationOf,
  castFunction,
  erSchema,
  projection,
  singleView,
  systemOfRecord,
} from '../support/fastDataRecords.js';
import { bundleOf, type BundleRecord } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

/** Names that differ in case only, and one that nothing has: what points to it dangles. */
const projectionNames = ['orders', 'Orders', 'ORDERS', 'lines', 'clients'];
const viewNames = ['sv_a', 'sv_b', 'SV_B', 'sv_self'];
const nodeName = fc.constantFrom(...projectionNames, ...viewNames, 'ghosts');
const edges = fc.array(fc.tuple(nodeName, nodeName), { maxLength: 12 });
const title = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { nil: undefined });

const graph = fc
  .record({
    first: edges,
    second: edges,
    joins: fc.array(fc.tuple(fc.constantFrom(...viewNames), nodeName), { maxLength: 8 }),
    title,
  })
  .map((parts) => recordsOf(parts));

interface GraphParts {
  first: [string, string][];
  second: [string, string][];
  joins: [string, string][];
  title: string | undefined;
}

function recordsOf({ first, second, joins, title: text }: GraphParts): BundleRecord[] {
  const named = text === undefined ? {} : { title: text };
  return [
    castFunction('trim'),
    { ...systemOfRecord('erp'), ...named },
    ...projectionNames.map((name) =>
      projection(name, { system: 'erp', fields: { label: 'trim', day: 'defaultCastToDate' } }),
    ),
    { ...erSchema('er-1', nodesOf(first)), ...named },
    erSchema('er-2', nodesOf(second)),
    ...viewNames.map((name, at) => {
      const collections = joins.filter(([view]) => view === name).map(([, collection]) => collection);
      return singleView(name, { erSchema: `er-${(at % 2) + 1}`, aggregation: aggregationOf(...collections) });
    }),
  ];
}

function nodesOf(pairs: readonly [string, string][]): Record<string, string[]> {
  const nodes: Record<string, string[]> = {};
  for (const [from, to] of pairs) nodes[from] = [...new Set([...(nodes[from] ?? []), to])];
  return nodes;
}

describe('a graph with cycles, self-loops, dangling edges and names that differ by case', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it('is the same but for ids after an export, an import into an empty project and another export', async () => {
    await fc.assert(
      fc.asyncProperty(graph, fc.constantFrom('JSON' as const, 'JSONL' as const), async (records, format) => {
        const [a, b] = [await flow.makeProject(), await flow.makeProject()];
        await flow.import(bundleOf(records), a);
        const first = await flow.export(a, format);
        await flow.import(first, b);
        const second = await flow.export(b, format);
        expect(contentOf(second)).toEqual(contentOf(first));
        expect(contentOf(first)).toHaveLength(records.length);
      }),
      { numRuns: 12, seed: 20_260_202 },
    );
  });

  it('is a plan without changes when the same file is imported a second time, as copies and as references', async () => {
    await fc.assert(
      fc.asyncProperty(graph, fc.constantFrom('COPY' as const, 'REFERENCE' as const), async (records, mode) => {
        const place: Place = await flow.makeProject(['EVENT_DRIVEN']);
        const file = bundleOf(records, { project: 'farm' });
        await flow.import(file, place, { mode });
        const before = await flow.resources(place);
        const plan = await flow.stage(file, place, { mode });
        expect(plan.counts).toMatchObject({ total: records.length, unchanged: records.length });
        expect((await flow.execute(plan.id)).task?.status).toBe('COMPLETED');
        expect(await flow.resources(place)).toEqual(before);
      }),
      { numRuns: 12, seed: 20_260_203 },
    );
  });

  it('is the same but for ids and origins when it was imported as references', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (records) => {
        const [a, b] = [await flow.makeProject(), await flow.makeProject(['EVENT_DRIVEN'])];
        await flow.import(bundleOf(records), a);
        const first = await flow.export(a);
        await flow.import(first, b, { mode: 'REFERENCE' });
        const second = await flow.export(b);
        expect(contentOf(second)).toEqual(contentOf(first));
        expect(recordsIn(second).every(({ origins }) => Array.isArray(origins) && origins.length === 1)).toBe(true);
      }),
      { numRuns: 8, seed: 20_260_204 },
    );
  });

  /** The records of a bundle in either layout. */
  function recordsIn(bundle: string): JsonObject[] {
    const isLines = !bundle.includes('"resources":[\n');
    if (!isLines) return (JSON.parse(bundle) as { resources: JsonObject[] }).resources;
    return bundle
      .trimEnd()
      .split('\n')
      .slice(1, -1)
      .map((line) => JSON.parse(line) as JsonObject);
  }

  function contentOf(bundle: string): JsonObject[] {
    return recordsIn(bundle).map(({ id: _id, origins: _origins, ...record }) => record);
  }
});
