/** What the first starts of a server show, whatever came in between: a token, until one was used. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ServerProcess } from '../support/serverProcess.js';
import { makeTestDatabase, type TestDatabase } from '../support/testDatabase.js';

const tokenLine = /^The token of the superuser "admin", shown this once: (wbt_[\w-]{43})$/;

describe('a first start', () => {
  let folder: string;
  let database: TestDatabase;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waybill-start-'));
    database = await makeTestDatabase();
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
    await database.remove();
  });

  const spawn = (settings: Record<string, string>) =>
    ServerProcess.spawn(folder, {
      ...{ WAYBILL_DATA_DIR: path.join(folder, 'data'), WAYBILL_LOG_LEVEL: 'silent', WAYBILL_PORT: '0' },
      ...database.settings,
      ...settings,
    });

  /** The address of a server, and the secret in its greeting, if there is one. */
  async function greetingOf(server: ServerProcess): Promise<{ url: string; secret: string | undefined }> {
    const url = await server.ready();
    const lines = server.greeting.flatMap((line) => tokenLine.exec(line)?.[1] ?? []);
    expect(lines.length).toBeLessThan(2);
    return { url, secret: lines[0] };
  }

  const statusWith = async (url: string, token: string) => {
    const response = await fetch(`${url}/graphql?query={me{id}}`, { headers: { authorization: `Bearer ${token}` } });
    await response.text();
    return response.status;
  };

  it('on a port that is taken says so, and loses neither the token nor the demo', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const refused = spawn({ WAYBILL_PORT: String(port) });
    expect(await refused.end()).toEqual({ code: 1, signal: null });
    expect(refused.greeting).toEqual([]);
    expect(refused.stderr).toBe(
      `Port ${port} of 127.0.0.1 is in use by another program. Stop that one, or set WAYBILL_PORT to a free port.\n`,
    );
    other.close();
    const server = spawn({});
    const { url, secret = '' } = await greetingOf(server);
    const response = await fetch(`${url}/graphql?query={projects{totalCount}}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(await response.json()).toEqual({ data: { projects: { totalCount: 2 } } });
    await server.kill('SIGTERM');
  });

  it('shows a new first token until one was used, and none from then on', async () => {
    const settings = { WAYBILL_DEMO: 'false' };
    const first = spawn(settings);
    const { secret: firstSecret = '' } = await greetingOf(first);
    await first.kill('SIGKILL');
    const second = spawn(settings);
    const { url, secret: secondSecret = '' } = await greetingOf(second);
    expect(secondSecret).not.toBe(firstSecret);
    // Each of those shown holds until one of them was used; then that one alone does.
    expect(await statusWith(url, firstSecret)).toBe(200);
    expect([await statusWith(url, secondSecret), await statusWith(url, firstSecret)]).toEqual([401, 200]);
    await second.kill('SIGTERM');
    const third = spawn(settings);
    expect((await greetingOf(third)).secret).toBeUndefined();
    await third.kill('SIGTERM');
  });
});
