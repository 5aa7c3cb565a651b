/** The law of small choices: to derive only what a choice for few items reaches gives the same plan as to derive all of it. */
import fc from 'fast-check';
import { sql } from '../../src/database/worker.js';
import { derivePlan } from '../../src/features/importing/plan/derivePlan.js';
import { ItemDerivation } from '../../src/features/importing/plan/deriveItems.js';
import {
  aggregationOf,
  castFunction,
  erSchema,
  projection,
  singleView,
  systemOfRecord,
} from '../support/fastDataRecords.js';
import { PlanScene, type StagedItem } from '../support/planScene.js';

const casts = ['trim', 'Trim', 'pad'];
const projections = ['orders', 'Orders', 'lines', 'clients'];
const views = ['sv_a', 'sv_b', 'SV_B'];
const systems = ['erp', 'crm'];
const ghosts = ['ghost', 'spare'];
const anyName = fc.constantFrom(...casts, ...projections, ...views, ...systems, ...ghosts);
const ofGraph = fc.constantFrom(...projections, ...views, ...ghosts);
const edges = fc.array(fc.tuple(ofGraph, ofGraph), { maxLength: 8 });

const file = fc
  .record({
    left: edges,
    right: edges,
    joins: edges,
    without: fc.uniqueArray(anyName, { maxLength: 4 }),
    code: fc.boolean(),
  })
  .map(({ left, right, joins, without, code }): StagedItem[] => {
    const items: StagedItem[] = [
      ...casts.map((name) => castFunction(name)),
      ...systems.map((name) => systemOfRecord(name)),
      ...projections.map((name, at) =>
        projection(name, {
          system: at === 3 ? 'crm' : 'erp',
          fields: { label: 'trim', day: at === 0 ? 'ghost' : null },
        }),
      ),
      erSchema('er-1', nodesOf(left)),
      erSchema('er-2', nodesOf(right)),
      ...views.map((name, at) => {
        const collections = joins.filter(([view]) => view === name).map(([, collection]) => collection);
        return singleView(name, { erSchema: `er-${(at % 2) + 1}`, aggregation: aggregationOf(...collections) });
      }),
      { ...castFunction('faulty'), spec: { dataType: 7 } },
    ];
    return items
      .filter(({ name }) => !without.includes(name))
      .map((item) => (code && item.name === 'pad' ? { ...item, externalReferenceCode: 'PAD' } : item));
  });

function nodesOf(pairs: readonly [string, string][]): Record<string, string[]> {
  const nodes: Record<string, string[]> = {};
  for (const [from, to] of pairs) nodes[from] = [...new Set([...(nodes[from] ?? []), to])];
  return nodes;
}

interface Choice {
  newName?: string;
  isSelected?: boolean;
  mode?: 'COPY' | 'REFERENCE';
}
const choice: fc.Arbitrary<Choice> = fc.oneof(
  fc.record({ newName: fc.constantFrom('free', 'spare', 'taken', ...projections, ...casts) }),
  fc.record({ isSelected: fc.boolean() }),
  fc.record({ mode: fc.constantFrom('COPY' as const, 'REFERENCE' as const) }),
);
const choices = fc.array(
  fc.record({ places: fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 1, maxLength: 3 }), choice }),
  {
    minLength: 1,
    maxLength: 8,
  },
);
const onBranch = fc.subarray(['taken', 'orders', 'erp', 'spare', 'SV_A', 'renamedHere']);
const plans = fc.record({
  file,
  choices,
  onBranch,
  mode: fc.constantFrom('COPY' as const, 'REFERENCE' as const),
  options: fc.constantFrom(
    {},
    { createStrategy: 'UPSERT' as const },
    { createStrategy: 'UPSERT' as const, isDeletionAllowed: true },
  ),
});

describe('a choice for few items', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterAll(() => scene.close());

  it('gives the plan that a derivation of all items gives', async () => {
    const counts = { few: 0, all: 0 };
    await fc.assert(
      fc.asyncProperty(plans, async ({ file: items, choices: made, onBranch: names, ...options }) => {
        for (const name of names) await putOnBranch(name);
        const planId = await scene.stage(items, options);
        await derive(planId);
        for (const { places, choice: chosen } of made) {
          const isFew = await choose(planId, [...new Set(places.map((place) => place % items.length))], chosen);
          counts[isFew ? 'few' : 'all'] += 1;
          const derived = await stateOf(planId);
          await derive(planId);
          expect(derived).toEqual(await stateOf(planId));
        }
        await scene.clear();
      }),
      { numRuns: 60, seed: 20_260_302 },
    );
    expect(counts.few).toBeGreaterThan(counts.all);
  });

  it('leaves the whole plan to be derived where its effects are wide', async () => {
    const planId = await scene.stage([castFunction('a'), castFunction('b')]);
    await derive(planId);
    const few = async () => (await ItemDerivation.begin(scene.context, await scene.planRow(planId), [0])) !== undefined;
    expect(await few()).toBe(true);
    await scene.connection.run(sql`UPDATE import_plan SET options = '{"intoCollection":""}' WHERE id = ${planId}`);
    expect(await few()).toBe(false);
    await scene.connection.run(sql`UPDATE import_plan SET options = '{"isDeletionAllowed":true}' WHERE id = ${planId}`);
    expect(await few()).toBe(false);
    await derive(planId);
    expect(await few()).toBe(true);
    await scene.connection.run(sql`UPDATE branch SET version = version + 1`);
    expect(await few()).toBe(false);
    await scene.clear();
  });

  function derive(planId: string): Promise<unknown> {
    return scene.connection.transaction(() => derivePlan(scene.context, planId));
  }

  async function putOnBranch(name: string): Promise<void> {
    if (name === 'renamedHere') await scene.put({ ...castFunction(name), referenceTo: 'trim' });
    else if (name === 'orders') await scene.put(crud(name));
    else if (name === 'erp') await scene.put(systemOfRecord(name));
    else if (name === 'SV_A') await scene.put(singleView(name));
    else await scene.put(castFunction(name));
  }

  /** A resource of another kind in the namespace of projections. */
  function crud(name: string): StagedItem {
    return { kind: 'fast-data/CrudCollection', name, spec: {} };
  }

  /** Whether only what it reaches was derived. */
  function choose(planId: string, ordinals: readonly number[], chosen: Choice): Promise<boolean> {
    return scene.connection.transaction(async () => {
      const plan = await scene.planRow(planId);
      const begun = await ItemDerivation.begin(scene.context, plan, ordinals);
      for (const { name, ordinal } of await scene.items(planId))
        if (ordinals.includes(ordinal)) await scene.choose(planId, name, chosen);
      if (begun && (await begun.finish())) return true;
      await derivePlan(scene.context, planId);
      return false;
    });
  }

  async function stateOf(planId: string): Promise<unknown> {
    const { no } = await scene.planRow(planId);
    const plan = await scene.connection.get(
      sql`SELECT counts, kind_counts, advice, derivation, branch_version FROM import_plan WHERE id = ${planId}`,
    );
    const items = await scene.connection.all<{ ordinal: number }>(
      sql`SELECT i.*, c.digest FROM import_item i LEFT JOIN content c ON c.id = i.effective_content_id WHERE i.plan_no = ${no} ORDER BY ordinal`,
    );
    return { plan, items };
  }
});
