import { grantRole, makeAccount } from '../support/accessScene.js';
import { bindingFields, type BindingView } from '../support/bindingScene.js';
import { castFunction, erSchema, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf, type BundleRecord } from '../support/importBundle.js';
import { ImportFlow, itemsByName, type Place, type PlanProblem, type PlanView } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const castKind = 'fast-data/CastFunction';
const erp = systemOfRecord('erp');
const orders = projection('orders', { system: 'erp', fields: { note: 'trim' } });

describe('what an import has renamed and replaced', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });
  beforeEach(async () => {
    place = await flow.makeProject(['EVENT_DRIVEN']);
  });

  const bindingsOf = async (by: ImportFlow = flow, filter: object = {}) => {
    const document = `query ($projectId: ID!, $filter: BindingFilter) { bindings(projectId: $projectId, filter: $filter) {
      totalCount nodes { ${bindingFields} } } }`;
    const variables = { projectId: place.projectId, filter };
    const { bindings } = await by.ask<{ bindings: { totalCount: number; nodes: BindingView[] } }>(document, variables);
    expect(bindings.totalCount).toBe(bindings.nodes.length);
    return bindings.nodes;
  };
  const namesOf = async () => (await bindingsOf()).map(({ name, type, toName }) => `${type} ${name} → ${toName}`);
  const set = async (input: object, by: ImportFlow = flow) => {
    const document = `mutation ($input: SetBindingInput!) { setBinding(input: $input) {
      binding { ${bindingFields} } problems { code message path fix } } }`;
    const all = { projectId: place.projectId, sourceProject: 'source', kind: castKind, type: 'RENAME', ...input };
    return (
      await by.ask<{ setBinding: { binding: BindingView | null; problems: PlanProblem[] } }>(document, { input: all })
    ).setBinding;
  };
  const remove = async (id: string) => {
    const document =
      'mutation ($input: DeleteBindingInput!) { deleteBinding(input: $input) { deletedId problems { code } } }';
    return (await flow.ask<{ deleteBinding: object }>(document, { input: { id } })).deleteBinding;
  };
  const stage = (records: readonly BundleRecord[], options: object = {}) =>
    flow.stage(bundleOf(records), place, { options: { createStrategy: 'UPSERT', ...options } });
  const newNames = (plan: PlanView) =>
    Object.fromEntries(plan.items.edges.map(({ node }) => [node.name, node.newName]));
  const remembered = async (plan: PlanView) => {
    const document = `query ($id: ID!) { importPlan(id: $id) {
      items(first: 100) { nodes { name isNameRemembered } } replacements { kind name toName isRemembered }
      prerequisites(first: 10) { nodes { name toName isRemembered } } } }`;
    const { importPlan } = await flow.ask<{
      importPlan: {
        items: { nodes: { name: string; isNameRemembered: boolean }[] };
        replacements: object[];
        prerequisites: { nodes: { name: string; toName: string | null; isRemembered: boolean }[] };
      };
    }>(document, { id: plan.id });
    return {
      names: importPlan.items.nodes.filter((item) => item.isNameRemembered).map(({ name }) => name),
      replacements: importPlan.replacements,
      prerequisites: importPlan.prerequisites.nodes.filter(({ toName }) => toName !== null),
    };
  };
  const undo = async (taskId: string) => {
    const document =
      'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } problems { message } } }';
    const { undoImport } = await flow.ask<{ undoImport: { task: { id: string } | null; problems: object[] } }>(
      document,
      {
        input: { taskId, force: true },
      },
    );
    expect(undoImport.problems).toEqual([]);
    const task = await flow.ended(undoImport.task!.id);
    expect(task).toMatchObject({ status: 'COMPLETED' });
    return task;
  };
  /** Imports records with new names. */
  const importAs = async (records: readonly BundleRecord[], renames: Record<string, string>) => {
    const plan = await stage(records);
    for (const [name, to] of Object.entries(renames))
      expect(await flow.rename(itemsByName(plan)[name]!.id, to)).toEqual([]);
    const { task } = await flow.execute(plan.id);
    expect(task).toMatchObject({ status: 'COMPLETED' });
    return task!;
  };

  it('is remembered when the import has completed, and proposed in the next plan of the same source', async () => {
    const task = await importAs([castFunction('trim'), castFunction('pad')], { trim: 'trim_eu' });
    expect(await bindingsOf()).toMatchObject([
      {
        ...{ name: 'trim', toName: 'trim_eu', type: 'RENAME', kind: { name: castKind }, source: { key: 'source' } },
        ...{ taskId: task.id, setBy: null },
      },
    ]);
    const next = await stage([castFunction('trim', 'return 2'), castFunction('pad')]);
    expect(newNames(next)).toEqual({ trim: 'trim_eu', pad: null });
    expect((await remembered(next)).names).toEqual(['trim']);
    expect(itemsByName(next)['trim']!.action).toBe('UPDATE');
    // Nothing of it is for files of another project.
    const other = await flow.stage(bundleOf([castFunction('trim')], { project: 'another' }), place);
    expect(newNames(other)).toEqual({ trim: null });
    // A plan that was never carried out has remembered nothing.
    const given = await stage([castFunction('pad')]);
    await flow.rename(itemsByName(given)['pad']!.id, 'pad_eu');
    await flow.discard(given.id);
    expect(await namesOf()).toEqual(['RENAME trim → trim_eu']);
  });

  it('gives way to a choice by hand, and what was done last is remembered', async () => {
    await importAs([castFunction('trim'), castFunction('pad')], { trim: 'trim_eu', pad: 'pad_eu' });
    const next = await stage([castFunction('trim'), castFunction('pad')]);
    await flow.rename(itemsByName(next)['trim']!.id, 'trim');
    await flow.rename(itemsByName(next)['pad']!.id, 'pad_us');
    expect((await remembered(next)).names).toEqual([]);
    await flow.execute(next.id);
    expect(await namesOf()).toEqual(['RENAME pad → pad_us']);
  });

  it('is part of what a sealed plan is approved by', async () => {
    const fingerprintOf = async ({ id }: PlanView) => {
      const query = 'query ($id: ID!) { importPlan(id: $id) { fingerprint } }';
      return (await flow.ask<{ importPlan: { fingerprint: string } }>(query, { id })).importPlan.fingerprint;
    };
    await flow.import(bundleOf([castFunction('trim')]), place);
    const before = await stage([castFunction('pad')]);
    await set({ name: 'pad', toName: 'pad_eu' });
    const after = await stage([castFunction('pad')]);
    expect(await fingerprintOf(after)).not.toBe(await fingerprintOf(before));
    await flow.rename(itemsByName(before)['pad']!.id, 'pad_eu');
    expect(await fingerprintOf(after)).toBe(await fingerprintOf(before));
  });

  it('includes replacements of prerequisites, as long as the branch has them', async () => {
    await flow.create(place, castFunction('trim_here'));
    const plan = await stage([erp, orders]);
    expect(await flow.remap(plan.id, { kind: castKind, name: 'trim', toName: 'trim_here' })).toEqual([]);
    await flow.execute(plan.id);
    expect(await namesOf()).toEqual(['REMAP trim → trim_here']);
    const next = await stage([erp, orders]);
    expect(await remembered(next)).toEqual({
      names: [],
      replacements: [{ kind: castKind, name: 'trim', toName: 'trim_here', isRemembered: true }],
      prerequisites: [{ name: 'trim', toName: 'trim_here', isRemembered: true }],
    });
    expect(itemsByName(next)['orders']!.action).toBe('UNCHANGED');
    // Removed by hand, and not used: forgotten when the import has completed.
    await flow.create(place, castFunction('trim'));
    const third = await stage([erp, orders]);
    await flow.remap(third.id, { kind: castKind, name: 'trim' });
    expect((await remembered(third)).replacements).toEqual([]);
    await flow.execute(third.id);
    expect(await namesOf()).toEqual([]);
  });

  it('replaces what a file lacks by what was renamed, and leaves what it has', async () => {
    await importAs([erp, castFunction('trim'), orders], { trim: 'trim_eu' });
    const schema = await stage([erp, projection('returns', { system: 'erp', fields: { note: 'trim' } })]);
    expect((await remembered(schema)).replacements).toEqual([
      { kind: castKind, name: 'trim', toName: 'trim_eu', isRemembered: true },
    ]);
    await flow.execute(schema.id);
    const returns = (await flow.resources(place)).find(({ name }) => name === 'returns');
    expect(JSON.stringify(returns?.spec)).toContain('"trim_eu"');
    // A remembered replacement does not become one of its own.
    expect(await namesOf()).toEqual(['RENAME trim → trim_eu']);
  });

  it('is taken back by the undo of the import, and comes back when that is undone', async () => {
    await importAs([castFunction('trim'), castFunction('pad')], { trim: 'trim_eu', pad: 'pad_eu' });
    const plan = await stage([castFunction('trim'), castFunction('pad'), castFunction('round')]);
    const items = itemsByName(plan);
    await flow.rename(items['trim']!.id, 'trim_us');
    await flow.rename(items['pad']!.id, 'pad');
    await flow.rename(items['round']!.id, 'round_us');
    const { task } = await flow.execute(plan.id);
    const done = ['RENAME round → round_us', 'RENAME trim → trim_us'];
    expect(await namesOf()).toEqual(done);
    const undone = await undo(task!.id);
    expect(await namesOf()).toEqual(['RENAME pad → pad_eu', 'RENAME trim → trim_eu']);
    const again = await undo(undone.id);
    expect(await namesOf()).toEqual(done);
    await undo(again.id);
    expect(await namesOf()).toEqual(['RENAME pad → pad_eu', 'RENAME trim → trim_eu']);
  });

  it('is remembered once, whatever happens on several branches at once', async () => {
    await flow.import(bundleOf([castFunction('seed')]), place);
    const branch = 'mutation ($input: CreateBranchInput!) { createBranch(input: $input) { branch { id } } }';
    const plans = [];
    for (const name of ['one', 'two', 'three']) {
      const input = { projectId: place.projectId, name };
      const { createBranch } = await flow.ask<{ createBranch: { branch: { id: string } } }>(branch, { input });
      const plan = await flow.stage(bundleOf([castFunction('trim'), castFunction('pad')]), {
        branchId: createBranch.branch.id,
      });
      await flow.rename(itemsByName(plan)['trim']!.id, `trim_${name}`);
      plans.push(plan.id);
    }
    const ends = await Promise.all([
      ...plans.map(async (id) => (await flow.execute(id)).task?.status),
      ...['a', 'b', 'c'].map(async (toName) => (await set({ name: 'trim', toName })).problems.length === 0),
    ]);
    expect(ends).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED', true, true, true]);
    expect((await bindingsOf()).map(({ name }) => name)).toEqual(['trim']);
  });

  it('stays as it was set since, whatever is undone', async () => {
    const task = await importAs([castFunction('trim')], { trim: 'trim_eu' });
    await set({ name: 'trim', toName: 'trim_by_hand' });
    await undo(task.id);
    expect(await namesOf()).toEqual(['RENAME trim → trim_by_hand']);
  });

  it('follows a new name of the resource, and a replacement is forgotten with it', async () => {
    await flow.create(place, castFunction('trim_here'));
    const plan = await stage([erp, orders, castFunction('pad')]);
    await flow.remap(plan.id, { kind: castKind, name: 'trim', toName: 'trim_here' });
    await flow.rename(itemsByName(plan)['pad']!.id, 'pad_eu');
    await flow.execute(plan.id);
    const idOf = async (name: string) => (await flow.resources(place)).find((one) => one.name === name)!.id;
    const renamed = 'mutation ($input: RenameResourceInput!) { renameResource(input: $input) { problems { code } } }';
    await flow.ask(renamed, { input: { id: await idOf('pad_eu'), name: 'pad_us' } });
    await flow.ask(renamed, { input: { id: await idOf('trim_here'), name: 'trim_there' } });
    expect(await namesOf()).toEqual(['RENAME pad → pad_us', 'REMAP trim → trim_there']);
    const deleted = 'mutation ($input: DeleteResourceInput!) { deleteResource(input: $input) { problems { code } } }';
    for (const name of ['pad_us', 'trim_there'])
      await flow.ask(deleted, { input: { id: await idOf(name), force: true } });
    // The item may come again, and gets the same name.
    expect(await namesOf()).toEqual(['RENAME pad → pad_us']);
  });

  it('is set, changed and deleted by hand, and the audit log has each', async () => {
    await flow.import(bundleOf([erSchema('er', {})]), place);
    const first = await set({ name: 'trim', toName: 'a' });
    expect(first).toMatchObject({ problems: [], binding: { taskId: null, setBy: { name: 'admin' } } });
    const second = await set({ name: 'trim', toName: 'b', sourceProject: 'id-of-source' });
    expect(second.binding).toMatchObject({ id: first.binding!.id, toName: 'b' });
    await set({ name: 'pad', toName: 'c' });
    expect((await bindingsOf(flow, { search: 'PA' })).map(({ name }) => name)).toEqual(['pad']);
    expect(await bindingsOf(flow, { kinds: ['fast-data/Projection'] })).toEqual([]);
    expect(await remove(first.binding!.id)).toEqual({ deletedId: first.binding!.id, problems: [] });
    expect(await remove(first.binding!.id)).toMatchObject({ deletedId: null, problems: [{ code: 'NOT_FOUND' }] });
    expect(await namesOf()).toEqual(['RENAME pad → c']);
    const events =
      'query ($id: ID!) { auditEvents(filter: { projectId: $id, actions: [BINDING_SET, BINDING_DELETE] }) { nodes { action detail } } }';
    const { auditEvents } = await flow.ask<{ auditEvents: { nodes: { action: string; detail: object }[] } }>(events, {
      id: place.projectId,
    });
    expect(auditEvents.nodes.map(({ action }) => action)).toEqual([
      ...['BINDING_DELETE', 'BINDING_SET', 'BINDING_SET', 'BINDING_SET'],
    ]);
    expect(auditEvents.nodes[0]?.detail).toMatchObject({ kind: castKind, name: 'trim', toName: 'b' });
  });

  it.each([
    ['an unknown source', { sourceProject: 'nowhere' }, { code: 'NOT_FOUND', path: ['input', 'sourceProject'] }],
    ['an unknown kind', { kind: 'fast-data/Cast' }, { code: 'UNKNOWN_KIND', path: ['input', 'kind'] }],
    ['a wrong name', { toName: '' }, { code: 'NAME_INVALID', path: ['input', 'toName'] }],
    ['the same name', { toName: 'trim' }, { code: 'NAME_INVALID', path: ['input', 'toName'] }],
  ])('is refused for %s', async (_what, wrong, problem) => {
    await flow.import(bundleOf([castFunction('x')]), place);
    const { binding, problems } = await set({ name: 'trim', toName: 'other', ...wrong });
    expect([binding, problems]).toMatchObject([null, [problem]]);
  });

  it('is for viewers to read and for editors to change, but for what they may not see', async () => {
    await importAs([castFunction('trim'), castFunction('pad')], { trim: 'trim_eu', pad: 'pad_eu' });
    const [viewer, editor] = [await makeAccount(server, 'binding-viewer'), await makeAccount(server, 'binding-editor')];
    await grantRole(server, viewer, { projectId: place.projectId, role: 'VIEWER' });
    await grantRole(server, editor, { projectId: place.projectId, role: 'EDITOR' });
    const hidden = (await flow.resources(place)).find(({ name }) => name === 'trim_eu')!;
    const restrict =
      'mutation ($id: ID!) { setResourceReaders(input: { resourceId: $id, readers: [] }) { problems { code } } }';
    await flow.ask(restrict, { id: hidden.id });
    expect((await bindingsOf(new ImportFlow(viewer.client))).map(({ name }) => name)).toEqual(['pad']);
    const refused = await set({ name: 'x', toName: 'y' }, new ImportFlow(viewer.client));
    expect(refused.problems).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await set({ name: 'x', toName: 'y' }, new ImportFlow(editor.client))).problems).toEqual([]);
    const tell = (id: string, by: ImportFlow) => by.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    for (const { id, name } of await bindingsOf()) {
      const isShown = name !== 'trim';
      expect(await tell(id, new ImportFlow(viewer.client))).toEqual({ node: isShown ? { id } : null });
    }
    // Their plan does not tell the name either.
    const theirs = new ImportFlow(editor.client);
    const plan = await theirs.stage(bundleOf([castFunction('trim'), castFunction('pad')]), place);
    expect(newNames(plan)).toEqual({ trim: null, pad: 'pad_eu' });
  });
});
