import { castFunction, erSchema, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf, type BundleRecord } from '../support/importBundle.js';
import {
  actionsOf,
  ImportFlow,
  itemsByName,
  type Place,
  type PlanProblem,
  type PlanView,
} from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const cast = 'fast-data/CastFunction';
const first = [castFunction('trim'), castFunction('round'), castFunction('pad')];
const second = [castFunction('trim')];
const allowed = { mirrorKinds: [cast], isDeletionAllowed: true };

describe('a plan that mirrors a kind', () => {
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

  const namesOf = async () => (await flow.resources(place)).map(({ name }) => name);
  const stage = (records: readonly BundleRecord[], options: object = allowed, project = 'source') =>
    flow.stage(bundleOf(records, { project }), place, { options: options as never });
  const deletionsOf = (plan: PlanView) => plan.items.edges.map(({ node }) => node).filter((item) => item.isDeletion);
  const told = (problems: readonly PlanProblem[]) => problems.map(({ code, message }) => [code, message]);
  const undo = async (taskId: string) => {
    const document =
      'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } problems { code message } } }';
    const { undoImport } = await flow.ask<{ undoImport: { task: { id: string } | null } }>(document, {
      input: { taskId },
    });
    return flow.ended(undoImport.task!.id);
  };

  it('deletes what came from the source earlier and is no longer in the file, lists and counts it, and an undo restores it', async () => {
    await flow.import(bundleOf(first), place);
    const before = await flow.resources(place);
    const plan = await stage(second);
    expect(actionsOf(plan)).toEqual({ trim: 'UNCHANGED', round: 'DELETE', pad: 'DELETE' });
    expect(plan.counts).toMatchObject({ total: 3, unchanged: 1, delete: 2, blocked: 0 });
    expect(plan.items.edges.map(({ node }) => node.name)).toEqual(['pad', 'round', 'trim']);
    expect(deletionsOf(plan)[0]).toMatchObject({ existing: { name: 'pad' }, canRename: false, line: 0, problems: [] });
    const { task } = await flow.execute(plan.id);
    expect(task).toMatchObject({ status: 'COMPLETED', unchangedCount: 1, deletedCount: 2, totalCount: 3 });
    expect(await namesOf()).toEqual(['trim']);
    const result = await flow.download(task!.files.find(({ purpose }) => purpose === 'RESULT')!);
    const outcomes = result
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { name: string; outcome: string });
    expect(Object.fromEntries(outcomes.map(({ name, outcome }) => [name, outcome]))).toEqual({
      ...{ trim: 'UNCHANGED', round: 'DELETED', pad: 'DELETED' },
    });
    expect(await undo(task!.id)).toMatchObject({ status: 'COMPLETED', createdCount: 2 });
    const states = (list: typeof before) =>
      list.map(({ id, name, digest, mode, origin }) => ({ id, name, digest, mode, origin }));
    expect(states(await flow.resources(place))).toEqual(states(before));
  });

  it('never deletes what was made here, what came from another project, and other kinds', async () => {
    await flow.import(bundleOf(first), place);
    await flow.import(bundleOf([castFunction('other'), systemOfRecord('erp')], { project: 'another' }), place);
    await flow.import(bundleOf([systemOfRecord('crm')]), place);
    await flow.create(place, castFunction('own'));
    const plan = await stage(second);
    expect(deletionsOf(plan).map(({ name }) => name)).toEqual(['pad', 'round']);
    await flow.execute(plan.id);
    expect(await namesOf()).toEqual(['crm', 'erp', 'other', 'own', 'trim']);
  });

  it('finds what was renamed here, and keeps what is left out of the import but in the file', async () => {
    const plan = await flow.stage(bundleOf(first), place);
    await flow.rename(itemsByName(plan)['round']!.id, 'rounded');
    await flow.execute(plan.id);
    const mirrored = await stage([castFunction('trim'), castFunction('pad')]);
    await flow.select(mirrored.id, false, { itemIds: [itemsByName(mirrored)['pad']!.id] });
    const { task } = await flow.execute(mirrored.id);
    expect(task).toMatchObject({ deletedCount: 1, skippedCount: 1 });
    expect(await namesOf()).toEqual(['pad', 'trim']);
  });

  it('blocks each deletion until deletions are allowed, and keeps what is deselected', async () => {
    await flow.import(bundleOf(first), place);
    const plan = await stage(second, { mirrorKinds: [cast] });
    expect(plan).toMatchObject({ counts: { delete: 0, blocked: 2 }, isExecutable: false });
    const [pad] = deletionsOf(plan);
    expect(told(pad!.problems)).toEqual([
      [
        'DELETION_NOT_ALLOWED',
        'The cast function "pad" came from the project "source" and is no longer in the file. Its deletion is not allowed yet.',
      ],
    ]);
    const { task, problems } = await flow.execute(plan.id);
    expect([task, problems.length]).toEqual([null, 2]);
    expect(problems[0]!.message).toContain('"pad" is not deleted: ');
    await flow.select(plan.id, false, { itemIds: [pad!.id] });
    await flow.setOptions(plan.id, { isDeletionAllowed: true });
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ trim: 'UNCHANGED', round: 'DELETE', pad: 'SKIPPED' });
    await flow.execute(plan.id);
    expect(await namesOf()).toEqual(['pad', 'trim']);
  });

  it('imports the rest with ON_ERROR_CONTINUE, and reports the deletions that were not allowed', async () => {
    await flow.import(bundleOf(first), place);
    const plan = await stage([castFunction('trim'), castFunction('fresh')], { mirrorKinds: [cast] });
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect(task).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', createdCount: 1, failedCount: 2, deletedCount: 0 });
    const [csv, , remainder] = task!.files.filter(({ purpose }) => purpose !== 'RESULT' && purpose !== 'SOURCE');
    expect(await flow.download(csv!)).toContain('\n,,,fast-data/CastFunction,pad,,DELETION_NOT_ALLOWED,/name,pad,');
    expect((await flow.download(remainder!)).trim().split('\n')).toHaveLength(1);
    expect(await namesOf()).toEqual(['fresh', 'pad', 'round', 'trim']);
  });

  it('keeps what something else still refers to, with all that it needs, and says what that is', async () => {
    const erp = systemOfRecord('erp');
    const orders = projection('orders', { system: 'erp', fields: { note: 'trim' } });
    await flow.import(bundleOf([erp, castFunction('trim'), orders, erSchema('theirs', { orders: [] })]), place);
    await flow.create(place, erSchema('mine', { orders: [] }));
    const kinds = ['fast-data/CastFunction', 'fast-data/Projection', 'fast-data/SystemOfRecord', 'fast-data/ErSchema'];
    const plan = await stage([castFunction('fresh')], { mirrorKinds: kinds, isDeletionAllowed: true });
    expect(actionsOf(plan)).toEqual({
      fresh: 'CREATE',
      erp: 'BLOCKED',
      trim: 'BLOCKED',
      orders: 'BLOCKED',
      theirs: 'DELETE',
    });
    const items = itemsByName(plan);
    expect(told(items['orders']!.problems)).toEqual([
      ['HAS_DEPENDENTS', 'ER schema "mine" depends on "orders", which is no longer in the file.'],
    ]);
    expect(told(items['trim']!.problems)).toEqual([
      ['HAS_DEPENDENTS', 'Projection "orders" depends on "trim", which is no longer in the file.'],
    ]);
    expect(items['erp']!.problems.map(({ message }) => message)).toEqual([
      'Projection "orders" is inside "erp", which is no longer in the file.',
    ]);
    // The fix of the first one.
    await flow.select(plan.id, false, { itemIds: ['orders', 'trim', 'erp'].map((name) => items[name]!.id) });
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', deletedCount: 1, skippedCount: 3 });
    expect(await namesOf()).toEqual(['erp', 'fresh', 'mine', 'orders', 'trim']);
  });

  it('deletes together what depends on each other, and what an update no longer refers to', async () => {
    const erp = systemOfRecord('erp');
    const before = projection('orders', { system: 'erp', fields: { note: 'trim' } });
    await flow.import(bundleOf([erp, castFunction('trim'), before, erSchema('er', { orders: [] })]), place);
    const after = projection('orders', { system: 'erp', fields: { note: null } });
    const kinds = ['fast-data/CastFunction', 'fast-data/ErSchema'];
    const options = { mirrorKinds: kinds, isDeletionAllowed: true, createStrategy: 'UPSERT' };
    const plan = await stage([erp, after], options);
    expect(actionsOf(plan)).toMatchObject({ orders: 'UPDATE', trim: 'DELETE', er: 'DELETE' });
    // An item that still refers to it keeps it.
    const other = await stage([erp, before], options);
    expect(actionsOf(other)).toMatchObject({ trim: 'BLOCKED', er: 'DELETE' });
    await flow.execute(plan.id);
    const emptied = await stage([castFunction('last')], {
      ...options,
      mirrorKinds: ['fast-data/Projection', 'fast-data/SystemOfRecord'],
    });
    expect((await flow.execute(emptied.id)).task).toMatchObject({ deletedCount: 2, createdCount: 1 });
    expect(await namesOf()).toEqual(['last']);
  });

  it('warns of what was changed here', async () => {
    await flow.import(bundleOf(first), place);
    const [pad] = await flow.resources(place);
    const update = 'mutation ($input: UpdateResourceInput!) { updateResource(input: $input) { problems { code } } }';
    await flow.ask(update, { input: { id: pad!.id, spec: { ...pad!.spec, description: 'ours' } } });
    const plan = await stage(second);
    expect(itemsByName(plan)['pad']!.problems).toMatchObject([{ code: 'CHANGED_SINCE_IMPORT', severity: 'WARNING' }]);
    expect(itemsByName(plan)['round']!.problems).toEqual([]);
  });

  it('deletes nothing that it did not show: what came meanwhile makes it be derived again', async () => {
    await flow.import(bundleOf(first.slice(0, 2)), place);
    const plan = await stage(second);
    await flow.import(bundleOf([castFunction('late')]), place);
    const { task, problems } = await flow.execute(plan.id);
    expect(task).toBeNull();
    expect(told(problems)).toEqual([
      ['TARGET_CHANGED', 'The import would also delete the cast function "late", which the plan did not show.'],
    ]);
    expect((await flow.execute(plan.id)).task).toMatchObject({ deletedCount: 2 });
    expect(await namesOf()).toEqual(['trim']);
  });

  it('has another fingerprint with deletions, and after one of them is deselected', async () => {
    await flow.import(bundleOf(first), place);
    const fingerprintOf = async (id: string) => {
      const query = 'query ($id: ID!) { importPlan(id: $id) { fingerprint } }';
      return (await flow.ask<{ importPlan: { fingerprint: string } }>(query, { id })).importPlan.fingerprint;
    };
    const plan = await stage(second, {});
    const seen = [await fingerprintOf(plan.id)];
    await flow.setOptions(plan.id, { mirrorKinds: [cast] });
    seen.push(await fingerprintOf(plan.id));
    await flow.setOptions(plan.id, { isDeletionAllowed: true });
    seen.push(await fingerprintOf(plan.id));
    await flow.select(plan.id, false, { itemIds: [deletionsOf(await flow.plan(plan.id))[0]!.id] });
    seen.push(await fingerprintOf(plan.id));
    expect(new Set(seen).size).toBe(4);
    // The same choices make the same fingerprint, whatever came before.
    await flow.select(plan.id, true);
    await flow.setOptions(plan.id, { mirrorKinds: [] });
    await flow.setOptions(plan.id, { mirrorKinds: [cast, cast] });
    expect(await fingerprintOf(plan.id)).toBe(seen[2]);
  });

  it('is not possible without a source, and only for kinds of this server', async () => {
    const foreign = JSON.stringify(erSchema('er', { orders: ['orders'] }).spec);
    const plan = await flow.stage(foreign, place);
    expect(plan.source?.project ?? null).toBeNull();
    expect(await flow.setOptions(plan.id, { mirrorKinds: [cast] })).toMatchObject([{ code: 'SOURCE_UNKNOWN' }]);
    expect(await flow.setOptions(plan.id, { mirrorKinds: ['fast-data/Cast'] })).toMatchObject([
      { code: 'UNKNOWN_KIND', path: ['input', 'mirrorKinds', '0'] },
    ]);
    const mirrored = await flow.stage(foreign, place, { options: { mirrorKinds: [cast] } });
    expect(mirrored.problems).toMatchObject([{ code: 'SOURCE_UNKNOWN', severity: 'WARNING' }]);
    const deletion = `${plan.id}.-1`;
    expect(await flow.select(plan.id, false, { itemIds: [deletion] })).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('shows its deletions alone, or without them, and refuses a new name for one', async () => {
    await flow.import(bundleOf(first), place);
    const { id } = await stage(second);
    const shown = async (isDeletion: boolean) =>
      (await flow.plan(id, { filter: { isDeletion } })).items.edges.map(({ node }) => node.name);
    expect([await shown(true), await shown(false)]).toEqual([['pad', 'round'], ['trim']]);
    const one = await flow.plan(id, { first: 1 });
    const rest = await flow.plan(id, { first: 5, after: one.items.pageInfo.endCursor });
    expect([one, rest].map((page) => page.items.edges.map(({ node }) => node.name))).toEqual([
      ['pad'],
      ['round', 'trim'],
    ]);
    expect(await flow.ask('query ($id: ID!) { node(id: $id) { id } }', { id: one.items.edges[0]!.node.id })).toEqual({
      node: { id: one.items.edges[0]!.node.id },
    });
    expect(await flow.rename(one.items.edges[0]!.node.id, 'x')).toMatchObject([{ code: 'RENAME_NOT_ALLOWED' }]);
  });
});
