import { sql } from '../../../../../src/database/worker.js';
import { makeDefinition, makeEntry, makeField } from '../../../../support/libraryObjects.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

describe('texts that a branch may have once', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const upsert = { options: { createStrategy: 'UPSERT' } } as const;
  const taken = { action: 'COLLISION', reason: 'UNIQUE_TEXT_TAKEN' };
  const created = { action: 'CREATE', reason: null };

  const folder = (erc: string, name: string): StagedItem => ({
    ...{ kind: 'objects/ObjectFolder', name: erc, externalReferenceCode: erc },
    spec: { externalReferenceCode: erc, name, label: { en_US: name } },
  });
  const put = ({ kind, name, spec }: StagedItem, more: { parentId?: string; erc?: string } = {}) =>
    scene.put({ kind, name, spec, erc: name, ...more });

  const conflicts = () =>
    scene.connection.all<{ ordinal: number; at: string; other: number | null; resource: string | null }>(
      sql`SELECT ordinal, at, other_ordinal AS other, resource_id AS resource FROM import_text_conflict ORDER BY 1, 2`,
    );

  it('of the branch stand in the way, in upper or lower case', async () => {
    const id = await put(folder('ONE', 'Library'));
    expect(await scene.plan([folder('TWO', 'library'), folder('THREE', 'Other')])).toMatchObject({
      TWO: taken,
      THREE: created,
    });
    expect(await conflicts()).toEqual([{ ordinal: 0, at: '/name', other: null, resource: id }]);
  });

  it('of one file stand in each other’s way, and each names another', async () => {
    const plan = await scene.plan([
      folder('A', 'Same'),
      folder('B', 'Other'),
      folder('C', 'Same'),
      folder('D', 'Same'),
    ]);
    expect(plan).toMatchObject({ A: taken, B: created, C: taken, D: taken });
    expect((await conflicts()).map(({ ordinal, other }) => [ordinal, other])).toEqual([
      [0, 3],
      [2, 0],
      [3, 0],
    ]);
  });

  it('of what is changed do not, and those that it has by then do', async () => {
    await put(folder('ONE', 'Library'));
    const plan = await scene.plan([folder('ONE', 'Archive'), folder('TWO', 'Library')], upsert);
    expect(plan).toMatchObject({ ONE: { action: 'UPDATE' }, TWO: created });
    await put(folder('THREE', 'Museum'));
    expect(await scene.plan([folder('ONE', 'Museum')], upsert)).toMatchObject({ ONE: taken });
  });

  it('of what is not changed after all do', async () => {
    await put(folder('ONE', 'Library'));
    await put(folder('THREE', 'Museum'));
    const plan = await scene.plan([folder('ONE', 'Museum'), folder('TWO', 'Library')], upsert);
    expect(plan).toMatchObject({ ONE: taken, TWO: taken });
  });

  it('may be swapped', async () => {
    await put(folder('ONE', 'Library'));
    await put(folder('TWO', 'Museum'));
    const plan = await scene.plan([folder('ONE', 'Museum'), folder('TWO', 'Library')], upsert);
    expect(plan).toMatchObject({ ONE: { action: 'UPDATE' }, TWO: { action: 'UPDATE' } });
  });

  it('of what is left out do not, and a choice that is taken back is forgotten', async () => {
    const plan = await scene.stage([folder('A', 'Same'), folder('B', 'Same')]);
    await scene.choose(plan, 'A', { isSelected: false });
    expect(await scene.derive(plan)).toMatchObject({ A: { action: 'SKIPPED' }, B: created });
    expect(await conflicts()).toEqual([]);
    await scene.choose(plan, 'A', { isSelected: true });
    expect(await scene.derive(plan)).toMatchObject({ A: taken, B: taken });
    await scene.choose(plan, 'B', { isSelected: false });
    await scene.derive(plan);
    expect(await conflicts()).toEqual([]);
  });

  it('of other kinds do not', async () => {
    await put(folder('ONE', 'Book'));
    expect(await scene.plan([makeDefinition('Book', [])])).toMatchObject({ BOOK: { action: 'CREATE' } });
  });

  it('of other kinds in the file do not', async () => {
    expect(await scene.plan([folder('ONE', 'Book'), makeDefinition('Book', [])])).toMatchObject({
      ONE: created,
      BOOK: created,
    });
  });

  it('are found again once an update turns out to lack something', async () => {
    const { kind, name, spec } = makeDefinition('Book', []);
    await put({ kind, name, spec });
    const update: StagedItem = {
      ...makeDefinition('Book', []),
      spec: { ...spec, name: 'Novel', objectFolderExternalReferenceCode: 'LIB' },
    };
    const other: StagedItem = { ...makeDefinition('Tome', []), spec: { ...spec, externalReferenceCode: 'TOME' } };
    const plan = await scene.stage([update, other, folder('LIB', 'Library')], upsert);
    expect(await scene.derive(plan)).toMatchObject({ BOOK: { action: 'UPDATE' }, TOME: created });
    await scene.choose(plan, 'LIB', { isSelected: false });
    expect(await scene.derive(plan)).toMatchObject({ BOOK: { action: 'BLOCKED' }, TOME: taken });
  });

  it('are found again after something was blocked for want of something else', async () => {
    // The update of ONE is blocked, so that it keeps its name, which TWO would bring.
    await put(folder('ONE', 'Library'));
    await scene.restrict('objects/ObjectFolder/ONE');
    const plan = await scene.plan([folder('ONE', 'Archive'), folder('TWO', 'Library')], upsert);
    expect(plan).toMatchObject({ ONE: { action: 'BLOCKED' }, TWO: taken });
  });

  describe('of records', () => {
    const fields = [makeField('isbn', 'Text', { objectFieldSettings: [{ name: 'uniqueValues', value: true }] })];
    const definition = makeDefinition('Book', fields);
    const other = makeDefinition('Film', fields);
    const entry = (code: string, isbn: string, of = 'Book'): StagedItem => makeEntry(of, code, { isbn });

    it('are compared among those of one definition', async () => {
      const plan = await scene.plan([definition, other, entry('B1', '7'), entry('B2', '7'), entry('F1', '7', 'Film')]);
      expect(plan).toMatchObject({ 'Book/B1': taken, 'Book/B2': taken, 'Film/F1': created });
    });

    it('are compared with those that the definition has on the branch', async () => {
      const parentId = await put(definition, { erc: 'BOOK' });
      await put(entry('B1', '7'), { parentId, erc: 'B1' });
      expect(await scene.plan([entry('B2', '7'), entry('B3', '8')])).toMatchObject({
        'Book/B2': taken,
        'Book/B3': created,
      });
      expect(await scene.plan([entry('B1', '9'), entry('B2', '7')], upsert)).toMatchObject({
        'Book/B1': { action: 'UPDATE' },
        'Book/B2': created,
      });
    });

    it('are not compared where the definition says nothing of it', async () => {
      const open = makeDefinition('Book', [makeField('isbn', 'Text')]);
      expect(await scene.plan([open, entry('B1', '7'), entry('B2', '7')])).toMatchObject({
        'Book/B1': created,
        'Book/B2': created,
      });
    });
  });
});
