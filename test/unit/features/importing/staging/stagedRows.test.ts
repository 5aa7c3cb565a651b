import { sql, type SqlValue } from '../../../../../src/database/worker.js';
import type { PlanOptions } from '../../../../../src/features/importing/tables/planRows.js';
import type { ImportMode } from '../../../../../src/features/importing/tables/importStates.js';
import { castFunction, singleView } from '../../../../support/fastDataRecords.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

type Row = Record<string, SqlValue>;

describe('the rows of staged items', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const rowsOf = (planId: string) =>
    scene.connection.all<Row>(
      sql`SELECT * FROM import_item WHERE plan_no = (SELECT no FROM import_plan WHERE id = ${planId}) ORDER BY ordinal`,
    );

  /** The rows of items after staging, and after the derivation. */
  async function stagedAndDerived(
    items: readonly StagedItem[],
    how: { mode?: ImportMode; options?: PlanOptions } = {},
  ): Promise<{ staged: Row[]; derived: Row[] }> {
    const plan = await scene.stage(items, how);
    const staged = await rowsOf(plan);
    await scene.derive(plan);
    return { staged, derived: await rowsOf(plan) };
  }

  it('have already what the derivation finds: new, unchanged, updated and taken names', async () => {
    const trim = castFunction('trim');
    const [taken, reference] = [
      await scene.put({ ...trim, copyOf: 'trim' }),
      await scene.put({ ...singleView('orders'), referenceTo: 'orders' }),
    ];
    const fresh = await stagedAndDerived([castFunction('pad'), trim]);
    expect(fresh.staged).toEqual(fresh.derived);
    expect(fresh.staged.map((row) => [row['action'], row['existingId'], row['existingRevision']])).toEqual([
      ['CREATE', null, null],
      ['UNCHANGED', taken, 1],
    ]);
    const view = { ...singleView('orders'), spec: { ...singleView('orders').spec, description: 'changed' } };
    const other = castFunction('trim', 'return 2');
    for (const [item, how, action] of [
      [view, { mode: 'REFERENCE' }, 'REFERENCE_UPDATE'],
      [other, { options: { createStrategy: 'UPSERT' } }, 'UPDATE'],
      [other, {}, 'COLLISION'],
    ] as const) {
      const { staged, derived } = await stagedAndDerived([item], how);
      expect(staged).toEqual(derived);
      expect(staged[0]).toMatchObject({ action, existingId: item === view ? reference : taken });
    }
  });

  it('are corrected by the derivation where the guess is wrong', async () => {
    await scene.put({ ...singleView('orders'), referenceTo: 'elsewhere' });
    const { staged, derived } = await stagedAndDerived([singleView('orders')]);
    expect(staged[0]?.['action']).toBe('UNCHANGED');
    expect(derived[0]?.['action']).toBe('COLLISION');
  });

  it('state the same whatever stands beside them in the file', async () => {
    const plain = castFunction('plain');
    const rich: StagedItem = { ...castFunction('rich'), title: 'Rich', externalReferenceCode: 'R', member: 'a.json' };
    const wrong: StagedItem = { ...castFunction('wrong'), spec: { dataType: 7 } };
    const without = (row: Row | undefined): Row =>
      Object.fromEntries(
        Object.entries(row ?? {}).filter(([name]) => !/planNo|ordinal|[cC]ontentId|resourceId/.test(name)),
      );
    const alone = await rowsOf(await scene.stage([plain]));
    const together = await rowsOf(await scene.stage([rich, plain, wrong]));
    expect(without(together[1])).toEqual(without(alone[0]));
    expect(together[0]).toMatchObject({ title: 'Rich', externalReferenceCode: 'R', member: 'a.json', isValid: true });
    expect(together[2]).toMatchObject({ isValid: false, contentId: null, rejectedSpec: '{"dataType":7}' });
  });
});
