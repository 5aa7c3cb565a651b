import { castFunction, erSchema, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place, type PlanProblem } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const records = [
  systemOfRecord('erp'),
  castFunction('trim'),
  projection('orders', { system: 'erp', fields: { note: 'trim' } }),
  erSchema('er', { orders: [] }),
];
const file = bundleOf(records);

describe('a plan that was approved by its fingerprint', () => {
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

  const fingerprintOf = async (id: string) => {
    const document = 'query ($id: ID!) { importPlan(id: $id) { fingerprint } }';
    return (await flow.ask<{ importPlan: { fingerprint: string | null } }>(document, { id })).importPlan.fingerprint;
  };
  const execute = async (planId: string, expectedFingerprint: string | null) => {
    const document = `mutation ($input: ExecuteImportInput!) {
      executeImport(input: $input) { task { id } problems { code message fix path } } }`;
    const input = { planId, expectedFingerprint };
    const { executeImport } = await flow.ask<{
      executeImport: { task: { id: string } | null; problems: PlanProblem[] };
    }>(document, { input });
    const { task, problems } = executeImport;
    return { task: task && (await flow.ended(task.id)), problems };
  };
  const refusalsOf = async (planId: string, expectedFingerprint: string) => {
    const { task, problems } = await execute(planId, expectedFingerprint);
    expect([task, [...new Set(problems.map(({ code }) => code))]]).toEqual([null, ['PLAN_CHANGED']]);
    expect((await flow.resources(place)).filter(({ name }) => name === 'er')).toEqual([]);
    return problems.map(({ message }) => message);
  };
  const itemOf = async (planId: string, name: string) =>
    (await flow.plan(planId)).items.edges.find(({ node }) => node.name === name)!.node.id;

  it('is executed exactly, and has no fingerprint afterwards', async () => {
    const { id } = await flow.stage(file, place);
    const fingerprint = await fingerprintOf(id);
    expect(fingerprint).toMatch(/^1(\.[\w-]{22}){7}$/);
    expect(await fingerprintOf(id)).toBe(fingerprint);
    expect((await execute(id, fingerprint)).task).toMatchObject({ status: 'COMPLETED', createdCount: 4 });
    expect(await fingerprintOf(id)).toBeNull();
  });

  it('counts until the time that it was sealed with, which cannot be changed by itself', async () => {
    const { id } = await flow.stage(file, place);
    const sealedUntil = async (expiresAt: string) => {
      const document =
        'query ($id: ID!, $expiresAt: DateTime) { importPlan(id: $id) { fingerprint(expiresAt: $expiresAt) } }';
      return (await flow.ask<{ importPlan: { fingerprint: string } }>(document, { id, expiresAt })).importPlan
        .fingerprint;
    };
    const expired = await sealedUntil('2020-01-01T00:00:00.000Z');
    expect((await execute(id, expired)).problems).toMatchObject([
      {
        code: 'SEAL_EXPIRED',
        message: 'The approval of the plan has expired: it counted until 2020-01-01T00:00:00.000Z.',
        path: ['input', 'expectedFingerprint'],
      },
    ]);
    const later = await sealedUntil('2100-01-01T00:00:00.000Z');
    const [, time = ''] = /\.([^.]+)\.[^.]+$/.exec(later)!;
    for (const changed of [expired.replace(/\.[^.]+(\.[^.]+)$/, `.${time}$1`), later.slice(0, -1), `${later}.x`])
      expect((await execute(id, changed)).problems).toMatchObject([{ code: 'PLAN_CHANGED' }]);
    // The fix: a new approval.
    expect((await execute(id, later)).task).toMatchObject({ status: 'COMPLETED' });
  });

  it('is the same for the same file, choices and target, and another after each choice', async () => {
    const [one, two] = [await flow.stage(file, place), await flow.stage(file, place)];
    const fingerprint = await fingerprintOf(one.id);
    expect(await fingerprintOf(two.id)).toBe(fingerprint);
    const seen = [fingerprint];
    const change = async (work: () => Promise<PlanProblem[]>) => {
      expect(await work()).toEqual([]);
      const next = await fingerprintOf(one.id);
      expect(seen).not.toContain(next);
      seen.push(next);
    };
    await change(() => flow.setOptions(one.id, { createStrategy: 'UPSERT' }));
    await change(() => flow.setMode(one.id, 'REFERENCE', { kinds: ['fast-data/CastFunction'] }));
    await change(async () => flow.rename(await itemOf(one.id, 'trim'), 'trimmed'));
    await change(async () => flow.select(one.id, false, { itemIds: [await itemOf(one.id, 'er')] }));
    // Taking everything back gives the first one again: it says what would be done, not how it came to be.
    await flow.select(one.id, true);
    await flow.rename(await itemOf(one.id, 'trim'), 'trim');
    await flow.setMode(one.id, 'COPY');
    await flow.setOptions(one.id, { createStrategy: 'INSERT' });
    await flow.setOptions(two.id, { createStrategy: 'INSERT' });
    expect(await fingerprintOf(one.id)).toBe(await fingerprintOf(two.id));
  });

  it.each([
    ['settings', (id: string) => flow.setOptions(id, { createStrategy: 'UPSERT' }), /other settings/],
    ['modes', (id: string) => flow.setMode(id, 'REFERENCE', { kinds: ['fast-data/CastFunction'] }), /as references/],
    ['names', async (id: string) => flow.rename(await itemOf(id, 'trim'), 'trimmed'), /other new names/],
    [
      'the selection',
      async (id: string) => flow.select(id, false, { itemIds: [await itemOf(id, 'er')] }),
      /Other items are selected/,
    ],
  ])('is refused after a change of %s, which it names', async (_what, change, sentence) => {
    const { id } = await flow.stage(file, place);
    const fingerprint = (await fingerprintOf(id))!;
    await change(id);
    expect(await refusalsOf(id, fingerprint)).toEqual([expect.stringMatching(sentence)]);
  });

  it('is refused for another file, and for what is no fingerprint', async () => {
    const { id } = await flow.stage(file, place);
    const other = await flow.stage(bundleOf(records.slice(0, 2)), place);
    expect(await refusalsOf(other.id, (await fingerprintOf(id))!)).toEqual([
      expect.stringContaining('of another file'),
    ]);
    expect(await refusalsOf(id, 'abc')).toEqual(['This is not the fingerprint of an import plan.']);
  });

  it('is refused when the branch has changed under its names, also after the plan was derived again', async () => {
    await flow.create(place, castFunction('trim', 'one()'));
    const { id } = await flow.stage(file, place, { options: { createStrategy: 'UPSERT' } });
    const fingerprint = (await fingerprintOf(id))!;
    const [trim] = await flow.resources(place);
    const update = 'mutation ($input: UpdateResourceInput!) { updateResource(input: $input) { problems { code } } }';
    const spec = { ...trim!.spec, description: 'changed' };
    await flow.ask(update, { input: { id: trim!.id, spec } });
    const first = await execute(id, fingerprint);
    expect([first.task, first.problems]).toMatchObject([null, [{ code: 'TARGET_CHANGED' }]]);
    const [sentence] = await refusalsOf(id, fingerprint);
    expect(sentence).toContain('Changed since the upload: cast function "trim".');
    expect((await execute(id, await fingerprintOf(id))).task).toMatchObject({ status: 'COMPLETED' });
  });

  it('is executed although something else on the branch has changed', async () => {
    const { id } = await flow.stage(file, place);
    const fingerprint = await fingerprintOf(id);
    await flow.create(place, castFunction('elsewhere'));
    expect((await execute(id, fingerprint)).task).toMatchObject({ status: 'COMPLETED' });
  });

  it('is in the audit log with both fingerprints', async () => {
    const { id } = await flow.stage(file, place);
    const approved = (await fingerprintOf(id))!;
    await flow.setMode(id, 'REFERENCE', { kinds: ['fast-data/CastFunction'] });
    await execute(id, approved);
    const changed = await fingerprintOf(id);
    await execute(id, changed);
    const { auditEvents } = await flow.ask<{ auditEvents: { nodes: { outcome: string; detail: object }[] } }>(
      'query ($id: ID!) { auditEvents(filter: { projectId: $id, actions: [IMPORT] }) { nodes { outcome detail } } }',
      { id: place.projectId },
    );
    expect(auditEvents.nodes).toMatchObject([
      { outcome: 'SUCCEEDED', detail: { planId: id, expectedFingerprint: changed } },
      { outcome: 'FAILED', detail: { planId: id, expectedFingerprint: approved, fingerprint: changed } },
    ]);
  });
});
