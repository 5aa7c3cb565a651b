/** What the log tells, and that it tells no secret. */
import { makeAccount } from '../support/accessScene.js';
import { askFor, settledCallback } from '../support/callbackFlow.js';
import { CallbackReceiver, callbackSecret } from '../support/callbackReceiver.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { openSocket } from '../support/openSocket.js';
import { adminToken, startTestServer, type TestServer } from '../support/testServer.js';

describe('the log', () => {
  let receiver: CallbackReceiver;
  let server: TestServer;
  let place: Place;
  beforeAll(async () => {
    receiver = await CallbackReceiver.start();
    server = await startTestServer({ settings: { ...receiver.settings, WAYBILL_LOG_LEVEL: 'debug' } });
    const flow = new ImportFlow(server);
    place = await flow.makeProject();
    await flow.create(place, castFunction('exported'));
  });
  afterAll(async () => {
    await server.stop();
    await receiver.stop();
  });

  const lines = () =>
    server.log
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  /** The line comes by another way than the answer, and may be later. */
  async function lineWith(expected: Record<string, unknown>): Promise<Record<string, unknown>> {
    for (;;) {
      const found = lines().find((line) => Object.entries(expected).every(([name, value]) => line[name] === value));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('warns of a task that failed, with its type, project, status, code and duration', async () => {
    const { plan } = await server.upload('{"format": "unknown"}', { branchId: place.branchId });
    const { status } = await server.waitForTask(plan!.task.id);
    expect(status).toBe('FAILED');
    expect(await lineWith({ taskId: plan!.task.id, msg: 'task failed' })).toMatchObject({
      level: 40,
      type: 'STAGE_IMPORT',
      projectId: place.projectId,
      status: 'FAILED',
      code: expect.stringMatching(/^[A-Z_]+$/) as string,
      durationMs: expect.any(Number) as number,
    });
  });

  it('tells at the level debug which operations were asked, and how long each took', async () => {
    await server.operation('Me');
    const told = { level: 20, type: 'query', durationMs: expect.any(Number) as number };
    expect(await lineWith({ msg: 'operation', operation: 'Me' })).toMatchObject(told);
    const { startExport } = await server.operation('StartExport', {
      input: { selection: { branchId: place.branchId, all: true } },
    });
    for await (const state of server.subscribe(startExport.task!.id)) expect(state.id).toBe(startExport.task!.id);
    expect(await lineWith({ msg: 'operation', operation: 'StartExport' })).toMatchObject({ type: 'mutation' });
    expect(await lineWith({ msg: 'operation', type: 'subscription' })).toMatchObject({ level: 20 });
  });

  it('holds no token, signed address or secret of callbacks, whatever is done and goes wrong', async () => {
    const account = await makeAccount(server, 'logged', true);
    const secrets = [adminToken, account.secret, callbackSecret, 'key-of-a-hook', 'wrong-token', 'name-of-nothing'];
    const flow = new ImportFlow(server);
    const plan = await flow.stage(bundleOf([castFunction('logged')]), place);
    await server.operation('ImportPlan', { id: plan.id });
    const callback = { callbackUrl: `${receiver.url('hook')}?key=key-of-a-hook`, callbackKey: 'mine' };
    receiver.nextAnswers.push(500, 'CUT');
    const input = { selection: { branchId: place.branchId, all: true }, ...callback };
    const { task } = await askFor(account.client, 'startExport', input);
    await settledCallback(server, task!.id);
    const { data } = await server.query('query ($id: ID!) { task(id: $id) { files { url } } }', { id: task!.id });
    const [{ url = '' } = {}] = (data as { task: { files: { url?: string }[] } }).task.files;
    for (const part of new URL(url).searchParams.values()) if (part.length > 12) secrets.push(part);
    expect(secrets.length).toBeGreaterThan(6);
    await (await fetch(url)).text();
    await (await fetch(`${url}x`)).text();
    for (const token of [account.secret, 'wrong-token']) {
      const authorization = `Bearer ${token}`;
      (await openSocket(server.url, { params: { Authorization: authorization } })).close();
      await server.as(token).query('query Named { me { name } }');
      await server.as(token).query(`{ ${token.replaceAll('-', '_')} }`);
      await server.as(token).sendUpload('no file', { branchId: place.branchId });
      const headers = { authorization, 'content-type': 'application/json' };
      await (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: '{"query": ' })).text();
      await (await fetch(`${server.url}/graphql?access_token=${token}`, { headers })).text();
      await (await fetch(`${server.url}/graphql?access_token=${token}`)).text();
    }
    const named = { query: '{ me { id } }', operationName: 'name-of-nothing' };
    const headers = { ...server.authorization, 'content-type': 'application/json' };
    await (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(named) })).text();
    await server.operation('RevokeToken', { input: { id: account.tokenId } });
    await server.operation('Projects');
    await lineWith({ msg: 'operation', operation: 'Projects' });
    for (const secret of secrets) expect(server.log).not.toContain(secret);
  });
});
