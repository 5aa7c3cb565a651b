import { castFunction, orchard } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { actionsOf, codesOf, ImportFlow } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('a plan whose branch changes before it is carried out', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it('fails, names why and changes nothing when what only the branch had was deleted', async () => {
    const place = await flow.makeProject();
    const cast = await flow.create(place, castFunction('trimText'));
    const plan = await flow.stage(bundleOf(orchard().filter(({ name }) => name !== 'trimText')), place);
    expect(plan.isExecutable).toBe(true);
    await server.query('mutation ($id: ID!) { deleteResource(input: { id: $id }) { problems { code } } }', {
      id: cast,
    });
    const { task, problems } = await flow.execute(plan.id);
    expect(task?.errorMessage ?? problems[0]?.message).toContain('"trees" requires cast function "trimText"');
    expect(task?.status ?? 'REFUSED').toMatch(/^(FAILED|REFUSED)$/);
    expect(await flow.resources(place)).toEqual([]);
    expect(await flow.plan(plan.id)).toMatchObject({ status: 'READY', isExecutable: false, counts: { blocked: 3 } });
  });

  it('says that it is not current until it is derived again, and what was chosen for it', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf([castFunction('calm')]), place);
    const look = async () => {
      const document = 'query ($id: ID!) { importPlan(id: $id) { isCurrent settings } }';
      return (await server.query(document, { id: plan.id })).data?.['importPlan'];
    };
    expect(await look()).toEqual({ isCurrent: true, settings: { mode: 'COPY' } });
    await flow.create(place, castFunction('calm', 'another()'));
    expect(await look()).toEqual({ isCurrent: false, settings: { mode: 'COPY' } });
    await flow.setOptions(plan.id, { createStrategy: 'UPSERT' });
    expect(await look()).toEqual({ isCurrent: true, settings: { mode: 'COPY', createStrategy: 'UPSERT' } });
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ calm: 'UPDATE' });
  });

  it('is refused, names what changed, and is derived again', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('updated', 'one()'), castFunction('removed', 'one()')]), place, {
      mode: 'REFERENCE',
    });
    const records = ['updated', 'removed', 'made', 'calm'].map((name) => castFunction(name, 'two()'));
    const plan = await flow.stage(bundleOf(records), place, { mode: 'REFERENCE' });
    expect(plan.counts).toMatchObject({ referenceUpdate: 2, create: 2 });
    const [removed, updated] = await flow.resources(place);
    await server.query('mutation ($id: ID!) { detachReference(input: { id: $id }) { problems { code } } }', {
      id: updated!.id,
    });
    await server.query('mutation ($id: ID!) { deleteResource(input: { id: $id }) { problems { code } } }', {
      id: removed!.id,
    });
    const madeId = await flow.create(place, castFunction('made'));
    const before = await flow.resources(place);

    const { task, problems } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect(task).toBeNull();
    expect(problems.map(({ code, message, resourceId }) => [code, message, resourceId ?? null])).toEqual([
      [
        'TARGET_CHANGED',
        'The cast function "updated" was changed on the branch after the plan was derived.',
        updated!.id,
      ],
      ['TARGET_CHANGED', 'The cast function "removed" was deleted on the branch after the plan was derived.', null],
      ['TARGET_CHANGED', 'The cast function "made" was created on the branch after the plan was derived.', madeId],
    ]);
    expect(await flow.resources(place)).toEqual(before);
    expect(actionsOf(await flow.plan(plan.id))).toEqual({
      updated: 'COLLISION',
      removed: 'CREATE',
      made: 'COLLISION',
      calm: 'CREATE',
    });
    expect((await flow.execute(plan.id, 'ON_ERROR_CONTINUE')).task).toMatchObject({ createdCount: 2, failedCount: 2 });
  });

  it('is refused when what a left-out item is bound to was deleted, and changes nothing', async () => {
    const place = await flow.makeProject();
    const cast = await flow.create(place, castFunction('trimText'));
    const plan = await flow.stage(bundleOf(orchard()), place);
    await flow.select(plan.id, false, { kinds: ['fast-data/CastFunction'] });
    expect((await flow.plan(plan.id)).isExecutable).toBe(true);
    await server.query('mutation ($id: ID!) { deleteResource(input: { id: $id }) { problems { code } } }', {
      id: cast,
    });
    const { task, problems } = await flow.execute(plan.id);
    expect(task).toBeNull();
    expect(problems[0]).toMatchObject({ code: 'TARGET_CHANGED', name: 'trimText' });
    expect(await flow.resources(place)).toEqual([]);
    expect((await flow.execute(plan.id)).task).toBeNull();
    expect(await flow.plan(plan.id)).toMatchObject({
      status: 'READY',
      isExecutable: false,
      counts: { skipped: 1, blocked: 3 },
    });
  });

  it('runs once when it is asked for several times at once', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf(orchard()), place);
    const asked = await Promise.all([1, 2, 3, 4].map(() => flow.execute(plan.id)));
    expect(asked.filter(({ task }) => task !== null)).toHaveLength(1);
    const refused = asked.flatMap(({ problems }) => problems);
    expect(refused.map(({ code }) => code)).toEqual(['PLAN_NOT_READY', 'PLAN_NOT_READY', 'PLAN_NOT_READY']);
    expect(await flow.resources(place)).toHaveLength(6);
    expect(codesOf((await flow.execute(plan.id)).problems)).toEqual(['PLAN_NOT_READY']);
  });

  it('of several plans for one branch at once applies each whole or not at all', async () => {
    const place = await flow.makeProject();
    const files = [1, 2, 3].map((version) =>
      bundleOf([castFunction('shared', `v${version}()`), castFunction(`own_${version}`)]),
    );
    const plans = await Promise.all(files.map((file) => flow.stage(file, place)));
    const ends = await Promise.all(plans.map(({ id }) => flow.execute(id)));
    const done = ends.filter(({ task }) => task?.status === 'COMPLETED');
    expect(done).toHaveLength(1);
    expect(await flow.resources(place)).toHaveLength(2);
    for (const { task, problems } of ends) {
      if (task?.status === 'COMPLETED') continue;
      expect(task?.errorMessage ?? problems[0]?.message).toContain('"shared"');
    }
  });
});
