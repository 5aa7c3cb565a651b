import { sql } from '../../../../src/database/worker.js';
import { bundleRequirements } from '../../../../src/features/exporting/bundleRequirements.js';
import { collectExport } from '../../../../src/features/exporting/collectExport.js';
import { exportItemClasses } from '../../../../src/features/exporting/exportItemClasses.js';
import type { ExportSelection } from '../../../../src/features/exporting/exportSelection.js';
import { fillItems } from '../../../../src/features/exporting/fillItems.js';
import { findRequirements } from '../../../../src/features/exporting/requirements.js';
import { unseen } from '../../../../src/shared/unseen.js';
import { BranchScene } from '../../../support/branchScene.js';
import {
  aggregationOf,
  castFunction,
  crudCollection,
  erSchema,
  projection,
  singleView,
  systemOfRecord,
} from '../../../support/fastDataRecords.js';

const nothing: ExportSelection = {
  ...{ branchId: 'branch', resourceIds: [], kinds: [], isAll: false, excludeIds: [], includeDependencies: true },
};

describe('what an export holds', () => {
  let scene: BranchScene;
  let ids: Record<string, string>;
  beforeAll(async () => {
    scene = await BranchScene.open();
  });
  beforeEach(async () => {
    const builtIn = { ...castFunction('defaultCastToString'), spec: { ...castFunction('x').spec, type: 'default' } };
    const erp = await scene.put(systemOfRecord('erp'));
    const orders = projection('orders', {
      system: 'erp',
      fields: { note: 'trim', plain: 'defaultCastToString', other: 'gone' },
    });
    ids = {
      erp,
      orders: await scene.put({ ...orders, parentId: erp }),
      lines: await scene.put({ ...projection('lines', { system: 'erp' }), parentId: erp }),
      trim: await scene.put(castFunction('trim')),
      defaultCastToString: await scene.put(builtIn),
      stock: await scene.put(crudCollection('stock')),
      view: await scene.put(singleView('view', { aggregation: aggregationOf('orders', 'stock', 'nowhere') })),
      alone: await scene.put(erSchema('alone', {})),
    };
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const signals = { checkpoint: () => Promise.resolve() };
  const nameOf = (id: string): string => Object.keys(ids).find((name) => ids[name] === id) ?? id;
  const idsOf = (...names: string[]) => names.map((name) => ids[name] ?? name);

  async function items(): Promise<string[]> {
    const rows = await scene.connection.all<{ id: string }>(sql`SELECT id FROM export_item ORDER BY place`);
    return rows.map(({ id }) => nameOf(id));
  }

  async function collected(more: Partial<ExportSelection>): Promise<Record<string, string>> {
    await collectExport(scene.context, { ...nothing, ...more }, signals);
    const rows = await scene.connection.all<{ id: string; inclusion: string }>(
      sql`SELECT id, inclusion FROM export_item`,
    );
    return Object.fromEntries(rows.map(({ id, inclusion }) => [nameOf(id), inclusion]));
  }

  it('is what was selected with what that needs, and why each is part of it', async () => {
    expect(await collected({ resourceIds: idsOf('view') })).toEqual({
      ...{ view: 'SELECTED', orders: 'NEEDS_CONFIRMATION', trim: 'SILENT', erp: 'SILENT' },
    });
  });

  it('is in the order of the file: containers before what they contain, and by name', async () => {
    await collectExport(scene.context, { ...nothing, resourceIds: idsOf('view', 'lines') }, signals);
    const order = await items();
    expect(order.indexOf('erp')).toBeLessThan(order.indexOf('lines'));
    expect(order.indexOf('lines')).toBeLessThan(order.indexOf('orders'));
    expect([...order].sort()).toEqual(['erp', 'lines', 'orders', 'trim', 'view']);
  });

  it('is what was selected alone where nothing is to go along', async () => {
    expect(await collected({ resourceIds: idsOf('view'), includeDependencies: false })).toEqual({ view: 'SELECTED' });
  });

  it('stops at what is left out', async () => {
    expect(await collected({ resourceIds: idsOf('view'), excludeIds: idsOf('orders') })).toEqual({ view: 'SELECTED' });
  });

  it('takes along what a container contains, when that is selected', async () => {
    expect(Object.keys(await collected({ resourceIds: idsOf('erp') })).sort()).toEqual([
      'erp',
      'lines',
      'orders',
      'trim',
    ]);
  });

  it('is selected and not silent when both ways lead to it', async () => {
    expect(await collected({ resourceIds: idsOf('orders', 'trim') })).toEqual({
      orders: 'SELECTED',
      trim: 'SELECTED',
      erp: 'SILENT',
    });
  });

  it('is a problem when it is nothing', async () => {
    const { problems } = await collectExport(scene.context, nothing, signals);
    expect(problems.map(({ code }) => code)).toEqual(['SELECTION_EMPTY']);
    const unknown = await collectExport(scene.context, { ...nothing, resourceIds: ['gone'] }, signals);
    expect(unknown.problems.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  });

  describe('in the shortest way', () => {
    const fill = async (more: Partial<ExportSelection>) => {
      const { totalCount, problems } = await fillItems(scene.context, { ...nothing, ...more }, signals);
      return { totalCount, codes: problems.map(({ code }) => code), items: problems.length > 0 ? [] : await items() };
    };
    const travelling = ['alone', 'erp', 'lines', 'orders', 'trim', 'view'];

    it('is all of a branch that travels', async () => {
      const { totalCount, items: all } = await fill({ isAll: true });
      expect([totalCount, [...all].sort()]).toEqual([6, travelling]);
    });

    it('is the same when it is walked', async () => {
      const { items: all } = await fill({ isAll: true });
      await collectExport(scene.context, { ...nothing, isAll: true }, signals);
      expect(await items()).toEqual(all);
      // A branch that is named by all of its kinds too is selected, not taken whole.
      const kinds = scene.context.kinds.list().map(({ name }) => name);
      expect((await fill({ kinds })).items).toEqual(all);
      expect((await fill({ kinds, includeDependencies: false })).items).toEqual(all);
    });

    it('is less what is left out', async () => {
      const excludeIds = idsOf('alone', 'erp');
      const { items: all } = await fill({ isAll: true, excludeIds });
      expect([...all].sort()).toEqual(['lines', 'orders', 'trim', 'view']);
      await collectExport(scene.context, { ...nothing, isAll: true, excludeIds }, signals);
      expect(await items()).toEqual(all);
    });

    it('is nothing with problems, whichever way it goes', async () => {
      const all = Object.values(ids);
      const none = { totalCount: 0, codes: ['SELECTION_EMPTY'], items: [] };
      expect(await fill({ isAll: true, excludeIds: all })).toEqual(none);
      expect(await fill({ kinds: ['fast-data/ErSchema'], excludeIds: all })).toEqual(none);
      expect(await fill({ kinds: ['fast-data/ErSchema'], excludeIds: all, includeDependencies: false })).toEqual(none);
    });

    it('is nothing that who exports may not', async () => {
      await scene.restrict(ids['alone']!);
      expect((await fill({ resourceIds: idsOf('alone', 'trim') })).codes).toEqual(['FORBIDDEN']);
      expect((await fill({ isAll: true })).items).not.toContain('alone');
    });
  });

  describe('and needs', () => {
    const collect = (...names: string[]) =>
      collectExport(scene.context, { ...nothing, resourceIds: idsOf(...names) }, signals);

    it('is listed with the items that require it, and whether the branch has it', async () => {
      await collect('view');
      const { requirements, unresolved } = await findRequirements(scene.context, new Set());
      const told = requirements.map(({ targetName, requirement, isPresent, requiredByIds }) => [
        targetName, requirement, isPresent, requiredByIds.map(nameOf),
      ]); // prettier-ignore
      expect(told).toEqual([
        ['defaultCastToString', 'ADVISED', true, ['orders']],
        ['gone', 'REQUIRED', false, ['orders']],
        ['nowhere', 'REQUIRED', false, ['view']],
        ['stock', 'REQUIRED', true, ['view']],
      ]);
      expect(unresolved.map(({ sourceId, targetName }) => [nameOf(sourceId), targetName])).toEqual([
        ['orders', 'gone'],
        ['view', 'nowhere'],
      ]);
    });

    it('is not named to who may not see it, and stays apart from other such things', async () => {
      await collect('view', 'orders');
      const { requirements } = await findRequirements(scene.context, new Set(idsOf('stock', 'defaultCastToString')));
      const told = requirements.map(({ targetName, isPresent, requiredByIds }) => [
        targetName,
        isPresent,
        requiredByIds.map(nameOf),
      ]);
      expect(told).toEqual([[unseen, true, ['orders']], ['gone', false, ['orders']], ['nowhere', false, ['view']], [unseen, true, ['view']]]); // prettier-ignore
    });

    it('includes what is left out', async () => {
      await collectExport(
        scene.context,
        { ...nothing, resourceIds: idsOf('orders'), excludeIds: idsOf('trim') },
        signals,
      );
      const { requirements } = await findRequirements(scene.context, new Set());
      expect(requirements.map(({ targetName }) => targetName)).toEqual(['defaultCastToString', 'gone', 'trim']);
    });

    it('is nothing where all goes along', async () => {
      await collect('lines');
      expect(await findRequirements(scene.context, new Set())).toEqual({ requirements: [], unresolved: [] });
    });

    it('names in the header the first ten that need it, and counts all', async () => {
      for (let index = 0; index < 12; index += 1)
        await scene.put(singleView(`v${String(index).padStart(2, '0')}`, { aggregation: aggregationOf('stock') }));
      await collectExport(
        scene.context,
        { ...nothing, kinds: ['fast-data/SingleView'], excludeIds: idsOf('view') },
        signals,
      );
      const [stock, ...others] = await bundleRequirements(scene.context, nothing);
      expect(others).toEqual([]);
      expect(stock).toMatchObject({ name: 'stock', requirement: 'REQUIRED', requiredByCount: 12 });
      expect(stock?.requiredBy).toHaveLength(10);
      expect(stock?.requiredBy[0]).toEqual({ kind: 'fast-data/SingleView', name: 'v00' });
    });
  });

  it('is known by its kinds, and its records by their definitions, in the order of the file', async () => {
    for (const name of ['Film', 'Book']) {
      const parentId = await scene.put({ kind: 'objects/ObjectDefinition', name, spec: { name } });
      for (const code of ['1', '2'])
        await scene.put({ kind: 'objects/ObjectEntry', name: `${name}/${code}`, spec: {}, parentId });
    }
    const kinds = ['fast-data/CastFunction', 'objects/ObjectEntry'];
    await collectExport(scene.context, { ...nothing, kinds, includeDependencies: false }, signals);
    expect(await exportItemClasses(scene.context)).toEqual([
      { kind: 'fast-data/CastFunction' },
      { kind: 'objects/ObjectEntry', definitionName: 'Book' },
      { kind: 'objects/ObjectEntry', definitionName: 'Film' },
    ]);
  });
});
