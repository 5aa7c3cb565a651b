import { castFunction, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { importDocuments } from '../support/importDocuments.js';
import { actionsOf, codesOf, ImportFlow, itemsByName, type PlanView } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface Prerequisite {
  kind: { name: string };
  name: string;
  toName: string | null;
  isPresent: boolean;
  requiredByCount: number;
  requiredBy: { nodes: { id: string; name: string }[] };
  candidates: { id: string; name: string; score: number }[];
}

const kind = 'fast-data/CastFunction';

/** Two projections that name a cast function which no file holds. */
const needing = [
  systemOfRecord('erp'),
  projection('orders', { system: 'erp', fields: { note: 'trimTxt' } }),
  projection('items', { system: 'erp', fields: { label: 'trimTxt' } }),
];

describe('the replacement of something that is missing', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const prerequisitesOf = async ({ id }: PlanView) => {
    const data = await flow.ask<{ importPlan: { prerequisites: { nodes: Prerequisite[] } } }>(
      importDocuments.prerequisites,
      {
        id,
      },
    );
    return data.importPlan.prerequisites.nodes;
  };
  const castFunctionOf = async (place: { branchId: string }, name: string) => {
    const resource = (await flow.resources(place)).find((one) => one.name === name);
    return (resource!.spec['fields'] as { castFunction?: string }[])[1]?.castFunction;
  };

  it('is chosen among candidates, answers every item that lacks it, and is written into what is imported', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('trimText'), castFunction('round')]), place);
    const plan = await flow.stage(bundleOf(needing), place);
    expect(plan.counts).toMatchObject({ create: 1, blocked: 2 });
    expect(itemsByName(plan)['orders']?.problems[0]?.fix).toContain('Did you mean "trimText"?');
    const [missing, ...others] = await prerequisitesOf(plan);
    expect(others).toEqual([]);
    expect(missing).toMatchObject({ kind: { name: kind }, name: 'trimTxt', isPresent: false, requiredByCount: 2 });
    expect(missing?.requiredBy.nodes.map(({ name }) => name)).toEqual(['orders', 'items']);
    expect(missing?.candidates.map(({ name }) => name)).toEqual(['trimText']);
    const [target] = await flow.resources(place).then((all) => all.filter(({ name }) => name === 'trimText'));
    expect(missing?.candidates[0]?.id).toBe(target?.id);

    expect(await flow.remap(plan.id, { kind, name: 'trimTxt', toName: 'trimText' })).toEqual([]);
    expect(await prerequisitesOf(plan)).toMatchObject([{ name: 'trimTxt', toName: 'trimText', isPresent: true }]);
    const answered = await flow.plan(plan.id);
    expect(answered).toMatchObject({ isExecutable: true, counts: { create: 3, blocked: 0 } });
    const { task } = await flow.execute(plan.id);
    expect(task).toMatchObject({ status: 'COMPLETED', createdCount: 3 });
    expect(await castFunctionOf(place, 'orders')).toBe('trimText');
    expect(await castFunctionOf(place, 'items')).toBe('trimText');
  });

  it('is taken back, and the items lack it again', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('trimText')]), place);
    const plan = await flow.stage(bundleOf(needing), place);
    const before = actionsOf(plan);
    await flow.remap(plan.id, { kind, name: 'trimTxt', toName: 'trimText' });
    expect(actionsOf(await flow.plan(plan.id))['orders']).toBe('CREATE');
    expect(await flow.remap(plan.id, { kind, name: 'trimTxt', toName: null })).toEqual([]);
    expect(actionsOf(await flow.plan(plan.id))).toEqual(before);
    expect(await prerequisitesOf(plan)).toMatchObject([{ toName: null, isPresent: false }]);
  });

  it('may be an item of the file, follows its new name, and is lacking when that is left out', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf([castFunction('trimText'), ...needing]), place);
    const item = itemsByName(plan)['trimText']!;
    expect((await prerequisitesOf(plan))[0]?.candidates).toMatchObject([{ id: item.id, name: 'trimText' }]);
    await flow.remap(plan.id, { kind, name: 'trimTxt', toName: 'trimText' });
    expect((await flow.plan(plan.id)).counts).toMatchObject({ create: 4, blocked: 0 });

    await flow.select(plan.id, false, { itemIds: [item.id] });
    expect(actionsOf(await flow.plan(plan.id))).toMatchObject({
      trimText: 'SKIPPED',
      orders: 'BLOCKED',
      items: 'BLOCKED',
    });
    expect(await prerequisitesOf(plan)).toMatchObject([{ isPresent: false }]);

    await flow.select(plan.id, true, { itemIds: [item.id] });
    expect(await flow.rename(item.id, 'trimmed')).toEqual([]);
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 4 });
    expect(await castFunctionOf(place, 'orders')).toBe('trimmed');
  });

  it('gives the same plan in whatever order it is chosen', async () => {
    const place = await flow.makeProject();
    const file = bundleOf([castFunction('trimText'), ...needing]);
    const plans = [await flow.stage(file, place), await flow.stage(file, place)];
    const [one, other] = plans.map((plan) => ({ id: plan.id, item: itemsByName(plan)['trimText']!.id }));
    await flow.remap(one!.id, { kind, name: 'trimTxt', toName: 'trimText' });
    await flow.rename(one!.item, 'trimmed');
    await flow.rename(other!.item, 'trimmed');
    await flow.remap(other!.id, { kind, name: 'trimTxt', toName: 'trimText' });
    const [first, second] = [await flow.plan(one!.id), await flow.plan(other!.id)];
    expect(actionsOf(second)).toEqual(actionsOf(first));
    expect(second.counts).toEqual(first.counts);
  });

  it('is refused with a sentence where it makes no sense', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('trimText')]), place);
    const plan = await flow.stage(
      bundleOf([castFunction('own'), ...needing, projection('more', { system: 'erp', fields: { a: 'own' } })]),
      place,
    );
    const choices = [
      [{ kind: 'no/Kind', name: 'trimTxt', toName: 'trimText' }, 'UNKNOWN_KIND', 'kind'],
      [{ kind, name: 'nobody', toName: 'trimText' }, 'NOT_FOUND', 'name'],
      [{ kind, name: 'trimTxt', toName: 'trimTex' }, 'DEPENDENCY_MISSING', 'toName'],
      [{ kind, name: 'own', toName: 'trimText' }, 'RENAME_NOT_ALLOWED', 'name'],
    ] as const;
    for (const [choice, code, field] of choices) {
      expect(await flow.remap(plan.id, choice)).toMatchObject([{ code, path: ['input', field] }]);
    }
    const [near] = await flow.remap(plan.id, choices[2][0]);
    expect(near?.fix).toBe('Did you mean "trimText"?');
    expect(codesOf(await flow.remap('x', choices[0][0]))).toEqual(['INVALID_ID']);
    expect(actionsOf(await flow.plan(plan.id))).toEqual(actionsOf(plan));
  });

  it('is found among thousands of names of the branch and of the file', async () => {
    const place = await flow.makeProject();
    const many = Array.from({ length: 5500 }, (_, index) => castFunction(`cast_${index}`));
    await flow.import(bundleOf([...many, castFunction('trimText')], { layout: 'JSONL' }), place);
    const ofBranch = await flow.stage(bundleOf(needing), place);
    expect(itemsByName(ofBranch)['orders']?.problems[0]?.fix).toContain('Did you mean "trimText"?');
    const others = Array.from({ length: 5500 }, (_, index) => castFunction(`made_${index}`));
    const file = bundleOf([...needing, ...others, castFunction('trimTexts')], { layout: 'JSONL' });
    const ofFile = await flow.stage(file, await flow.makeProject());
    const { items } = await flow.plan(ofFile.id, { filter: { actions: ['BLOCKED'] } });
    expect(items.edges[0]?.node.problems[0]?.fix).toContain('Did you mean "trimTexts"?');
  });
});
