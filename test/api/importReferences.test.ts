import {
  aggregationOf,
  castFunction,
  crudCollection,
  erSchema,
  orchard,
  projection,
  singleView,
  systemOfRecord,
} from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { actionsOf, codesOf, ImportFlow, itemsByName } from '../support/importFlow.js';
import { exportFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('references', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const asReferences = { mode: 'REFERENCE' } as const;
  const farm = { project: 'farm' };

  it('are made read-only, with their origin, and a copy beside them editable', async () => {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    const plan = await flow.stage(bundleOf(orchard(), farm), place, asReferences);
    expect(plan.counts).toMatchObject({ create: 6, blocked: 0 });
    const { 'orchard-er': schema } = itemsByName(plan);
    await flow.setMode(plan.id, 'COPY', { itemIds: [schema!.id] });
    await flow.execute(plan.id);
    const modes = Object.fromEntries((await flow.resources(place)).map(({ name, mode }) => [name, mode]));
    expect(modes).toMatchObject({
      trees: 'REFERENCE',
      harvests: 'REFERENCE',
      'orchard-er': 'EDITABLE',
      orchard: 'REFERENCE',
    });
    const trees = (await flow.resources(place)).find(({ name }) => name === 'trees')!;
    expect(trees).toMatchObject({
      parent: { name: 'orchard' },
      origin: { project: { key: 'farm' }, branch: 'main', sourceName: 'trees', sourceId: 'id-of-trees' },
    });
    const update = await server.query(
      'mutation ($input: UpdateResourceInput!) { updateResource(input: $input) { problems { code } } }',
      { input: { id: trees.id, spec: { fields: [] } } },
    );
    expect(update.data).toEqual({ updateResource: { problems: [{ code: 'READ_ONLY_REFERENCE' }] } });
  });

  it('come back unchanged in an export of their own branch', async () => {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    await flow.import(bundleOf(orchard(), farm), place, asReferences);
    await flow.import(bundleOf([castFunction('ours')]), place);
    const { text } = await exportFile(server, { selection: { branchId: place.branchId, all: true } });
    const { counts } = await flow.stage(text, place);
    expect(counts).toMatchObject({ total: 7, unchanged: 7, collision: 0 });
  });

  it('are updated by a file of the same project, whatever its branch', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('trimText', 'one()')], farm), place, asReferences);
    const [before] = await flow.resources(place);
    const newer = bundleOf([castFunction('trimText', 'two()')], {
      ...farm,
      branch: 'next',
      exportedAt: '2026-03-03T03:03:03.000Z',
    });
    const plan = await flow.stage(newer, place, asReferences);
    expect(plan).toMatchObject({ isExecutable: true, counts: { referenceUpdate: 1, create: 0, collision: 0 } });
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', updatedCount: 1, createdCount: 0 });
    const [after, ...others] = await flow.resources(place);
    expect(others).toEqual([]);
    expect(after).toMatchObject({
      id: before!.id,
      mode: 'REFERENCE',
      revision: 2,
      origin: { branch: 'next', exportedAt: '2026-03-03T03:03:03.000Z', project: { key: 'farm' } },
    });
    expect(after!.spec['casting']).toContain('two()');
  });

  it('keep their source name when they are renamed, and are updated under their own', async () => {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    const first = await flow.stage(bundleOf(orchard(), farm), place, asReferences);
    expect(await flow.rename(itemsByName(first)['trees']!.id, 'apple_trees')).toEqual([]);
    await flow.execute(first.id);
    const renamed = (await flow.resources(place)).find(({ name }) => name === 'apple_trees');
    expect(renamed).toMatchObject({ mode: 'REFERENCE', origin: { sourceName: 'trees' } });

    const changed = projection('trees', { system: 'orchard', fields: { species: 'trimText', age: null } });
    const records = orchard().map((record) => (record.name === 'trees' ? changed : record));
    const second = await flow.stage(bundleOf(records, farm), place, asReferences);
    expect(actionsOf(second)).toEqual({
      trimText: 'UNCHANGED',
      orchard: 'UNCHANGED',
      trees: 'REFERENCE_UPDATE',
      harvests: 'UNCHANGED',
      'orchard-er': 'UNCHANGED',
      sv_trees: 'UNCHANGED',
    });
    const item = itemsByName(second)['trees']!;
    expect(item).toMatchObject({ newName: 'apple_trees', canRename: false, existing: { name: 'apple_trees' } });
    expect(item.diff.map(({ path }) => path)).toEqual(['/fields/2']);
    expect(await flow.rename(item.id, 'pear_trees')).toEqual([]);
    const waiting = itemsByName(await flow.plan(second.id))['trees'];
    expect(waiting).toMatchObject({ newName: 'apple_trees', action: 'REFERENCE_UPDATE' });
    expect(waiting!.problems.find(({ code }) => code === 'RENAME_NOT_ALLOWED')).toMatchObject({
      severity: 'WARNING',
      message:
        '"trees" updates the reference "apple_trees" of the branch, which keeps its name; "pear_trees" is not used.',
    });
    expect((await flow.execute(second.id)).task).toMatchObject({ updatedCount: 1, unchangedCount: 5, createdCount: 0 });
    expect((await flow.resources(place)).map(({ name }) => name)).not.toContain('trees');
  });

  it('are what new items of their source refer to, under their local name, even when they are left out', async () => {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    const first = await flow.stage(bundleOf(orchard(), farm), place, asReferences);
    await flow.rename(itemsByName(first)['trees']!.id, 'apple_trees');
    await flow.execute(first.id);
    const extra = erSchema('second-er', { trees: ['harvests'] });
    const second = await flow.stage(bundleOf([...orchard(), extra], farm), place, asReferences);
    await flow.select(second.id, false, { kinds: ['fast-data/Projection'] });
    const plan = await flow.plan(second.id);
    expect(actionsOf(plan)).toMatchObject({ trees: 'SKIPPED', 'second-er': 'CREATE', 'orchard-er': 'UNCHANGED' });
    await flow.execute(second.id);
    const schema = (await flow.resources(place)).find(({ name }) => name === 'second-er')!;
    expect(Object.keys(schema.spec['config'] as object)).toEqual(['apple_trees']);
  });

  it('are updated under their local name although the file has another item of that name', async () => {
    const place = await flow.makeProject();
    const first = await flow.stage(bundleOf([castFunction('one', 'v1()')], farm), place, asReferences);
    await flow.rename(itemsByName(first)['one']!.id, 'two');
    await flow.execute(first.id);
    const both = bundleOf([castFunction('one', 'v2()'), castFunction('two')], farm);
    const second = await flow.stage(both, place, asReferences);
    expect(actionsOf(second)).toEqual({ one: 'REFERENCE_UPDATE', two: 'COLLISION' });
    await flow.rename(itemsByName(second)['two']!.id, 'three');
    expect(actionsOf(await flow.plan(second.id))).toEqual({ one: 'REFERENCE_UPDATE', two: 'CREATE' });
  });

  it('cannot be projections in a project without event-driven architecture, whose dependents are blocked with them', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf(orchard(), farm), place, asReferences);
    expect(actionsOf(plan)).toEqual({
      trimText: 'CREATE',
      orchard: 'CREATE',
      trees: 'BLOCKED',
      harvests: 'BLOCKED',
      'orchard-er': 'BLOCKED',
      sv_trees: 'BLOCKED',
    });
    const { trees, 'orchard-er': schema } = itemsByName(plan);
    expect(trees!.problems[0]).toMatchObject({
      code: 'ARCHITECTURE_REQUIRED',
      severity: 'ERROR',
      message: `References of kind projection require a project with the capability EVENT_DRIVEN; "${place.key}" does not have it.`,
    });
    expect(schema!.problems.filter(({ severity }) => severity === 'ERROR').map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringContaining('"trees"'), expect.stringContaining('"harvests"')]),
    );
    await flow.setMode(plan.id, 'COPY', { kinds: ['fast-data/Projection'] });
    expect(await flow.plan(plan.id)).toMatchObject({ isExecutable: true, counts: { create: 6 } });
  });

  it('cannot be made of kinds that never travel, nor of a file that does not say its project', async () => {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    const local = await flow.stage(bundleOf([crudCollection('notes')], farm), place, asReferences);
    expect(codesOf(itemsByName(local)['notes']!.problems)).toContain('REFERENCE_NOT_ALLOWED');
    const foreign = await flow.stage(JSON.stringify(erSchema('x', { trees: ['trees'] }).spec), place, asReferences);
    expect(foreign.items.edges[0]?.node).toMatchObject({ action: 'BLOCKED' });
    expect(codesOf(foreign.items.edges[0]!.node.problems)).toContain('SOURCE_UNKNOWN');
    await flow.setMode(foreign.id, 'COPY');
    expect((await flow.plan(foreign.id)).isExecutable).toBe(true);
  });

  it('keep the whole chain of their origins when they are exported and imported again', async () => {
    const [a, b, c] = [await flow.makeProject(), await flow.makeProject(), await flow.makeProject()];
    await flow.create(a, castFunction('trimText'));
    const fromA = await flow.export(a);
    await flow.import(fromA, b, asReferences);
    const fromB = await flow.export(b);
    const plan = await flow.stage(fromB, c, asReferences);
    const item = itemsByName(plan)['trimText']!;
    expect(item.origin).toMatchObject({
      project: { key: b.key },
      previous: { project: { key: a.key }, sourceName: 'trimText' },
    });
    expect(item.canRename).toBe(false);
    expect(codesOf(item.problems)).toContain('NESTED_REFERENCE');
    expect(codesOf(await flow.rename(item.id, 'other'))).toEqual(['RENAME_NOT_ALLOWED']);
    await flow.execute(plan.id);
    const [inC] = await flow.resources(c);
    expect(inC?.origin).toMatchObject({ project: { key: b.key }, previous: { project: { key: a.key } } });
    expect(actionsOf(await flow.stage(fromA, c, asReferences))).toEqual({ trimText: 'COLLISION' });
  });

  it('become a plain copy, renamable no more than before, when an item that was a reference is imported as a copy', async () => {
    const [a, b, c] = [await flow.makeProject(), await flow.makeProject(), await flow.makeProject()];
    await flow.create(a, castFunction('trimText'));
    await flow.import(await flow.export(a), b, asReferences);
    await flow.import(await flow.export(b), c);
    expect(await flow.resources(c)).toMatchObject([
      { mode: 'EDITABLE', origin: { previous: { project: { key: a.key } } } },
    ]);
  });

  it('are no longer updated once they are detached', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('trimText')], farm), place, asReferences);
    const [{ id } = { id: '' }] = await flow.resources(place);
    await server.query('mutation ($id: ID!) { detachReference(input: { id: $id }) { problems { code } } }', { id });
    const newer = bundleOf([castFunction('trimText', 'newer()')], farm);
    expect(actionsOf(await flow.stage(newer, place, asReferences))).toEqual({ trimText: 'COLLISION' });
  });

  it('stay a collision for themselves when their own project exports them changed', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('trimText', 'one()')], farm), place, asReferences);
    const own = await flow.export(place);
    expect(actionsOf(await flow.stage(own, place, asReferences))).toEqual({ trimText: 'UNCHANGED' });
    await flow.import(bundleOf([castFunction('trimText', 'two()')], farm), place, asReferences);
    expect(actionsOf(await flow.stage(own, place, asReferences))).toEqual({ trimText: 'COLLISION' });
  });

  it('move to another system with their source', async () => {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    const systems = [systemOfRecord('old'), systemOfRecord('new')];
    const file = (system: string) => bundleOf([...systems, projection('trees', { system })], farm);
    await flow.import(file('old'), place, asReferences);
    const plan = await flow.stage(file('new'), place, asReferences);
    expect(actionsOf(plan)).toEqual({ old: 'UNCHANGED', new: 'UNCHANGED', trees: 'REFERENCE_UPDATE' });
    await flow.execute(plan.id);
    const trees = (await flow.resources(place)).find(({ name }) => name === 'trees');
    expect(trees?.parent?.name).toBe('new');
  });

  it.each(['COPY', 'REFERENCE'] as const)(
    'and copies of a file that is imported a second time as %s are all unchanged',
    async (mode) => {
      const place = await flow.makeProject(['EVENT_DRIVEN']);
      const more = singleView('sv_more', { erSchema: 'orchard-er', aggregation: aggregationOf('sv_trees', 'sv_more') });
      const file = bundleOf([...orchard(), more], farm);
      await flow.import(file, place, { mode });
      const plan = await flow.stage(file, place, { mode });
      expect(plan).toMatchObject({
        isExecutable: true,
        counts: { total: 7, unchanged: 7, create: 0, collision: 0, blocked: 0 },
      });
      const before = await flow.resources(place);
      expect((await flow.execute(plan.id)).task).toMatchObject({
        status: 'COMPLETED',
        unchangedCount: 7,
        processedCount: 7,
      });
      expect(await flow.resources(place)).toEqual(before);
    },
  );
});
