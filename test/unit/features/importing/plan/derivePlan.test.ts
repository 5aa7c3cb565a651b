/** The stages of a plan's derivation, on a database of this process. test/api/import*.test.ts has the same over the wire. */
import {
  aggregationOf,
  castFunction,
  erSchema,
  orchard,
  projection,
  singleView,
  systemOfRecord,
} from '../../../../support/fastDataRecords.js';
import { makeField } from '../../../../support/libraryObjects.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

describe('deriving a plan', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const withCode = (item: StagedItem, externalReferenceCode: string): StagedItem => ({
    ...item,
    externalReferenceCode,
  });
  const picklist = (name: string, erc: string, keys: readonly string[] = ['a']): StagedItem =>
    withCode(
      { kind: 'objects/Picklist', name, spec: { name, listTypeEntries: keys.map((key) => ({ key, name: key })) } },
      erc,
    );

  describe('names', () => {
    it('are those of the file, or those that were chosen', async () => {
      const plan = await scene.stage([castFunction('trim'), castFunction('pad')]);
      await scene.choose(plan, 'trim', { newName: 'cut' });
      expect(await scene.derive(plan)).toMatchObject({ trim: { effectiveName: 'cut' }, pad: { effectiveName: 'pad' } });
    });

    it('go back to those of the file when the choice is taken back', async () => {
      const plan = await scene.stage([castFunction('trim')]);
      await scene.choose(plan, 'trim', { newName: 'cut' });
      await scene.derive(plan);
      await scene.choose(plan, 'trim', { newName: 'trim' });
      expect(await scene.derive(plan)).toMatchObject({ trim: { effectiveName: 'trim' } });
    });

    it('of a reference that is here under another name are the name here, whatever was chosen', async () => {
      await scene.put({ ...castFunction('renamedHere'), referenceTo: 'trim' });
      const plan = await scene.stage([castFunction('trim')], { mode: 'REFERENCE' });
      await scene.choose(plan, 'trim', { newName: 'other' });
      expect(await scene.derive(plan)).toMatchObject({ trim: { effectiveName: 'renamedHere', action: 'UNCHANGED' } });
    });

    it('of what is left out are those that the branch has for it', async () => {
      await scene.put({ ...castFunction('renamedHere'), referenceTo: 'trim' });
      await scene.put(systemOfRecord('erp'));
      const plan = await scene.stage([
        castFunction('trim'),
        projection('orders', { system: 'erp', fields: { note: 'trim' } }),
      ]);
      await scene.choose(plan, 'trim', { isSelected: false });
      const { trim, orders } = await scene.derive(plan);
      expect(trim).toMatchObject({ effectiveName: 'renamedHere', action: 'SKIPPED', reason: null });
      expect(JSON.stringify(orders?.spec)).toContain('"castFunction":"renamedHere"');
    });

    it('are followed by what names them', async () => {
      const plan = await scene.stage(orchard());
      await scene.choose(plan, 'trees', { newName: 'plants' });
      const { sv_trees: view, harvests, ...items } = await scene.derive(plan);
      expect(items['trees']).toMatchObject({ effectiveName: 'plants', action: 'CREATE' });
      expect(Object.keys(items['orchard-er']?.spec?.['config'] ?? {})).toEqual(['harvests', 'plants']);
      expect(JSON.stringify(view?.spec)).toContain('"plants"');
      expect(harvests?.action).toBe('CREATE');
    });
  });

  describe('what is on the branch', () => {
    it('is looked at by name, kind, content, mode and source', async () => {
      const same = await scene.put({ ...castFunction('same'), copyOf: 'same' });
      await scene.put({ ...castFunction('changed', 'return 1'), copyOf: 'changed' });
      await scene.put(castFunction('handMade'));
      await scene.put(singleView('view'));
      const items = ['same', 'changed', 'handMade', 'new'].map((name) => castFunction(name));
      const plan = await scene.plan([...items, { ...projection('view', { system: 'erp' }) }, systemOfRecord('erp')]);
      expect(plan).toMatchObject({
        same: { action: 'UNCHANGED', existingId: same },
        changed: { action: 'COLLISION' },
        handMade: { action: 'COLLISION' },
        new: { action: 'CREATE', existingId: null },
        view: { action: 'COLLISION', existingId: 'fast-data/SingleView/view' },
      });
    });

    it('is the same for a file from nowhere when its content is', async () => {
      await scene.put(castFunction('handMade'));
      const plan = await scene.plan([castFunction('handMade')], { isFromNowhere: true });
      expect(plan).toMatchObject({ handMade: { action: 'UNCHANGED' } });
    });

    it('is updated when it is a reference to the same', async () => {
      await scene.put({ ...castFunction('trim', 'return 1'), referenceTo: 'trim' });
      await scene.put({ ...castFunction('other', 'return 1'), referenceTo: 'somethingElse' });
      const plan = await scene.plan([castFunction('trim'), castFunction('other')], { mode: 'REFERENCE' });
      expect(plan).toMatchObject({ trim: { action: 'REFERENCE_UPDATE' }, other: { action: 'COLLISION' } });
    });

    it('is changed by UPSERT where it is editable, and not where it is a reference', async () => {
      await scene.put(castFunction('editable', 'return 1'));
      await scene.put({ ...castFunction('readOnly', 'return 1'), referenceTo: 'readOnly' });
      const plan = await scene.plan([castFunction('editable'), castFunction('readOnly')], {
        options: { createStrategy: 'UPSERT' },
      });
      expect(plan).toMatchObject({ editable: { action: 'UPDATE' }, readOnly: { action: 'COLLISION' } });
    });

    it('is an obstacle by its code, whatever its name', async () => {
      await scene.put({ ...picklist('Present', 'KEYS'), erc: 'KEYS' });
      const plan = await scene.plan([picklist('New', 'KEYS'), picklist('Free', 'OTHER_KEYS')]);
      expect(plan).toMatchObject({
        New: { action: 'COLLISION', reason: 'CODE_TAKEN', existingId: null },
        Free: { action: 'CREATE', reason: null },
      });
    });

    it('does not stand in the way by the code of another kind', async () => {
      await scene.put({ ...picklist('Present', 'KEYS'), erc: 'KEYS' });
      const folder: StagedItem = {
        kind: 'objects/ObjectFolder',
        name: 'Folder',
        spec: { externalReferenceCode: 'KEYS', name: 'Folder', label: { en_US: 'F' } },
      };
      expect(await scene.plan([withCode(folder, 'KEYS')])).toMatchObject({ Folder: { action: 'CREATE' } });
    });

    it('is warned of where its name differs only in case', async () => {
      await scene.put(castFunction('trimtext'));
      expect(await scene.plan([castFunction('trimText'), castFunction('pad')])).toMatchObject({
        trimText: { action: 'CREATE', hasWarning: true },
        pad: { action: 'CREATE', hasWarning: false },
      });
    });
  });

  describe('items of one file', () => {
    it('that get the same name by renaming collide, each of them', async () => {
      const plan = await scene.stage([castFunction('a'), castFunction('b'), castFunction('c')]);
      await scene.choose(plan, 'a', { newName: 'c' });
      expect(await scene.derive(plan)).toMatchObject({
        a: { action: 'COLLISION', reason: 'DUPLICATE_IN_FILE' },
        b: { action: 'CREATE' },
        c: { action: 'CREATE' },
      });
      await scene.choose(plan, 'b', { newName: 'c' });
      expect(await scene.derive(plan)).toMatchObject({
        a: { reason: 'DUPLICATE_IN_FILE' },
        b: { reason: 'DUPLICATE_IN_FILE' },
      });
    });

    it('that get the name of one that is left out do not', async () => {
      const plan = await scene.stage([castFunction('a'), castFunction('c')]);
      await scene.choose(plan, 'a', { newName: 'c' });
      await scene.choose(plan, 'c', { isSelected: false });
      expect(await scene.derive(plan)).toMatchObject({ a: { action: 'CREATE' }, c: { action: 'SKIPPED' } });
    });

    it('in namespaces of their own may share a name', async () => {
      const plan = await scene.stage([castFunction('a'), erSchema('b', {})]);
      await scene.choose(plan, 'b', { newName: 'a' });
      expect(await scene.derive(plan)).toMatchObject({ a: { action: 'CREATE' }, b: { action: 'CREATE' } });
    });
  });

  describe('what is needed', () => {
    const chain = [
      systemOfRecord('erp'),
      projection('orders', { system: 'erp', fields: { note: 'trim' } }),
      singleView('sv_orders', { aggregation: aggregationOf('orders') }),
      castFunction('trim'),
    ];

    it('may be in the file', async () => {
      const actions = Object.values(await scene.plan(chain)).map(({ action }) => action);
      expect(actions).toEqual(['CREATE', 'CREATE', 'CREATE', 'CREATE']);
    });

    it('and in the file and left out blocks what needs it, and what needs that', async () => {
      const plan = await scene.stage(chain);
      await scene.choose(plan, 'trim', { isSelected: false });
      expect(await scene.derive(plan)).toMatchObject({
        trim: { action: 'SKIPPED' },
        orders: { action: 'BLOCKED', reason: 'DEPENDENCY_MISSING' },
        sv_orders: { action: 'BLOCKED', reason: 'DEPENDENCY_BLOCKED' },
        erp: { action: 'CREATE' },
      });
    });

    it('and left out may be on the branch', async () => {
      await scene.put(castFunction('trim', 'return 2'));
      const plan = await scene.stage(chain);
      await scene.choose(plan, 'trim', { isSelected: false });
      expect(await scene.derive(plan)).toMatchObject({ orders: { action: 'CREATE' }, sv_orders: { action: 'CREATE' } });
    });

    it('and nowhere is a warning, and blocks a child without its parent', async () => {
      const plan = await scene.plan([
        projection('orders', { system: 'nowhere' }),
        singleView('sv', { aggregation: aggregationOf('gone') }),
      ]);
      expect(plan).toMatchObject({
        orders: { action: 'BLOCKED', reason: 'DEPENDENCY_MISSING' },
        sv: { action: 'CREATE', hasWarning: true },
      });
    });

    it('is forgotten again when the choice is taken back', async () => {
      const plan = await scene.stage(chain);
      await scene.choose(plan, 'trim', { isSelected: false });
      await scene.derive(plan);
      await scene.choose(plan, 'trim', { isSelected: true });
      const actions = Object.values(await scene.derive(plan)).map(({ action }) => action);
      expect(new Set(actions)).toEqual(new Set(['CREATE']));
    });
  });

  describe('parts', () => {
    const upsert = { createStrategy: 'UPSERT', updateStrategy: 'UPDATE' } as const;

    const box = (...fields: readonly string[]): StagedItem => {
      const label = { en_US: 'Box' };
      const objectFields = fields.map((name) => makeField(name, 'Text'));
      const spec = {
        externalReferenceCode: 'BOX',
        name: 'Box',
        label,
        pluralLabel: label,
        scope: 'company',
        status: { code: 0 },
        objectFields,
      };
      return withCode({ kind: 'objects/ObjectDefinition', name: 'BOX', spec }, 'BOX');
    };

    it('that an update would remove block it, until that is allowed', async () => {
      await scene.put({ ...box('size', 'colour'), erc: 'BOX' });
      expect(await scene.plan([box('size')], { options: upsert })).toMatchObject({
        BOX: { action: 'BLOCKED', reason: 'DELETION_NOT_ALLOWED' },
      });
      expect(await scene.plan([box('size')], { options: { ...upsert, isDeletionAllowed: true } })).toMatchObject({
        BOX: { action: 'UPDATE', hasWarning: true },
      });
      expect(await scene.plan([box('size', 'colour', 'weight')], { options: upsert })).toMatchObject({
        BOX: { action: 'UPDATE', hasWarning: false },
      });
    });

    it('without the whole that they are part of are blocked', async () => {
      expect(await scene.plan([{ ...box('size'), isPartial: true }])).toMatchObject({
        BOX: { action: 'BLOCKED', reason: 'PART_WITHOUT_WHOLE' },
      });
    });
  });
});
