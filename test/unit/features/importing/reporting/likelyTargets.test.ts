import { castFunction, projection, systemOfRecord } from '../../../../support/fastDataRecords.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

describe('what was most likely meant by a name that nothing has', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const orders = projection('orders', { system: 'warehouse' });

  async function meant(items: readonly StagedItem[], name = 'orders'): Promise<string | undefined> {
    const plan = await scene.stage(items);
    await scene.derive(plan);
    const fixes = ((await scene.problems(plan))[name] ?? []).map(({ fix = '' }) => fix);
    return fixes.map((fix) => /Did you mean "([^"]+)"/.exec(fix)?.[1]).find((found) => found !== undefined);
  }

  it('is a name of the branch that is like it', async () => {
    await scene.put(systemOfRecord('warehouses'));
    await scene.put(systemOfRecord('billing'));
    expect(await meant([orders])).toBe('warehouses');
  });

  it('is a name of the file that is like it', async () => {
    expect(await meant([orders, systemOfRecord('warehuose')])).toBe('warehuose');
  });

  it('is of a kind that may be meant', async () => {
    await scene.put(castFunction('warehouse'));
    expect(await meant([orders, castFunction('warehouses')])).toBeUndefined();
  });

  it('is nothing where nothing is like it', async () => {
    await scene.put(systemOfRecord('billing'));
    expect(await meant([orders])).toBeUndefined();
  });
});
