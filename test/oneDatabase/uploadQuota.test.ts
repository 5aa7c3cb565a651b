import { connect } from 'node:net';
import { once } from 'node:events';
import { makeAccount, grantRole } from '../support/accessScene.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema } from '../support/fastDataResources.js';
import { createProject } from '../support/projectScene.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

/** An upload that has begun and stands still; gives how to break it off. */
async function beginUpload(server: TestServer): Promise<() => Promise<void>> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  const head = [
    'POST /graphql HTTP/1.1',
    'Host: localhost',
    `Authorization: Bearer ${server.token}`,
    'apollo-require-preflight: true',
    'Content-Type: multipart/form-data; boundary=b',
    'Content-Length: 1000',
    '\r\n',
  ];
  socket.write(`${head.join('\r\n')}--b\r\n`);
  return async () => {
    socket.destroy();
    await once(socket, 'close');
  };
}

/** So much that the uploads of the other test come to less. */
const bytesPerHour = 1_200_000;

describe('uploads of one principal', () => {
  let server: TestServer;
  beforeAll(async () => {
    const settings = { WAYBILL_UPLOAD_BYTES_PER_HOUR: String(bytesPerHour), WAYBILL_UPLOADS_AT_ONCE: '2' };
    server = await startTestServer({ settings });
  });
  afterAll(() => server.stop());

  it('are refused when they come to more than it may send in an hour; those of others are not', async () => {
    const file = (await bundleText([makeErSchema('a', {})])).padEnd(bytesPerHour / 3);
    const { projectId, branchId } = await createProject(server, 'quota');
    const [one, other] = [await makeAccount(server, 'one'), await makeAccount(server, 'other')];
    for (const account of [one, other]) await grantRole(server, account, { projectId, role: 'EDITOR' });
    const answers = [];
    for (let index = 0; index < 3; index += 1) answers.push(await one.client.sendUpload(file, { branchId }));
    const refused = answers.find(({ status }) => status === 429);
    expect(answers[0]?.status).toBe(200);
    expect(refused?.errors).toMatchObject([{ extensions: { code: 'UPLOAD_LIMIT_REACHED' } }]);
    expect(refused?.errors?.[0]?.message).toMatch(/limit of \d+ bytes per hour .* in \d+ s\.$/);
    expect((await other.client.sendUpload(file, { branchId })).status).toBe(200);
    expect((await one.client.operation('Project', { key: 'quota' })).project).not.toBeNull();
  });

  it('are refused when too many are under way, until one of them is over', async () => {
    const { branchId } = await createProject(server, 'at-once');
    const file = await bundleText([makeErSchema('a', {})]);
    const statusOf = async () => (await server.sendUpload(file, { branchId })).status;
    const ends: (() => Promise<void>)[] = [];
    // The server may hear of an upload after the next request: one that comes too late is refused itself, and begun again.
    while (ends.length < 50) {
      ends.push(await beginUpload(server));
      for (let index = 0; index < 3; index += 1) await server.operation('Me');
      const statuses = [await statusOf(), await statusOf(), await statusOf()];
      if (statuses.every((status) => status === 429)) break;
    }
    const { errors } = await server.sendUpload(file, { branchId });
    expect(errors).toMatchObject([{ extensions: { code: 'UPLOAD_LIMIT_REACHED' } }]);
    for (const end of ends) await end();
    for (let tries = 0; tries < 200 && (await statusOf()) !== 200; tries += 1) await server.operation('Me');
    expect(await statusOf()).toBe(200);
  });
});
