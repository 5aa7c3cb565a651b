import {
  castFunction,
  crudCollection,
  erSchema,
  projection,
  singleView,
  systemOfRecord,
} from '../support/fastDataRecords.js';
import { bundleOf, originIn, type BundleRecord } from '../support/importBundle.js';
import { actionsOf, codesOf, ImportFlow, itemsByName, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('names that are taken', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const modes = ['COPY', 'REFERENCE'] as const;

  it.each(modes)('are a collision for a %s when a resource has them', async (mode) => {
    const place = await flow.makeProject();
    await flow.create(place, castFunction('trimText'));
    const plan = await flow.stage(bundleOf([castFunction('trimText', 'other()')]), place, { mode });
    expect(plan).toMatchObject({ isExecutable: false, counts: { collision: 1, create: 0, selected: 1 } });
    const { problems, existing, canRename } = itemsByName(plan)['trimText']!;
    expect(problems[0]).toMatchObject({
      code: 'NAME_COLLISION',
      severity: 'ERROR',
      message: 'The branch has "trimText" already: cast function, a resource of this project.',
      line: 6,
      kind: 'fast-data/CastFunction',
      name: 'trimText',
    });
    expect(existing).toMatchObject({ name: 'trimText', mode: 'EDITABLE', origin: null });
    expect(canRename).toBe(true);
  });

  it('are a collision although the content is the same, when the resource was made here', async () => {
    const place = await flow.makeProject();
    await flow.create(place, castFunction('trimText'));
    for (const mode of modes) {
      expect(actionsOf(await flow.stage(bundleOf([castFunction('trimText')]), place, { mode }))).toEqual({
        trimText: 'COLLISION',
      });
    }
  });

  it('are a collision when another kind of the namespace has them', async () => {
    const place = await flow.makeProject();
    await flow.create(place, crudCollection('shared-1'));
    await flow.create(place, singleView('shared-2'));
    const records = [
      systemOfRecord('erp'),
      projection('shared-1', { system: 'erp' }),
      projection('shared-2', { system: 'erp' }),
    ];
    const plan = await flow.stage(bundleOf([...records, singleView('free')]), place);
    expect(actionsOf(plan)).toEqual({
      erp: 'CREATE',
      'shared-1': 'COLLISION',
      'shared-2': 'COLLISION',
      free: 'CREATE',
    });
    expect(itemsByName(plan)['shared-1']?.problems[0]?.message).toContain('CRUD collection');
  });

  it('are free when only another namespace has them', async () => {
    const place = await flow.makeProject();
    await flow.create(place, singleView('orders'));
    const plan = await flow.stage(
      bundleOf([erSchema('orders', {}), castFunction('orders'), systemOfRecord('orders')]),
      place,
    );
    expect(plan.counts).toMatchObject({ create: 3, collision: 0 });
  });

  it('are free on another branch and in another project', async () => {
    const place = await flow.makeProject();
    await flow.create(await flow.makeProject(), castFunction('trimText'));
    expect((await flow.stage(bundleOf([castFunction('trimText')]), place)).counts.create).toBe(1);
  });

  it('are a collision for a copy when a reference has them, even one of the same origin', async () => {
    const place = await referenceTo('farm', castFunction('trimText'));
    const same = await flow.stage(bundleOf([castFunction('trimText')], { project: 'farm' }), place, { mode: 'COPY' });
    const newer = await flow.stage(bundleOf([castFunction('trimText', 'newer()')], { project: 'farm' }), place, {
      mode: 'COPY',
    });
    expect([actionsOf(same), actionsOf(newer)]).toEqual([{ trimText: 'COLLISION' }, { trimText: 'COLLISION' }]);
    expect(itemsByName(newer)['trimText']?.problems[0]?.message).toBe(
      'The branch has "trimText" already: cast function, a reference from project "farm".',
    );
    expect(await flow.execute(newer.id)).toMatchObject({ task: null, problems: [{ code: 'PLAN_NOT_EXECUTABLE' }] });
  });

  it('are a collision for a reference when a reference from another project has them', async () => {
    const place = await referenceTo('farm', castFunction('trimText'));
    const plan = await flow.stage(bundleOf([castFunction('trimText')], { project: 'factory' }), place, {
      mode: 'REFERENCE',
    });
    expect(actionsOf(plan)).toEqual({ trimText: 'COLLISION' });
    expect(itemsByName(plan)['trimText']?.existing?.origin?.project?.key).toBe('farm');
  });

  it('are a collision for a reference when a reference from that project, but of another kind, has them', async () => {
    const place = await referenceTo('farm', singleView('trees'));
    const records = [systemOfRecord('erp'), projection('trees', { system: 'erp' })];
    await expectActions(bundleOf(records, { project: 'farm' }), place, { erp: 'CREATE', trees: 'COLLISION' });
  });

  it('are a collision for a reference whose id in the file is that of the reference here, but whose project is another', async () => {
    const place = await referenceTo('farm', castFunction('trimText'));
    const [{ id } = { id: '' }] = await flow.resources(place);
    const forged = { ...castFunction('trimText', 'forged()'), id };
    await expectActions(bundleOf([forged], { project: 'factory' }), place, { trimText: 'COLLISION' });
    await expectActions(bundleOf([{ ...castFunction('trimText'), id }], { project: 'factory' }), place, {
      trimText: 'COLLISION',
    });
  });

  it.each(modes)('make a COPY-and-%s mix collide by the mode of each item', async (mode) => {
    const place = await referenceTo('farm', castFunction('one'));
    await flow.create(place, castFunction('two'));
    const file = bundleOf([castFunction('one', 'newer()'), castFunction('two', 'newer()')], { project: 'farm' });
    const plan = await flow.stage(file, place, { mode });
    expect(actionsOf(plan)).toEqual({ one: mode === 'COPY' ? 'COLLISION' : 'REFERENCE_UPDATE', two: 'COLLISION' });
  });

  it('are a collision for a renamed item, by a resource and by another item', async () => {
    const place = await flow.makeProject();
    await flow.create(place, castFunction('taken'));
    const plan = await flow.stage(bundleOf([castFunction('a'), castFunction('b'), castFunction('c')]), place);
    const { a, b, c } = itemsByName(plan);
    expect(await flow.rename(a!.id, 'taken')).toEqual([]);
    expect(await flow.rename(b!.id, 'c')).toEqual([]);
    const after = await flow.plan(plan.id);
    expect(actionsOf(after)).toEqual({ a: 'COLLISION', b: 'COLLISION', c: 'CREATE' });
    expect(itemsByName(after)['b']?.problems[0]).toMatchObject({
      code: 'NAME_COLLISION',
      message: 'Another item of the file will also have the name "c".',
    });
    await flow.rename(c!.id, 'd');
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ a: 'COLLISION', b: 'CREATE', c: 'CREATE' });
    await flow.rename(a!.id, 'a');
    expect((await flow.plan(plan.id)).isExecutable).toBe(true);
  });

  it('lets two items swap their names', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf([castFunction('a', 'was_a()'), castFunction('b', 'was_b()')]), place);
    const { a, b } = itemsByName(plan);
    await flow.rename(a!.id, 'b');
    await flow.rename(b!.id, 'a');
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 2 });
    const specs = (await flow.resources(place)).map(({ name, spec }) => [name, JSON.stringify(spec).includes('was_b')]);
    expect(specs).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  it('are a warning when they differ only in case, from the branch and within the file', async () => {
    const place = await flow.makeProject();
    await flow.create(place, singleView('Orders'));
    const plan = await flow.stage(
      bundleOf([singleView('orders'), singleView('clients'), singleView('CLIENTS')]),
      place,
    );
    expect(plan).toMatchObject({ isExecutable: true, counts: { create: 3 } });
    for (const { node } of plan.items.edges) {
      const problem = node.problems.find(({ code }) => code === 'NAME_CASE_DIFFERS');
      expect(problem).toMatchObject({ severity: 'WARNING', path: ['name'] });
    }
    expect((await flow.execute(plan.id)).task?.status).toBe('COMPLETED');
  });

  it('cannot be given by a rename that breaks the rules of names', async () => {
    const plan = await flow.stage(bundleOf([singleView('orders')]), await flow.makeProject());
    const { id } = itemsByName(plan)['orders']!;
    for (const name of ['', 'a'.repeat(81), 'with space', 'line\nbreak', 'оrders', 'or\u200bders']) {
      const problems = await flow.rename(id, name);
      expect(codesOf(problems).every((code) => code === 'NAME_INVALID' || code === 'NAME_LOOKALIKE')).toBe(true);
      expect(problems.map(({ path }) => path)).toContainEqual(['input', 'name']);
    }
    expect(itemsByName(await flow.plan(plan.id))['orders']?.newName).toBeNull();
  });

  it('cannot be changed of an item that was itself a reference in its source', async () => {
    const place = await flow.makeProject();
    await flow.create(place, castFunction('trimText'));
    const nested = { ...castFunction('trimText'), origins: [originIn('farm', 'trimText')] };
    const plan = await flow.stage(bundleOf([nested], { project: 'factory' }), place, { mode: 'REFERENCE' });
    const item = itemsByName(plan)['trimText']!;
    expect(item).toMatchObject({
      action: 'COLLISION',
      canRename: false,
      origin: { project: { key: 'factory' }, previous: { project: { key: 'farm' }, sourceName: 'trimText' } },
    });
    expect(item.problems[0]?.fix).toMatch(/leave it out to use what the branch has/i);
    for (const mode of modes) {
      await flow.setMode(plan.id, mode);
      expect(codesOf(await flow.rename(item.id, 'free'))).toEqual(['RENAME_NOT_ALLOWED']);
    }
  });

  async function referenceTo(project: string, record: BundleRecord): Promise<Place> {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    await flow.import(bundleOf([record], { project }), place, { mode: 'REFERENCE' });
    return place;
  }

  async function expectActions(file: string, place: Place, actions: Record<string, string>): Promise<void> {
    expect(actionsOf(await flow.stage(file, place, { mode: 'REFERENCE' }))).toEqual(actions);
  }
});
