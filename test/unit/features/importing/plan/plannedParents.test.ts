import { sql } from '../../../../../src/database/worker.js';
import { PlannedShapes, plannedParents } from '../../../../../src/features/importing/plan/plannedParents.js';
import { makeDefinition, makeField } from '../../../../support/libraryObjects.js';
import { PlanScene } from '../../../../support/planScene.js';

const kind = 'objects/ObjectEntry';

describe('the parents of records of a plan', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const definition = (field: string) => makeDefinition('Book', [makeField(field, 'Text')]);
  const put = async (field: string) => {
    const { kind: ofKind, name, spec } = definition(field);
    return scene.put({ kind: ofKind, name, spec, erc: name });
  };

  /** Which of the fields a record may have. */
  async function fieldsOf(planId: string, parentName: string | null, ofKind = kind): Promise<string[] | undefined> {
    const parents = new PlannedShapes(scene.context, await scene.planRow(planId));
    const shape = await parents.shapeOf({ kind: ofKind, parentName });
    return shape && ['inFile', 'onBranch'].filter((field) => shape.hasMember(field));
  }

  it('are those of the file, else those of the branch', async () => {
    await put('onBranch');
    const withBoth = await scene.stage([definition('inFile')]);
    await scene.derive(withBoth);
    expect(await fieldsOf(withBoth, 'BOOK')).toEqual(['inFile']);
    const withNone = await scene.stage([makeDefinition('Film', [])]);
    await scene.derive(withNone);
    expect(await fieldsOf(withNone, 'BOOK')).toEqual(['onBranch']);
  });

  it('are those of the branch where the one of the file is left out', async () => {
    await put('onBranch');
    const plan = await scene.stage([definition('inFile')]);
    await scene.choose(plan, 'BOOK', { isSelected: false });
    await scene.derive(plan);
    expect(await fieldsOf(plan, 'BOOK')).toEqual(['onBranch']);
  });

  it('are none where nothing has the name, where there is no name, and of what is no record', async () => {
    const plan = await scene.stage([definition('inFile')]);
    await scene.derive(plan);
    expect([
      await fieldsOf(plan, 'GONE'),
      await fieldsOf(plan, null),
      await fieldsOf(plan, 'BOOK', 'fast-data/Projection'),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('are compiled once', async () => {
    const plan = await scene.stage([definition('inFile')]);
    await scene.derive(plan);
    const parents = new PlannedShapes(scene.context, await scene.planRow(plan));
    const first = await parents.shapeOf({ kind, parentName: 'BOOK' });
    expect(await parents.shapeOf({ kind, parentName: 'BOOK' })).toBe(first);
  });

  it('that come are those that the import makes or changes; the others are as the branch has them', async () => {
    const id = await put('onBranch');
    const plan = await scene.stage([definition('inFile')]);
    const fields = async () => {
      const row = await scene.planRow(plan);
      const found: unknown[] = [];
      for await (const { id: parentId, shape } of plannedParents(scene.context, row, {
        kind,
        names: ['BOOK'],
        items: 'coming',
      }))
        found.push([parentId, shape.hasMember('inFile')]);
      return found;
    };
    expect(await scene.derive(plan)).toMatchObject({ BOOK: { action: 'COLLISION' } });
    expect(await fields()).toEqual([[id, false]]);
    await scene.choose(plan, 'BOOK', { newName: 'NOVEL' });
    expect(await scene.derive(plan)).toMatchObject({ BOOK: { action: 'COLLISION', reason: 'UNIQUE_TEXT_TAKEN' } });
    await scene.connection.run(sql`DELETE FROM resource`);
    expect(await scene.derive(plan)).toMatchObject({ BOOK: { action: 'CREATE' } });
    expect(await fields()).toEqual([[null, true]]);
  });
});
