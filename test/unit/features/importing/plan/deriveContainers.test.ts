import { sql } from '../../../../../src/database/worker.js';
import type { PlanOptions } from '../../../../../src/features/importing/tables/planRows.js';
import { castFunction } from '../../../../support/fastDataRecords.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

describe('what items go into', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const report = (name: string, parent: string | null = null): StagedItem => ({
    ...{ kind: 'analytics/CombinedReport', name, parent },
    spec: { data: { reports: [] } },
  });
  const collection = (name: string) => scene.put({ kind: 'analytics/Collection', name, spec: {} });
  const putReport = (name: string, parentId?: string) =>
    scene.put({
      kind: 'analytics/CombinedReport',
      name,
      spec: { data: { reports: [] } },
      ...(parentId !== undefined && { parentId }),
    });

  /** The containers of the items of a plan, by name. */
  async function targets(planId: string): Promise<Record<string, string | null>> {
    const rows = await scene.connection.all<{ name: string; intoId: string | null }>(
      sql`SELECT i.name, i.into_id FROM import_item i JOIN import_plan p ON p.no = i.plan_no WHERE p.id = ${planId}`,
    );
    return Object.fromEntries(rows.map(({ name, intoId }) => [name, intoId]));
  }

  async function targetsOf(items: readonly StagedItem[], options: PlanOptions, format = 'waybill/json') {
    const plan = await scene.stage(items, { options, format });
    const derived = await scene.derive(plan);
    return { targets: await targets(plan), derived };
  }

  it('is nothing where nothing was chosen', async () => {
    await putReport('sales', await collection('shop'));
    expect((await targetsOf([report('sales')], {})).targets).toEqual({ sales: null });
  });

  it('is the container that was chosen, for what may stand alone', async () => {
    const shop = await collection('shop');
    const { targets: into, derived } = await targetsOf([report('sales', 'elsewhere'), castFunction('trim')], {
      intoCollection: shop,
    });
    expect(into).toEqual({ sales: shop, trim: null });
    expect(derived).toMatchObject({ sales: { action: 'CREATE', hasWarning: false }, trim: { action: 'CREATE' } });
  });

  it('is forgotten when the choice is taken back', async () => {
    const plan = await scene.stage([report('sales')], { options: { intoCollection: await collection('shop') } });
    await scene.derive(plan);
    await scene.connection.run(
      sql`UPDATE import_plan SET options = json_set(options, '$.intoCollection', '') WHERE id = ${plan}`,
    );
    expect(await scene.derive(plan)).toMatchObject({ sales: { action: 'CREATE' } });
    expect(await targets(plan)).toEqual({ sales: null });
  });

  it('is, of a file that cannot state it, what the resource of the branch is in', async () => {
    const shop = await collection('shop');
    await putReport('sales', shop);
    await putReport('alone');
    const items = [report('sales'), report('alone'), report('new')];
    expect((await targetsOf(items, {}, 'analytics/entities')).targets).toEqual({ sales: shop, alone: null, new: null });
  });

  it('is not what another kind of that name is in', async () => {
    const shop = await collection('shop');
    await scene.put({ kind: 'analytics/ProcessReport', name: 'sales', spec: {}, parentId: shop });
    expect((await targetsOf([report('sales')], {}, 'analytics/entities')).targets).toEqual({ sales: null });
  });

  it('is the container that was chosen before that', async () => {
    await putReport('sales', await collection('shop'));
    const other = await collection('other');
    expect((await targetsOf([report('sales')], { intoCollection: other }, 'analytics/entities')).targets).toEqual({
      sales: other,
    });
  });

  it.each([
    ['is gone', async () => Promise.resolve('gone')],
    ['is of a kind that contains no such thing', () => scene.put(castFunction('trim'))],
    [
      'is kept from who imports',
      async () => {
        const id = await collection('kept');
        await scene.restrict(id);
        return id;
      },
    ],
  ])('blocks what is to go in where that %s', async (_what, idOf) => {
    const { derived } = await targetsOf([report('sales'), castFunction('pad')], { intoCollection: await idOf() });
    expect(derived).toMatchObject({ sales: { action: 'BLOCKED', reason: 'INTO_MISSING' }, pad: { action: 'CREATE' } });
  });

  it('does not block what is left out', async () => {
    const plan = await scene.stage([report('sales'), report('other')], { options: { intoCollection: 'gone' } });
    await scene.choose(plan, 'sales', { isSelected: false });
    expect(await scene.derive(plan)).toMatchObject({ sales: { action: 'SKIPPED' }, other: { reason: 'INTO_MISSING' } });
  });

  it('does not hide what blocks an item whatever it goes into', async () => {
    const plan = await scene.plan([report('sales')], {
      options: { intoCollection: 'gone' },
      rights: { deniedKinds: ['analytics/CombinedReport'] },
    });
    expect(plan).toMatchObject({ sales: { action: 'BLOCKED', reason: 'KIND_FORBIDDEN' } });
  });

  it('comes before a collision and an update, which were derived without it', async () => {
    await putReport('sales');
    const options = { intoCollection: 'gone' };
    const blocked = { sales: { action: 'BLOCKED', reason: 'INTO_MISSING' } };
    const other = { ...report('sales'), spec: { data: { reports: [], configuration: {} } } };
    expect(await scene.plan([report('sales')], { options })).toMatchObject(blocked);
    expect(await scene.plan([other], { options })).toMatchObject(blocked);
    expect(await scene.plan([other], { options: { ...options, createStrategy: 'UPSERT' } })).toMatchObject(blocked);
    expect(await scene.plan([other])).toMatchObject({ sales: { action: 'COLLISION' } });
    expect(await scene.plan([other], { options: { createStrategy: 'UPSERT' } })).toMatchObject({
      sales: { action: 'UPDATE' },
    });
  });

  it('is available to managers, whoever its readers are', async () => {
    const id = await collection('kept');
    await scene.restrict(id);
    const plan = await scene.plan([report('sales')], { options: { intoCollection: id }, rights: { isManager: true } });
    expect(plan).toMatchObject({ sales: { action: 'CREATE' } });
  });
});
