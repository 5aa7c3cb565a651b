import type { ExportSelection } from '../../../../src/features/exporting/exportSelection.js';
import { leaveOutUnusable } from '../../../../src/features/exporting/leaveOutUnusable.js';
import { selectRoots } from '../../../../src/features/exporting/selectRoots.js';
import { BranchScene } from '../../../support/branchScene.js';
import { castFunction, crudCollection, singleView, systemOfRecord } from '../../../support/fastDataRecords.js';
import { makeDefinition, makeField } from '../../../support/libraryObjects.js';

const nothing: ExportSelection = {
  ...{ branchId: 'branch', resourceIds: [], kinds: [], isAll: false, excludeIds: [], includeDependencies: true },
};
const cast = 'fast-data/CastFunction';

describe('what a selection names', () => {
  let scene: BranchScene;
  beforeAll(async () => {
    scene = await BranchScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const select = async (more: Partial<ExportSelection>) => {
    const { rootIds, problems } = await selectRoots(scene.context, { ...nothing, ...more });
    return { rootIds, problems: problems.map(({ code, path }) => `${code} ${path.join('/')}`) };
  };
  const builtIn = { ...castFunction('defaultCastToString'), spec: { ...castFunction('x').spec, type: 'default' } };

  it('is resources by id, kinds, or all, each once and in the order of names', async () => {
    const [b, a, view] = [
      await scene.put(castFunction('b')),
      await scene.put(castFunction('A')),
      await scene.put(singleView('c')),
    ];
    expect((await select({ resourceIds: [b] })).rootIds).toEqual([b]);
    expect((await select({ kinds: [cast] })).rootIds).toEqual([a, b]);
    expect((await select({ kinds: [cast], resourceIds: [view, b] })).rootIds).toEqual([a, b, view]);
    expect((await select({ isAll: true, resourceIds: [b] })).rootIds).toEqual([a, b, view]);
    expect(await select({})).toEqual({ rootIds: [], problems: [] });
  });

  it('is less what is left out', async () => {
    const [a, b] = [await scene.put(castFunction('a')), await scene.put(castFunction('b'))];
    expect((await select({ kinds: [cast], excludeIds: [a] })).rootIds).toEqual([b]);
    expect((await select({ resourceIds: [a], excludeIds: [a] })).rootIds).toEqual([]);
  });

  it('is less what never travels and what every project has, unless that is named, which is a problem', async () => {
    const crud = await scene.put(crudCollection('stock'));
    const own = await scene.put(builtIn);
    const a = await scene.put(castFunction('a'));
    expect(await select({ isAll: true })).toEqual({ rootIds: [a], problems: [] });
    expect(await select({ kinds: [cast] })).toEqual({ rootIds: [a], problems: [] });
    const { problems } = await selectRoots(scene.context, { ...nothing, resourceIds: [crud, own, a] });
    expect(problems.map(({ code, resourceId }) => [code, resourceId])).toEqual([
      ['NOT_EXPORTABLE', own],
      ['NOT_EXPORTABLE', crud],
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('it exists in every project'),
      expect.stringContaining('are never exported'),
    ]);
  });

  it('has a problem for each id and kind that is not known', async () => {
    const a = await scene.put(castFunction('a'));
    expect(await select({ resourceIds: [a, 'gone'], kinds: ['no/Kind', cast] })).toEqual({
      rootIds: [a],
      problems: ['NOT_FOUND input/selection/resourceIds/1', 'UNKNOWN_KIND input/selection/kinds/0'],
    });
  });

  it('is narrowed by the filter, whose fields its kinds have', async () => {
    const [debezium] = [await scene.put(systemOfRecord('a')), await scene.put(systemOfRecord('b', 'golden-gate'))];
    const kinds = ['fast-data/SystemOfRecord'];
    const adapter = { field: 'adapter', operator: 'EQ', value: 'debezium' } as const;
    expect(await select({ kinds, recordFilter: [adapter] })).toEqual({ rootIds: [debezium], problems: [] });
    const wrong = await selectRoots(scene.context, {
      ...nothing,
      kinds,
      recordFilter: [adapter, { ...adapter, field: 'adaptor' }],
    });
    expect(wrong.problems).toMatchObject([{ code: 'FIELD_UNKNOWN', path: ['input', 'recordFilter', '1', 'field'] }]);
    expect(wrong.problems[0]?.fix).toContain('adapter');
  });

  it('is narrowed by fields that a definition gives to its records', async () => {
    const { kind, name, spec } = makeDefinition('Book', [makeField('isbn', 'Text')]);
    const parentId = await scene.put({ kind, name, spec });
    const one = await scene.put({ kind: 'objects/ObjectEntry', name: 'Book/1', spec: { isbn: '1' }, parentId });
    await scene.put({ kind: 'objects/ObjectEntry', name: 'Book/2', spec: { isbn: '2' }, parentId });
    const isbn = { field: 'isbn', operator: 'EQ', value: '1' } as const;
    expect(await select({ kinds: ['objects/ObjectEntry'], recordFilter: [isbn] })).toEqual({
      rootIds: [one],
      problems: [],
    });
    const wrong = await select({ kinds: ['objects/ObjectEntry'], recordFilter: [{ ...isbn, field: 'title' }] });
    expect(wrong.problems).toEqual(['FIELD_UNKNOWN input/recordFilter/0/field']);
  });
});

describe('a selection under the rights of who exports', () => {
  let scene: BranchScene;
  beforeAll(async () => {
    scene = await BranchScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const definitionKind = 'analytics/ProcessDefinition';
  const putReport = () =>
    scene.put({ kind: 'analytics/ProcessReport', name: 'sales', spec: { data: { definitions: [{ key: 'order' }] } } });
  const leaveOut = (more: Partial<ExportSelection>) => leaveOutUnusable(scene.context, { ...nothing, ...more });

  it('is the same where all is open', async () => {
    await scene.put(castFunction('a'));
    const selection = { ...nothing, isAll: true };
    expect(await leaveOutUnusable(scene.context, selection)).toEqual({ selection, problems: [] });
  });

  it('leaves out what is kept to others, and what shows it', async () => {
    const definition = await scene.put({ kind: definitionKind, name: 'order', spec: {} });
    const [report, open] = [await putReport(), await scene.put(castFunction('a'))];
    await scene.restrict(definition, ['ann']);
    const { selection, problems } = await leaveOut({ isAll: true, excludeIds: [open], principalId: 'bob' });
    expect([selection.excludeIds, problems]).toEqual([[open, definition, report], []]);
    expect((await leaveOut({ isAll: true, principalId: 'ann' })).selection.excludeIds).toEqual([]);
  });

  it('leaves out what is inside a restricted container, unless its name may be shown', async () => {
    const parentId = await scene.put(systemOfRecord('erp'));
    const orders = await scene.put({ kind: 'fast-data/Projection', name: 'orders', spec: {}, parentId });
    await scene.restrict(parentId);
    expect((await leaveOut({ isAll: true })).selection.excludeIds).toEqual([parentId, orders]);
    expect((await leaveOut({ isAll: true, seesRestricted: true })).selection.excludeIds).toEqual([parentId]);
  });

  it('has a problem for what was named, without its name where that is not shown', async () => {
    const definition = await scene.put({ kind: definitionKind, name: 'order', spec: {} });
    const report = await putReport();
    await scene.restrict(definition);
    const resourceIds = [definition, report];
    const hidden = (await leaveOut({ resourceIds })).problems;
    expect(hidden.map(({ code, resourceId }) => [code, resourceId])).toEqual([['FORBIDDEN', undefined], ['FORBIDDEN', report]]); // prettier-ignore
    expect(JSON.stringify(hidden[0])).not.toContain('order');
    const shown = (await leaveOut({ resourceIds, seesRestricted: true })).problems;
    expect(shown.map(({ resourceId }) => resourceId)).toEqual([definition, report]);
  });

  it('refuses kinds that who exports may not export, once for a pack', async () => {
    await scene.put(castFunction('a'));
    await scene.put(singleView('b'));
    const deniedKinds = [cast, 'fast-data/SingleView', 'objects/Picklist'];
    const codes = async (more: Partial<ExportSelection>) =>
      (await leaveOut({ deniedKinds, ...more })).problems.map(({ code, message }) => [
        code,
        message.includes('Fast Data'),
      ]);
    expect(await codes({ isAll: true })).toEqual([['FORBIDDEN', true]]);
    expect(await codes({ kinds: [cast] })).toEqual([['FORBIDDEN', true]]);
    expect(await codes({ resourceIds: [`${cast}/a`] })).toEqual([['FORBIDDEN', true]]);
    expect(await codes({ kinds: ['objects/Picklist'] })).toEqual([]);
  });
});
