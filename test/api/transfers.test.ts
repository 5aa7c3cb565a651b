/** Export and staging in one step, between branches of one server. */
import { grantRole, makeAccount, type Account } from '../support/accessScene.js';
import { auditEventsOf, mutate } from '../support/auditEvents.js';
import { strays } from '../support/faults.js';
import { makeErSchema, makeShop, makeSingleView } from '../support/fastDataResources.js';
import { codesOf } from '../support/importFlow.js';
import type { ImportPlanState, InputOf } from '../support/operationResults.js';
import {
  createProject,
  createResources,
  executePlan,
  exportFile,
  idOf,
  namesOn,
  present,
  readPlan,
  stageFile,
  type ProjectScene,
} from '../support/projectScene.js';
import { sharedServer, type SharedServer } from '../support/sharedServer.js';

type TransferInput = InputOf<'StageTransfer'>;

const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a transfer from branch to branch', () => {
  let server: SharedServer;
  let source: ProjectScene;
  let target: ProjectScene;
  beforeAll(async () => {
    server = await sharedServer();
    source = await createProject(server, 'source');
    await createResources(server, source.branchId, makeShop());
  });
  beforeEach(async () => {
    target = await createProject(server, `target-${++count}`, ['EVENT_DRIVEN']);
  });
  afterEach(async () => {
    expect(await strays(server)).toEqual([]);
  });

  let count = 0;
  const all = () => ({ branchId: source.branchId, all: true });
  const begin = async (input: Partial<TransferInput> = {}, client: Account['client'] = server) => {
    const given = { selection: all(), intoBranchId: target.branchId, ...input };
    return (await client.operation('StageTransfer', { input: given })).stageTransfer;
  };
  const transfer = async (input: Partial<TransferInput> = {}) => {
    const { plan, problems } = await begin(input);
    const { id, task } = present(plan, problems);
    return { task: await server.waitForTask(task.id), plan: await readPlan(server, id) };
  };

  it('comes to the plan that an export of the same, uploaded, comes to', async () => {
    await createResources(server, target.branchId, [makeErSchema('shop_relations', {})]);
    const selection = { branchId: source.branchId, kinds: ['fast-data/SingleView'] };
    const options = { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' } as const;
    const excludeIds = [await idOf(server, source.branchId, 'toUpperCase')];
    const { task, plan } = await transfer({ selection, excludeIds, options, mode: 'COPY' });
    const { text } = await exportFile(server, { selection, excludeIds });
    const uploaded = await stageFile(server, text, { branchId: target.branchId, mode: 'COPY', options });
    expect(comparable(plan)).toEqual(comparable(uploaded));
    expect(plan.counts.total).toBeGreaterThan(3);
    expect(task).toMatchObject({ status: 'COMPLETED', processedCount: plan.counts.total });
    expect(task.files).toMatchObject([{ purpose: 'SOURCE', mediaType: 'application/json' }]);
    const bytes = await (await fetch(task.files[0]!.url!)).text();
    expect(withoutTime(bytes)).toBe(withoutTime(text));
  });

  it('is carried out as any plan is, and references know their source', async () => {
    const { plan } = await transfer({
      mode: 'REFERENCE',
      selection: { ...all(), all: false, kinds: ['fast-data/ErSchema'] },
    });
    expect(plan.isExecutable).toBe(true);
    expect(await executePlan(server, plan.id)).toMatchObject({ status: 'COMPLETED' });
    expect(await namesOn(server, target.branchId)).toContain('shop_relations');
    const { resources } = await server.operation('Resources', { branchId: target.branchId });
    expect(resources!.edges[0]!.node).toMatchObject({ mode: 'REFERENCE', origin: { project: { key: source.key } } });
  });

  it('tells the audit logs of both projects', async () => {
    const { task } = await transfer();
    const ofSource = await auditEventsOf(server, { projectId: source.projectId, actions: ['EXPORT'] });
    expect(ofSource.find(({ subjectId }) => subjectId === task.id)).toMatchObject({
      outcome: 'SUCCEEDED',
      detail: { branchId: source.branchId, intoBranchId: target.branchId, fileName: task.files[0]!.name },
    });
    const [staged] = await auditEventsOf(server, { projectId: target.projectId, actions: ['STAGE'] });
    expect(staged).toMatchObject({
      subjectId: task.id,
      detail: { branchId: target.branchId, fromBranchId: source.branchId, fileName: task.files[0]!.name },
    });
  });

  it('gives the same plan for a key that is used again, and refuses the key for another transfer', async () => {
    const first = await begin({ idempotencyKey: 'once' });
    expect((await begin({ idempotencyKey: 'once', excludeIds: null })).plan?.id).toBe(first.plan!.id);
    expect((await begin({ idempotencyKey: 'once', mode: 'REFERENCE' })).problems).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] },
    ]);
    const [one, other] = await Promise.all([begin({ idempotencyKey: 'both' }), begin({ idempotencyKey: 'both' })]);
    expect(one.plan!.id).toBe(other.plan!.id);
    await Promise.all([first, one].map(({ plan }) => server.waitForTask(plan!.task.id)));
  });

  it('says all that is wrong at once', async () => {
    const { plan, problems } = await begin({ selection: { branchId: unknownId, all: true }, intoBranchId: 'nope' });
    expect(plan).toBeNull();
    expect(problems.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['NOT_FOUND', 'input.selection.branchId'],
      ['INVALID_ID', 'input.intoBranchId'],
    ]);
    const empty = await begin({ selection: { branchId: target.branchId, all: true }, callbackUrl: 'nowhere' });
    expect(codesOf(empty.problems)).toEqual(['CALLBACK_INVALID', 'SELECTION_EMPTY']);
  });

  describe('under the rights of both sides', () => {
    const account = async (roles: { source?: 'VIEWER' | 'EDITOR'; target?: 'VIEWER' | 'EDITOR' }) => {
      const made = await makeAccount(server, `account-${++count}`);
      if (roles.source) await grantRole(server, made, { projectId: source.projectId, role: roles.source });
      if (roles.target) await grantRole(server, made, { projectId: target.projectId, role: roles.target });
      return made;
    };
    const outcomeFor = async (roles: Parameters<typeof account>[0], input: Partial<TransferInput> = {}) => {
      const { plan, problems } = await begin(input, (await account(roles)).client);
      if (plan) await server.waitForTask(plan.task.id);
      return plan ? [] : problems.map(({ code, path }) => [code, path.join('.')]);
    };

    it('requires VIEWER of the source and EDITOR of the target', async () => {
      expect(await outcomeFor({ source: 'VIEWER', target: 'EDITOR' })).toEqual([]);
      expect(await outcomeFor({ source: 'EDITOR', target: 'VIEWER' })).toEqual([['FORBIDDEN', 'input']]);
    });

    it('answers for a branch that may not be seen as for one that is not there', async () => {
      const noSource = [['NOT_FOUND', 'input.selection.branchId']];
      const noTarget = [['NOT_FOUND', 'input.intoBranchId']];
      expect(await outcomeFor({ target: 'EDITOR' })).toEqual(noSource);
      expect(await outcomeFor({ target: 'EDITOR' }, { selection: { branchId: unknownId, all: true } })).toEqual(
        noSource,
      );
      expect(await outcomeFor({ source: 'EDITOR' })).toEqual(noTarget);
      expect(await outcomeFor({ source: 'EDITOR' }, { intoBranchId: unknownId })).toEqual(noTarget);
      expect(await outcomeFor({})).toEqual([...noSource, ...noTarget]);
    });

    it('does not hide from an editor of the target alone that their role is too little', async () => {
      expect(await outcomeFor({ target: 'VIEWER' })).toEqual([['FORBIDDEN', 'input']]);
    });

    it('says what an id is of that is of no branch, to who may see that', async () => {
      expect(await outcomeFor({ source: 'VIEWER', target: 'EDITOR' }, { intoBranchId: target.projectId })).toEqual([
        ['INVALID_ID', 'input.intoBranchId'],
      ]);
    });

    it('leaves out what is open to its readers alone, and does not name it', async () => {
      const place = await createProject(server, `restricted-${++count}`);
      const made = await createResources(server, place.branchId, [
        makeErSchema('er_secret', {}),
        makeSingleView('sv_open', { erSchema: 'er_secret' }),
      ]);
      const [viewer, reader] = [
        await makeAccount(server, `viewer-${++count}`),
        await makeAccount(server, `r-${count}`),
      ];
      for (const member of [viewer, reader]) {
        await grantRole(server, member, { projectId: place.projectId, role: 'VIEWER' });
        await grantRole(server, member, { projectId: target.projectId, role: 'EDITOR' });
      }
      const readers = [{ principalId: (await reader.client.operation('Me')).me.id }];
      const input = { resourceId: made.get('er_secret')!.id, readers };
      expect((await mutate(server, 'setResourceReaders', { input })).problems).toEqual([]);
      const { plan } = await begin({ selection: { branchId: place.branchId, all: true } }, viewer.client);
      await server.waitForTask(plan!.task.id);
      const { importPlan } = await viewer.client.operation('ImportPlan', { id: plan!.id });
      expect(importPlan!.items.edges.map(({ node }) => node.name)).toEqual(['sv_open']);
      const named = await begin(
        { selection: { branchId: place.branchId, resourceIds: [input.resourceId] } },
        viewer.client,
      );
      expect(codesOf(named.problems)).toEqual(['FORBIDDEN']);
      expect(JSON.stringify(named.problems)).not.toContain('er_secret');
      const { plan: whole } = await begin({ selection: { branchId: place.branchId, all: true } }, reader.client);
      await server.waitForTask(whole!.task.id);
      expect((await readPlan(server, whole!.id)).items.totalCount).toBe(2);
    });
  });
});

/** A plan without what differs from one plan of the same to the next. */
function comparable({ id: _, ...plan }: ImportPlanState): unknown {
  return JSON.parse(withoutTime(JSON.stringify(plan).replaceAll(/"id":"[^"]*"/g, '"id":""')));
}

function withoutTime(text: string): string {
  return text.replaceAll(/"(exportedAt|digest|bundleDigest)":"[^"]*"/g, '"$1":""');
}
