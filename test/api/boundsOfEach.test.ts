/** What one principal may have at once: tasks, WebSockets, and operations over them. */
import { once } from 'node:events';
import WebSocket from 'ws';
import { grantRole, makeAccount } from '../support/accessScene.js';
import { openSocket } from '../support/openSocket.js';
import { castFunction } from '../support/fastDataRecords.js';
import { makeErSchema } from '../support/fastDataResources.js';
import { createProject, createResources, type ProjectScene } from '../support/projectScene.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const storedBytesEach = 200_000;
const settings = {
  WAYBILL_TASKS_EACH: '5',
  WAYBILL_SOCKETS_EACH: '3',
  WAYBILL_SUBSCRIPTIONS_EACH: '4',
  WAYBILL_STORED_BYTES_EACH: String(storedBytesEach),
};

describe('what one principal may have at once', () => {
  let server: TestServer;
  let scene: ProjectScene;
  beforeAll(async () => {
    server = await startTestServer({ settings });
    scene = await createProject(server, 'bounds');
    await createResources(server, scene.branchId, [makeErSchema('er', {})]);
  });
  afterAll(() => server.stop());

  const startMany = (count: number, branchId: string) => {
    const one = (at: number) =>
      `a${at}: startExport(input: { selection: { branchId: "${branchId}", all: true } }) { task { id } problems { code } }`;
    return `mutation { ${Array.from({ length: count }, (_, at) => one(at)).join(' ')} }`;
  };

  it('is a number of tasks, however they are asked for; another principal has as many', async () => {
    const other = await makeAccount(server, 'other');
    await grantRole(server, other, { projectId: scene.projectId, role: 'EDITOR' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => server.query(startMany(20, scene.branchId))));
    const errors = answers.flatMap((answer) => answer.errors ?? []);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['TOO_MANY_TASKS']));
    expect(errors[0]?.message).toContain('WAYBILL_TASKS_EACH');
    const { data } = await other.client.query(startMany(1, scene.branchId));
    expect(data?.['a0']).toMatchObject({ problems: [] });
  });

  it('is what the files of their tasks come to; others have as much', async () => {
    const { branchId, projectId } = await createProject(server, 'bytes');
    await createResources(server, branchId, [
      makeErSchema('er', {}),
      castFunction('large', 'x'.repeat(storedBytesEach)),
    ]);
    const [one, other] = [await makeAccount(server, 'one'), await makeAccount(server, 'another')];
    for (const account of [one, other]) await grantRole(server, account, { projectId, role: 'EDITOR' });
    const { startExport } = await one.client.operation('StartExport', {
      input: { selection: { branchId, all: true } },
    });
    const { id } = await server.waitForTask(startExport.task!.id);
    const { task } = await server.operation('Task', { id });
    const { sizeBytes } = task!.files[0]!;
    expect(sizeBytes).toBeGreaterThan(storedBytesEach);
    const { errors } = await one.client.query(startMany(1, branchId));
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_STORED_BYTES' } }]);
    expect(errors![0]!.message).toContain(`${sizeBytes} bytes`);
    expect(errors![0]!.message).toContain('WAYBILL_STORED_BYTES_EACH');
    expect((await other.client.query(startMany(1, branchId))).data?.['a0']).toMatchObject({ problems: [] });
  });

  it('is a number of WebSockets; one that is closed makes room', async () => {
    const params = { authorization: `Bearer ${server.token}` };
    const sockets = [];
    for (let count = 0; count < 3; count += 1) sockets.push(await openSocket(server.url, { params }));
    expect(sockets.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
    expect((await openSocket(server.url, { params })).state).toBe(4429);
    for (const socket of sockets) {
      socket.close();
      await socket.closed;
    }
    // The server may hear of the end a little later.
    let state: string | number = 4429;
    while (state === 4429) {
      const socket = await openSocket(server.url, { params });
      ({ state } = socket);
      socket.close();
      await socket.closed;
    }
    expect(state).toBe('open');
  });

  it('is a number of operations over WebSockets', async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${server.token}` } }));
    await once(socket, 'message');
    const ended = new Promise<string>((resolve) => {
      socket.on('message', (data) => {
        const text = (data as Buffer).toString();
        if (text.includes('TOO_MANY_SUBSCRIPTIONS')) resolve(text);
      });
    });
    const query = 'subscription ($id: ID!) { taskProgress(id: $id) { id } }';
    for (let id = 0; id < 40; id += 1) {
      const payload = { query, variables: { id: '01a1fdb8-33c7-758c-8f66-e4d9ca2f2c39' } };
      socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload }));
    }
    expect(await ended).toContain('WAYBILL_SUBSCRIPTIONS_EACH');
    socket.terminate();
  });
});
