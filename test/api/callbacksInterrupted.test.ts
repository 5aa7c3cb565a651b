/** Callbacks outlive the server that owes them, and several servers on one database share them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callbackOf, settledCallback, type CallbackState } from '../support/callbackFlow.js';
import { CallbackReceiver, expectedSignature } from '../support/callbackReceiver.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { ServerProcess } from '../support/serverProcess.js';
import { isPostgresWanted, makePostgresDatabase } from '../support/testDatabase.js';
import { startTestServer, TestServer } from '../support/testServer.js';
import { projectFile } from '../support/projectFile.js';

const onSqlite = isPostgresWanted() ? describe.skip : describe;
const onPostgres = isPostgresWanted() ? describe : describe.skip;

const file = bundleOf([castFunction('f')]);
const manyAttempts = Array.from({ length: 20 }, () => 1).join(',');
const clock = projectFile('test/support/steeredClock.mjs');

/** Uploads the file with a callback; gives the id of the task. */
async function stage(server: TestServer, { branchId }: Place, callbackUrl: string): Promise<string> {
  const { plan, problems } = await server.upload(file, { branchId, callbackUrl });
  if (!plan) throw new Error(JSON.stringify(problems));
  return plan.task.id;
}

/** Waits until the callback of a task is as it is to be. */
async function untilCallback(
  server: TestServer,
  taskId: string,
  isAsWanted: (callback: CallbackState) => boolean,
): Promise<CallbackState> {
  for (;;) {
    const callback = await callbackOf(server, taskId);
    if (isAsWanted(callback)) return callback;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a callback that is owed when the server ends', () => {
  let receiver: CallbackReceiver;
  let server: TestServer;
  let place: Place;
  beforeAll(async () => {
    receiver = await CallbackReceiver.start();
    server = await startTestServer({ settings: { ...receiver.settings, WAYBILL_CALLBACK_WAITS_MS: manyAttempts } });
    place = await new ImportFlow(server).makeProject();
  });
  beforeEach(() => {
    receiver.answer = 204;
  });
  afterAll(async () => {
    await server.stop();
    await receiver.stop();
  });

  it('is delivered after a restart when the receiver was down and the server was killed', async () => {
    receiver.answer = 'CUT';
    const taskId = await stage(server, place, receiver.url('down'));
    await untilCallback(server, taskId, ({ lastError }) => lastError !== null);
    await server.kill('SIGKILL');
    const before = receiver.received.length;
    receiver.answer = 204;
    await server.start();
    expect(await settledCallback(server, taskId)).toMatchObject({ status: 'DELIVERED' });
    const last = receiver.received.at(-1)!;
    expect(receiver.received).toHaveLength(before + 1);
    expect(last.content).toMatchObject({ taskId, status: 'COMPLETED', attempt: before + 1 });
    expect(last.headers['waybill-signature']).toBe(expectedSignature(last));
  });

  it('does not hold the server up when it is told to stop, and is tried again as if it had not been', async () => {
    receiver.nextAnswers.push('HANG');
    const taskId = await stage(server, place, receiver.url('slow'));
    await receiver.calls('slow');
    expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await server.start();
    // Had the server waited for the answer, the attempt would have failed, and would count.
    expect(await settledCallback(server, taskId)).toMatchObject({ status: 'DELIVERED', attempts: 1, lastError: null });
    expect((await receiver.calls('slow', 2)).map(({ content }) => content.attempt)).toEqual([1, 1]);
  });

  it('is not sent to a host that is allowed no more, and waits while no host is', async () => {
    receiver.answer = 'CUT';
    const taskId = await stage(server, place, receiver.url('former'));
    await untilCallback(server, taskId, ({ lastError }) => lastError !== null);
    await server.restart({ WAYBILL_CALLBACK_HOSTS: 'hooks.example' });
    const before = receiver.received.length;
    const refused = await untilCallback(server, taskId, ({ lastError }) => lastError!.includes('no longer'));
    expect(refused.lastError).toBe('The host of the URL is no longer in WAYBILL_CALLBACK_HOSTS.');
    expect(receiver.received).toHaveLength(before);
    await server.restart({ WAYBILL_CALLBACK_HOSTS: '' });
    const { problems } = await server.upload(file, { branchId: place.branchId, callbackUrl: receiver.url('off') });
    expect(problems).toMatchObject([{ code: 'CALLBACK_NOT_ALLOWED' }]);
    expect((await callbackOf(server, taskId)).status).toBe('PENDING');
    receiver.answer = 204;
    await server.restart();
    expect((await settledCallback(server, taskId)).status).toBe('DELIVERED');
  });
});

describe('a server with hosts of callbacks and no secret', () => {
  it('does not start, and says why', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    const settings = { WAYBILL_DATA_DIR: folder, WAYBILL_PORT: '0', WAYBILL_CALLBACK_HOSTS: 'hooks.example' };
    const server = ServerProcess.spawn(folder, settings);
    expect((await server.end()).code).toBe(1);
    await rm(folder, { recursive: true });
    expect(server.stderr).toMatch(/^WAYBILL_CALLBACK_HOSTS is set and WAYBILL_CALLBACK_SECRET is not; .+\.\n$/);
  });
});

// Elsewhere the time is that of the database.
onSqlite('a callback that is put off', () => {
  it('does not wait for a day when the clock is set back by one', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'waybill-clock-'));
    const receiver = await CallbackReceiver.start();
    const settings = { NODE_OPTIONS: `--import=${clock}`, TEST_CLOCK_FILE: path.join(folder, 'clock') };
    const waits = { WAYBILL_CALLBACK_WAITS_MS: '3600000' };
    const server = await startTestServer({ settings: { ...receiver.settings, ...settings, ...waits } });
    receiver.nextAnswers.push(500);
    const taskId = await stage(server, await new ImportFlow(server).makeProject(), receiver.url('clock'));
    await untilCallback(server, taskId, ({ lastError }) => lastError !== null);
    await writeFile(settings.TEST_CLOCK_FILE, String(-24 * 3_600_000));
    expect(await settledCallback(server, taskId)).toMatchObject({ status: 'DELIVERED', attempts: 2 });
    await server.stop();
    await receiver.stop();
    await rm(folder, { recursive: true });
  });
});

onPostgres('two servers on one database', () => {
  const onTestEnd: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of onTestEnd.splice(0)) await end();
  });

  it('deliver each callback once between them, whichever was asked', async () => {
    const receiver = await CallbackReceiver.start();
    const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    const shared = { dataDir, database: await makePostgresDatabase(), settings: receiver.settings };
    const [one, two] = [new TestServer(shared), new TestServer(shared)];
    onTestEnd.push(
      () => one.kill('SIGTERM'),
      () => two.stop(),
      () => receiver.stop(),
    );
    await Promise.all([one.start(), two.start()]);
    const place = await new ImportFlow(one).makeProject();
    const taskIds: string[] = [];
    for (const server of [one, two, one, two, one, two, one, two])
      taskIds.push(await stage(server, place, receiver.url('shared')));
    for (const taskId of taskIds) expect(await settledCallback(one, taskId)).toMatchObject({ status: 'DELIVERED' });
    // On a busy machine an attempt may run out of time and be made again; none is ever made by both.
    const attempts = receiver.received.map(({ content }) => `${content.taskId} ${content.attempt}`);
    expect(new Set(attempts).size).toBe(attempts.length);
    expect(new Set(receiver.received.map(({ content }) => content.taskId))).toEqual(new Set(taskIds));
  });
});
