/** Who asked for it is told when a task ends: once, signed, and again after a failure. */
import { grantRole, makeAccount } from '../support/accessScene.js';
import { askFor, callbackOf, settledCallback } from '../support/callbackFlow.js';
import { CallbackReceiver, expectedSignature } from '../support/callbackReceiver.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import type { GraphqlClient } from '../support/graphqlClient.js';
import { codesOf, ImportFlow, type Place } from '../support/importFlow.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { newCaller } from '../support/traceCollector.js';

const file = bundleOf(['f', 'g', 'h'].map((name) => castFunction(name)));

describe('a callback', () => {
  let receiver: CallbackReceiver;
  let server: TestServer;
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    receiver = await CallbackReceiver.start();
    server = await startTestServer({ settings: receiver.settings });
    flow = new ImportFlow(server);
  });
  beforeEach(async () => {
    place = await flow.makeProject();
    receiver.answer = 204;
    receiver.whenReceived = () => Promise.resolve();
  });
  afterAll(async () => {
    await server.stop();
    await receiver.stop();
  });

  const wish = (path: string, key = `key of ${path}`) => ({ callbackUrl: receiver.url(path), callbackKey: key });

  /** Stages the file with a callback to a path; gives the ids of plan and task. */
  async function stage(path: string, content = file): Promise<{ planId: string; taskId: string }> {
    const { plan, problems } = await server.upload(content, { branchId: place.branchId, ...wish(path) });
    if (!plan) throw new Error(JSON.stringify(problems));
    return { planId: plan.id, taskId: plan.task.id };
  }

  it('has an address that nobody is shown whole: its query never, its path to who chose it and to managers alone', async () => {
    const viewer = await makeAccount(server, 'viewer');
    await grantRole(server, viewer, { projectId: place.projectId, role: 'VIEWER' });
    const wanted = { callbackUrl: `${receiver.url('hooks/of-mine')}?key=open-sesame` };
    const { plan } = await server.upload(file, { branchId: place.branchId, ...wanted });
    await flow.ended(plan!.task.id);
    const document = `query ($id: ID!) { task(id: $id) { callback { url } } }`;
    const urlFor = async (client: GraphqlClient) => {
      const { data } = await client.query(document, { id: plan!.task.id });
      return (data as { task: { callback: { url: string } } }).task.callback.url;
    };
    expect(await urlFor(server)).toBe(receiver.url('hooks/of-mine'));
    expect(await urlFor(viewer.client)).toBe(new URL(receiver.url('')).origin);
  });

  it('comes once from the reading of a file, an import, an undo and an export, with counts, key and signature', async () => {
    const { planId, taskId: staged } = await stage('stage');
    await flow.ended(staged);
    const imported = await askFor(server, 'executeImport', { planId, ...wish('import') });
    await flow.ended(imported.task!.id);
    const selection = { branchId: place.branchId, all: true };
    const exported = await askFor(server, 'startExport', { selection, ...wish('export') });
    await flow.ended(exported.task!.id);
    const undone = await askFor(server, 'undoImport', { taskId: imported.task!.id, ...wish('undo') });
    await flow.ended(undone.task!.id);

    const expected = [
      ['stage', staged, { type: 'STAGE_IMPORT', processedCount: 3, createdCount: 0, deletedCount: 0 }],
      ['import', imported.task!.id, { type: 'EXECUTE_IMPORT', processedCount: 3, createdCount: 3, deletedCount: 0 }],
      ['export', exported.task!.id, { type: 'EXPORT', processedCount: 3, createdCount: 0, deletedCount: 0 }],
      ['undo', undone.task!.id, { type: 'UNDO_IMPORT', processedCount: 3, createdCount: 0, deletedCount: 3 }],
    ] as const;
    for (const [path, taskId, counts] of expected) {
      expect(await settledCallback(server, taskId)).toMatchObject({
        status: 'DELIVERED',
        attempts: 1,
        lastError: null,
      });
      const calls = await receiver.calls(path);
      expect(calls).toHaveLength(1);
      const rest = { updatedCount: 0, unchangedCount: 0, skippedCount: 0, failedCount: 0, totalCount: 3 };
      const { endedAt, ...content } = calls[0]!.content;
      expect(content).toEqual({
        ...{ taskId, status: 'COMPLETED', key: `key of ${path}`, errorMessage: null, attempt: 1 },
        ...{ ...rest, ...counts },
      });
      expect(Date.parse(String(endedAt))).toBeLessThanOrEqual(Date.now());
    }
  });

  it('is a POST of JSON whose signature covers the exact body and the time', async () => {
    const { taskId } = await stage('signed');
    await flow.ended(taskId);
    const [call] = await receiver.calls('signed');
    expect(call!.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'waybill' });
    expect(call!.headers['waybill-signature']).toBe(expectedSignature(call!));
    expect(Math.abs(Number(call!.headers['waybill-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
  });

  it('comes when the API shows the end of the task already', async () => {
    const seen: string[] = [];
    receiver.whenReceived = async ({ content }) => {
      seen.push((await flow.task(content.taskId)).status);
    };
    await stage('afterwards');
    await receiver.calls('afterwards');
    expect(seen).toEqual(['COMPLETED']);
  });

  it('is shown with its task: waiting, then delivered', async () => {
    let before: unknown;
    receiver.whenReceived = async ({ content }) => {
      before = await callbackOf(server, content.taskId);
    };
    const { taskId } = await stage('shown');
    const after = await settledCallback(server, taskId);
    const shown = { url: receiver.url('shown'), key: 'key of shown', attempts: 1, lastError: null };
    expect(before).toEqual({ ...shown, status: 'PENDING', deliveredAt: null });
    expect(after).toEqual({ ...shown, status: 'DELIVERED', deliveredAt: expect.any(String) as string });
  });

  it('is null for a task without a requested callback', async () => {
    const { plan } = await server.upload(file, { branchId: place.branchId });
    expect(await callbackOf(server, plan!.task.id)).toBeNull();
  });

  it('is tried again after answers of 500 until one of 200', async () => {
    receiver.nextAnswers.push(500, 500, 200);
    const { taskId } = await stage('patient');
    expect(await settledCallback(server, taskId)).toMatchObject({
      status: 'DELIVERED',
      attempts: 3,
      lastError: 'The receiver answered with status 500.',
    });
    const calls = await receiver.calls('patient', 3);
    expect(calls.map(({ content }) => content.attempt)).toEqual([1, 2, 3]);
    for (const call of calls) expect(call.headers['waybill-signature']).toBe(expectedSignature(call));
  });

  it('is given up after the last wait; the task is as it was', async () => {
    receiver.answer = 'CUT';
    const { taskId } = await stage('hopeless');
    const callback = await settledCallback(server, taskId);
    expect(callback).toMatchObject({ status: 'FAILED', attempts: 3, deliveredAt: null });
    expect(callback.lastError).toMatch(/^The receiver could not be reached \(.+\)\.$/);
    expect(await receiver.calls('hopeless')).toHaveLength(3);
    expect(await flow.task(taskId)).toMatchObject({ status: 'COMPLETED', errorMessage: null });
  });

  it('does not follow a redirect', async () => {
    receiver.answer = { redirectTo: receiver.url('elsewhere') };
    const { taskId } = await stage('moved');
    expect(await settledCallback(server, taskId)).toMatchObject({
      status: 'FAILED',
      lastError: 'The receiver answered with status 302; redirects are not followed.',
    });
    expect(receiver.received.filter(({ path }) => path === '/elsewhere')).toEqual([]);
  });

  it('reports a task that failed, and why', async () => {
    const { taskId } = await stage('failed', '{ "neither": "known" }');
    const { errorMessage } = await flow.ended(taskId);
    const [call] = await receiver.calls('failed');
    expect(errorMessage).toEqual(expect.any(String));
    expect(call!.content).toMatchObject({ taskId, status: 'FAILED', errorMessage, createdCount: 0 });
  });

  it('reports a task that was cancelled while it waited', async () => {
    const large = bundleOf(Array.from({ length: 20_000 }, (_, index) => castFunction(`f${index}`)));
    const first = await stage('first', large);
    const { taskId } = await stage('cancelled', large);
    const { cancelTask } = await server.operation('CancelTask', { input: { id: taskId } });
    expect(cancelTask.problems).toEqual([]);
    const [call] = await receiver.calls('cancelled');
    expect(call!.content).toMatchObject({ taskId, status: 'CANCELLED', processedCount: 0 });
    await flow.ended(first.taskId);
  });

  it('keeps what was asked for first when an upload is repeated with its idempotency key', async () => {
    const input = { branchId: place.branchId, idempotencyKey: 'once' };
    const first = await server.upload(file, { ...input, ...wish('original') });
    const again = await server.upload(file, { ...input, ...wish('repeated') });
    expect(again.plan!.id).toBe(first.plan!.id);
    const settled = await settledCallback(server, first.plan!.task.id);
    expect(settled).toMatchObject({ status: 'DELIVERED', key: 'key of original' });
  });

  it.each([
    ['no address', 'hooks', 'CALLBACK_INVALID'],
    ['an empty address', '', 'CALLBACK_INVALID'],
    ['a file', 'file:///etc/passwd', 'CALLBACK_INVALID'],
    ['another protocol', 'ftp://127.0.0.1/', 'CALLBACK_INVALID'],
    ['a password', 'http://user:opensesame@HOST/', 'CALLBACK_INVALID'],
    ['a long address', `http://HOST/${'a'.repeat(2000)}`, 'CALLBACK_INVALID'],
    ['another host', 'http://hooks.example/', 'CALLBACK_NOT_ALLOWED'],
    ['another name of the host', 'http://localhost:PORT/', 'CALLBACK_NOT_ALLOWED'],
    ['another port', 'http://127.0.0.1:1/', 'CALLBACK_NOT_ALLOWED'],
    ['the host as the user', 'http://127.0.0.1:PORT@hooks.example/', 'CALLBACK_INVALID CALLBACK_NOT_ALLOWED'],
  ])('to %s is refused by each task, and nothing starts', async (_what, address, codes) => {
    const [, port = ''] = receiver.host.split(':');
    const callbackUrl = address.replace('HOST', receiver.host).replace('PORT', port);
    const plan = await flow.stage(file, place);
    const answers = [
      await server.upload(file, { branchId: place.branchId, callbackUrl }),
      await askFor(server, 'startExport', { selection: { branchId: place.branchId, all: true }, callbackUrl }),
      await askFor(server, 'executeImport', { planId: plan.id, callbackUrl }),
    ];
    for (const { problems } of answers) {
      const own = problems.filter(({ path }) => path.join('.') === 'input.callbackUrl');
      expect(codesOf(own).join(' ')).toBe(codes);
      expect(JSON.stringify(problems)).not.toContain('sesame');
    }
    expect((await flow.plan(plan.id)).status).toBe('READY');
  });

  it('to a host that is not allowed is refused with a sentence that says how to allow it', async () => {
    const imported = await flow.import(file, place);
    const input = { taskId: imported.id, callbackUrl: 'https://hooks.example:8443/x' };
    const { task, problems } = await askFor(server, 'undoImport', input);
    expect(task).toBeNull();
    expect(problems).toEqual([
      {
        code: 'CALLBACK_NOT_ALLOWED',
        message: 'This server does not allow callbacks to "hooks.example:8443".',
        path: ['input', 'callbackUrl'],
        fix: 'Add hooks.example:8443 to the setting WAYBILL_CALLBACK_HOSTS of the server, or use the URL of an allowed host.',
      },
    ]);
  });

  it.each([
    ['is too long', 'k'.repeat(201), 'CALLBACK_INVALID'],
    ['holds U+0000', 'k\0', 'CHARACTER_NOT_ALLOWED'],
  ])('with a key that %s is refused', async (_what, key, code) => {
    const selection = { branchId: place.branchId, all: true };
    const { problems } = await askFor(server, 'startExport', { selection, ...wish('key', key) });
    expect(problems).toMatchObject([{ code, path: ['input', 'callbackKey'] }, { code: 'SELECTION_EMPTY' }]);
  });

  it('passes no trace on where there is no collector, and the audit log names none', async () => {
    const query = 'mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } } }';
    const input = { selection: { branchId: place.branchId, all: true }, ...wish('plain') };
    await flow.import(file, place);
    await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { ...server.authorization, 'content-type': 'application/json', traceparent: newCaller().header },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const [call] = await receiver.calls('plain');
    expect(call?.headers).not.toHaveProperty('traceparent');
    const { auditEvents } = await flow.ask<{ auditEvents: { nodes: { traceId: string | null }[] } }>(
      '{ auditEvents { nodes { traceId } } }',
      {},
    );
    expect(new Set(auditEvents.nodes.map(({ traceId }) => traceId))).toEqual(new Set([null]));
  });

  it('with a key and no address is refused', async () => {
    const { problems } = await server.upload(file, { branchId: place.branchId, callbackKey: 'k' });
    expect(problems).toMatchObject([{ code: 'CALLBACK_INVALID', path: ['input', 'callbackKey'] }]);
  });
});
