import { sql } from '../../../../../src/database/worker.js';
import { isBlocking } from '../../../../../src/features/importing/plan/blockMissingDependencies.js';
import { writeRemap } from '../../../../../src/features/importing/tables/remapRows.js';
import {
  missingDependencies,
  type MissingDependency,
} from '../../../../../src/features/importing/plan/missingDependencies.js';
import {
  aggregationOf,
  castFunction,
  projection,
  singleView,
  systemOfRecord,
} from '../../../../support/fastDataRecords.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

describe('a need that nothing meets', () => {
  const need: MissingDependency = {
    ...{ ordinal: 0, typeId: 1, at: '', targetName: 'x', requirement: 'INCLUDED', whenMissing: 'WARN' },
    ...{ isInFile: false, isTargetOpen: false, isItself: false },
  };

  it.each<[Partial<MissingDependency>, boolean]>([
    [{ whenMissing: 'BLOCK' }, true],
    [{ whenMissing: 'BLOCK', requirement: 'ADVISED' }, true],
    [{}, false],
    [{ isInFile: true }, true],
    [{ isInFile: true, requirement: 'REQUIRED' }, true],
    [{ isInFile: true, requirement: 'ADVISED' }, false],
    [{ isInFile: true, whenMissing: 'IGNORE' }, false],
  ])('that is %j stands in the way: %s', (about, expected) => {
    expect(isBlocking({ ...need, ...about })).toBe(expected);
  });

  describe('of a plan', () => {
    let scene: PlanScene;
    beforeAll(async () => {
      scene = await PlanScene.open();
    });
    afterEach(() => scene.clear());
    afterAll(() => scene.close());

    /** Names of items with what they lack, and where. */
    async function lacking(planId: string): Promise<string[]> {
      await scene.derive(planId);
      const items = await scene.items(planId);
      const found: string[] = [];
      for await (const needs of missingDependencies(scene.context, await scene.planRow(planId), {
        where: sql`1 = 1`,
      })) {
        for (const { ordinal, targetName, at, isInFile, isItself } of needs) {
          const place = isItself ? 'itself' : isInFile ? 'in the file' : 'nowhere';
          found.push(`${items[ordinal]?.name ?? ''} lacks ${targetName} (${place}) at ${at || 'its parent'}`);
        }
      }
      return found;
    }

    const orders = projection('orders', { system: 'erp', fields: { note: 'trim' } });
    const view = singleView('sv', { aggregation: aggregationOf('orders') });

    it('is one of its spec or its parent', async () => {
      expect(await lacking(await scene.stage([orders]))).toEqual([
        'orders lacks trim (nowhere) at /fields/1/castFunction',
        'orders lacks erp (nowhere) at its parent',
      ]);
    });

    it('is none that the file or the branch meets', async () => {
      await scene.put(systemOfRecord('erp'));
      expect(await lacking(await scene.stage([orders, castFunction('trim')]))).toEqual([]);
    });

    it('is one of what the file holds and the import leaves out, unless the branch has it', async () => {
      const plan = await scene.stage([orders, castFunction('trim'), systemOfRecord('erp')]);
      await scene.choose(plan, 'trim', { isSelected: false });
      expect(await lacking(plan)).toEqual(['orders lacks trim (in the file) at /fields/1/castFunction']);
      await scene.put(castFunction('trim', 'return 2'));
      expect(await lacking(plan)).toEqual([]);
    });

    it('is not met by the branch under a name in another case, or by another kind', async () => {
      await scene.put(castFunction('TRIM'));
      await scene.put(singleView('erp'));
      await scene.put(singleView('trim'));
      expect(await lacking(await scene.stage([orders]))).toHaveLength(2);
    });

    it('is looked for under the name that it got here', async () => {
      await scene.put(systemOfRecord('erp'));
      await scene.put(castFunction('cut', 'return 2'));
      const plan = await scene.stage([orders, castFunction('trim')]);
      await scene.choose(plan, 'trim', { newName: 'cut' });
      expect(await scene.derive(plan)).toMatchObject({ trim: { action: 'COLLISION' }, orders: { action: 'CREATE' } });
      expect(await lacking(plan)).toEqual([]);
    });

    describe('where another one stands for it', () => {
      const remapTrim = async (planId: string, toName: string) =>
        writeRemap(scene.connection, (await scene.planRow(planId)).no, {
          ...{
            kind: 'fast-data/CastFunction',
            namespace: scene.context.kinds.get('fast-data/CastFunction').identity.namespace,
            name: 'trim',
            toName,
            toVersion: null,
            toTenant: null,
          },
        });
      const withSystem = [systemOfRecord('erp'), orders, view];

      it('is met by that', async () => {
        await scene.put(castFunction('cut'));
        const plan = await scene.stage(withSystem);
        await remapTrim(plan, 'cut');
        expect(await lacking(plan)).toEqual([]);
      });

      it('is met by that though the file holds what it is named, and cannot import it', async () => {
        await scene.put(castFunction('cut'));
        const invalid: StagedItem = { ...castFunction('trim'), claimedDigest: 'sha256:0' };
        const plan = await scene.stage([...withSystem, invalid]);
        await remapTrim(plan, 'cut');
        expect(await scene.derive(plan)).toMatchObject({
          trim: { action: 'BLOCKED' },
          orders: { action: 'CREATE', reason: null },
          sv: { action: 'CREATE', reason: null },
        });
      });

      it('is not met by that when it is blocked', async () => {
        const invalid: StagedItem = { ...castFunction('cut'), claimedDigest: 'sha256:0' };
        const plan = await scene.stage([...withSystem, invalid]);
        await remapTrim(plan, 'cut');
        expect(await scene.derive(plan)).toMatchObject({
          cut: { action: 'BLOCKED' },
          orders: { action: 'BLOCKED', reason: 'DEPENDENCY_OPEN' },
          sv: { action: 'BLOCKED', reason: 'DEPENDENCY_BLOCKED' },
        });
      });
    });

    it('is a container that may be missing, and not one that is to come and cannot', async () => {
      const report: StagedItem = {
        ...{ kind: 'analytics/CombinedReport', name: 'sales', parent: 'shop' },
        spec: { data: { reports: [] } },
      };
      const shop: StagedItem = { kind: 'analytics/Collection', name: 'shop', spec: {} };
      const alone = { action: 'CREATE', hasWarning: true };
      expect(await scene.plan([report])).toMatchObject({ sales: alone });
      expect(await scene.plan([report, { ...shop, claimedDigest: 'sha256:0' }])).toMatchObject({
        sales: { action: 'BLOCKED', reason: 'DEPENDENCY_OPEN' },
      });
      const plan = await scene.stage([report, shop]);
      await scene.choose(plan, 'shop', { isSelected: false });
      expect(await scene.derive(plan)).toMatchObject({ sales: alone });
    });

    it('spreads along references and to children, and not along advice', async () => {
      const invalid: StagedItem = { ...systemOfRecord('erp'), claimedDigest: 'sha256:0' };
      const plan = await scene.plan([invalid, orders, view, castFunction('trim')]);
      expect(plan).toMatchObject({
        erp: { action: 'BLOCKED', reason: null },
        orders: { action: 'BLOCKED', reason: 'DEPENDENCY_OPEN' },
        sv: { action: 'BLOCKED', reason: 'DEPENDENCY_BLOCKED' },
        trim: { action: 'CREATE' },
      });
    });

    it('does not spread where the branch has what is blocked', async () => {
      await scene.put(projection('orders', { system: 'erp' }));
      const invalid: StagedItem = { ...orders, claimedDigest: 'sha256:0' };
      expect(await scene.plan([invalid, view])).toMatchObject({ sv: { action: 'CREATE', reason: null } });
    });
  });
});
