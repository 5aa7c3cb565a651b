import type { FileItem } from '../../../../../src/features/formats/index.js';
import { RecordDefinitions } from '../../../../../src/features/importing/mapping/recordDefinitions.js';
import { noRecord, RecordShapes } from '../../../../../src/features/importing/staging/recordShapes.js';
import type { ShapingParent } from '../../../../../src/features/records/worker.js';
import { errorProblem } from '../../../../../src/shared/problem.js';
import { castFunction } from '../../../../support/fastDataRecords.js';
import { book, genres, makeEntry, makeField } from '../../../../support/libraryObjects.js';
import { fileItem, PlanScene, type StagedItem } from '../../../../support/planScene.js';

describe('the shapes of records', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const entryKind = 'objects/ObjectEntry';
  const definition = book as StagedItem;

  async function definitionsOf(items: readonly StagedItem[]): Promise<RecordDefinitions> {
    return new RecordDefinitions(scene.context, await scene.planRow(await scene.stage(items)));
  }

  describe('are found', () => {
    const find = async (
      definitions: RecordDefinitions,
      about: { erc?: string; name?: string },
    ): Promise<ShapingParent | null> => definitions.find(scene.context.kinds.get(entryKind), about);

    it('in the file, by code or by name', async () => {
      const definitions = await definitionsOf([definition]);
      expect(await find(definitions, { erc: 'BOOK' })).toMatchObject({ name: 'BOOK' });
      expect(await find(definitions, { name: 'Book' })).toMatchObject({ name: 'BOOK' });
      expect(await find(definitions, { name: 'BOOK' })).toBeNull();
      expect(await find(definitions, { erc: 'Book' })).toBeNull();
    });

    it('on the branch, and in the file first', async () => {
      const { kind, name, spec } = definition;
      await scene.put({ kind, name, spec: { ...spec, objectFields: [makeField('isbn', 'Text')] } });
      const onBranch = await find(await definitionsOf([castFunction('trim')]), { erc: 'BOOK' });
      const inFile = await find(await definitionsOf([definition]), { erc: 'BOOK' });
      expect([onBranch, inFile].map((parent) => parent?.shape.hasMember('isbn'))).toEqual([true, false]);
    });

    it('of a part in the file with the whole of the branch, and not without it', async () => {
      const { kind, name, spec } = definition;
      const part: StagedItem = {
        kind,
        name,
        spec: { ...spec, objectFields: [makeField('isbn', 'Text')] },
        isPartial: true,
      };
      expect(await find(await definitionsOf([part]), { erc: 'BOOK' })).toBeNull();
      await scene.put({ kind, name, spec });
      const parent = await find(await definitionsOf([part]), { erc: 'BOOK' });
      expect(['isbn', 'title'].map((field) => parent?.shape.hasMember(field))).toEqual([true, true]);
    });

    it('never by an invalid definition of the file', async () => {
      const invalid = { ...definition, claimedDigest: 'sha256:0' };
      expect(await find(await definitionsOf([invalid]), { erc: 'BOOK' })).toBeNull();
    });

    it('once: what is known is given again', async () => {
      const definitions = await definitionsOf([definition]);
      expect(definitions.known({ erc: 'BOOK' })).toBeUndefined();
      const found = await find(definitions, { erc: 'BOOK' });
      expect(definitions.known({ erc: 'BOOK' })).toBe(found);
      await find(definitions, { erc: 'GONE' });
      expect(definitions.known({ erc: 'GONE' })).toBeNull();
    });

    it('for kinds that have them alone', async () => {
      const definitions = await definitionsOf([definition]);
      expect(await definitions.find(scene.context.kinds.get('fast-data/Projection'), { erc: 'BOOK' })).toBeNull();
    });

    it('with the picklists that the definition names', async () => {
      const parent = await find(await definitionsOf([genres, definition]), {
        erc: 'BOOK',
      });
      const faultsOf = (genre: string) =>
        parent?.shape.validate({ genre }, { isPartial: true }).map(({ path }) => path);
      expect([faultsOf('novel'), faultsOf('none')]).toEqual([[], [['genre']]]);
    });
  });

  describe('are applied', () => {
    let parent: ShapingParent;
    let shapes: RecordShapes;
    beforeEach(async () => {
      shapes = new RecordShapes();
      const definitions = await definitionsOf([definition]);
      parent = (await definitions.find(scene.context.kinds.get(entryKind), { erc: 'BOOK' }))!;
    });

    const complete = { title: 'One', r_authorToBooks_c_authorERC: 'A1' };
    const entry = (members: Partial<FileItem> = {}): FileItem => ({
      ...fileItem(makeEntry('Book', 'B1', complete)),
      ...members,
    });
    const codesOf = (item: FileItem) =>
      item.problems.map(({ code, severity, path }) => [code, severity, path.join('/')]);

    it('so that a record is of its definition, and has all that is required', () => {
      const item = entry();
      expect(shapes.apply(item, parent)).toEqual({ isIncomplete: false, uniqueFields: [] });
      expect(item).toMatchObject({ name: 'Book/B1', parent: 'BOOK', externalReferenceCode: 'B1', problems: [] });
    });

    it('so that a record without what is required is incomplete, and has no fault', () => {
      const item = entry({ spec: { externalReferenceCode: 'B1', pages: 3 } });
      expect(shapes.apply(item, parent)).toMatchObject({ isIncomplete: true });
      expect(item.problems).toEqual([]);
    });

    it('so that faults are reported at their place, and not twice', () => {
      const item = entry({ line: 9, spec: { ...complete, externalReferenceCode: 'B1', pages: 'many' } });
      shapes.apply(item, parent);
      expect(codesOf(item)).toEqual([['SPEC_INVALID', 'ERROR', 'pages']]);
      expect(item.problems[0]).toMatchObject({ line: 9, kind: entryKind });
      const told = errorProblem('SPEC_INVALID', 'No number.', { path: ['pages'] });
      const other = entry({ problems: [told], spec: item.spec });
      shapes.apply(other, parent);
      expect(other.problems).toEqual([told]);
    });

    it('so that another name in the file is reported and not used, unless the file states the definition', () => {
      const item = entry({ name: 'Own' });
      shapes.apply(item, parent);
      expect(item.name).toBe('Book/B1');
      expect(codesOf(item)).toEqual([['CONTENT_IGNORED', 'WARNING', 'name']]);
      const record = entry({ name: 'Own', definition: { erc: 'BOOK' } });
      shapes.apply(record, parent);
      expect(codesOf(record)).toEqual([]);
    });

    it('so that one place for the code is enough', () => {
      const inSpec = entry({ externalReferenceCode: null });
      shapes.apply(inSpec, parent);
      expect(inSpec).toMatchObject({ externalReferenceCode: 'B1', problems: [] });
      const beside = entry({ spec: complete });
      shapes.apply(beside, parent);
      expect(beside.spec).toMatchObject({ externalReferenceCode: 'B1' });
      expect(beside.problems).toEqual([]);
    });

    it('so that a spec with a digest stays as it is', () => {
      const item = entry({ spec: complete, claimedDigest: 'sha256:0' });
      shapes.apply(item, parent);
      expect(item.spec).toEqual(complete);
    });

    it('so that two codes are a fault', () => {
      const item = entry({ externalReferenceCode: 'B2' });
      shapes.apply(item, parent);
      expect(codesOf(item)).toEqual([
        ['SPEC_INVALID', 'ERROR', 'externalReferenceCode'],
        ['CONTENT_IGNORED', 'WARNING', 'name'],
      ]);
    });

    it('so that what could not be read is tied to its definition without further problems', () => {
      const malformed = errorProblem('ITEM_MALFORMED', 'No object.');
      const item = entry({ name: 'line 3', spec: {}, problems: [malformed] });
      expect(shapes.apply(item, parent)).toBe(noRecord);
      expect(item).toMatchObject({ name: 'Book/B1', parent: 'BOOK', problems: [malformed] });
    });

    it('so that what has no definition names it, for the plan to say so', () => {
      const named = (about: { erc?: string; name?: string }, given: string | null = null) => {
        const item = entry({ parent: given, definition: about });
        expect(shapes.apply(item, null)).toBe(noRecord);
        return item.parent;
      };
      expect([named({ erc: 'GONE', name: 'Gone' }), named({ name: 'Gone' }), named({ erc: 'GONE' }, 'OWN')]).toEqual([
        ...['GONE', 'Gone', 'OWN'],
      ]);
    });

    it('so that fields whose values are unique are known', async () => {
      const spec = { ...definition.spec, objectFields: [makeField('isbn', 'Text', unique)] };
      const found = await (
        await definitionsOf([{ ...definition, spec }])
      ).find(scene.context.kinds.get(entryKind), { erc: 'BOOK' });
      const item = entry({ spec: { isbn: '1', externalReferenceCode: 'B1' } });
      expect(shapes.apply(item, found)).toEqual({ isIncomplete: false, uniqueFields: ['isbn'] });
    });
  });
});

const unique = { objectFieldSettings: [{ name: 'uniqueValues', value: true }] };
