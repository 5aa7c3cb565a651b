import fc from 'fast-check';
import { castFunction, orchard, singleView, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place, type PlanView } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const records = [
  ...orchard(),
  castFunction('renamed-before'),
  castFunction('local'),
  systemOfRecord('Orchard'),
  singleView('trees-2'),
];
const names = ['fresh', 'local', 'trees-2', 'renamed-here', 'harvests'];

type Amendment =
  | { index: number; aspect: 'select'; value: boolean }
  | { index: number; aspect: 'mode'; value: 'COPY' | 'REFERENCE' }
  | { index: number; aspect: 'rename'; value: string };

const index = fc.nat({ max: records.length - 1 });
const amendment: fc.Arbitrary<Amendment> = fc.oneof(
  fc.record({ index, aspect: fc.constant('select' as const), value: fc.boolean() }),
  fc.record({
    index,
    aspect: fc.constant('mode' as const),
    value: fc.constantFrom('COPY' as const, 'REFERENCE' as const),
  }),
  fc.record({ index, aspect: fc.constant('rename' as const), value: fc.constantFrom(...names) }),
);
/** At most one choice of each aspect of an item: of two the later holds, so that their order would matter. */
const choices = fc.uniqueArray(amendment, {
  minLength: 2,
  maxLength: 12,
  selector: (each) => `${each.index} ${each.aspect}`,
});
const twoOrders = choices.chain((first) =>
  fc.tuple(fc.constant(first), fc.shuffledSubarray(first, { minLength: first.length, maxLength: first.length })),
);

describe('the choices that a person makes about a plan', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it('give the same plan in every order', async () => {
    const place = await targetWithHistory();
    const file = bundleOf(records, { project: 'farm' });
    await fc.assert(
      fc.asyncProperty(twoOrders, fc.constantFrom('COPY' as const, 'REFERENCE' as const), async (orders, mode) => {
        const plans = await Promise.all(orders.map(() => flow.stage(file, place, { mode })));
        for (const [at, order] of orders.entries()) for (const each of order) await amend(plans[at]!, each);
        const [one, other] = await Promise.all(plans.map(({ id }) => flow.plan(id)));
        expect(withoutIds(other!)).toEqual(withoutIds(one!));
      }),
      { numRuns: 25, seed: 20_260_201 },
    );
  });

  /** Some names are taken, one reference is as in the file, one is older, and one has another name here. */
  async function targetWithHistory(): Promise<Place> {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    await flow.create(place, castFunction('local'));
    const earlier = [castFunction('trimText', 'older()'), castFunction('renamed-before'), systemOfRecord('orchard')];
    const plan = await flow.stage(bundleOf(earlier, { project: 'farm' }), place, { mode: 'REFERENCE' });
    await flow.rename(plan.items.edges[1]!.node.id, 'renamed-here');
    await flow.execute(plan.id);
    return place;
  }

  async function amend(plan: PlanView, { index: at, aspect, value }: Amendment): Promise<void> {
    const { id } = plan.items.edges[at]!.node;
    const problems =
      aspect === 'rename'
        ? await flow.rename(id, value)
        : aspect === 'mode'
          ? await flow.setMode(plan.id, value, { itemIds: [id] })
          : await flow.select(plan.id, value, { itemIds: [id] });
    expect(problems).toEqual([]);
  }

  function withoutIds({ counts, problems, isExecutable, items }: PlanView): unknown {
    return { counts, problems, isExecutable, items: items.edges.map(({ node }) => ({ ...node, id: '' })) };
  }
});
