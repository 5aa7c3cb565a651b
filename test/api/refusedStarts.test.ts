/** What keeps a server from starting is told in a sentence that says what to do, and nothing of the start is lost by it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ServerProcess } from '../support/serverProcess.js';
import { makeTestDatabase, type TestDatabase } from '../support/testDatabase.js';

const tokenLine = /^The token of the superuser "admin", shown this once: (wbt_[\w-]{43})$/;

describe('a start', () => {
  let folder: string;
  let database: TestDatabase;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waybill start '));
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

  /** What it wrote instead of starting. */
  async function refusal(settings: Record<string, string>): Promise<string> {
    const server = spawn(settings);
    expect(await server.end()).toEqual({ code: 1, signal: null });
    expect(server.greeting).toEqual([]);
    expect(server.stderr).not.toMatch(/\n\s+at |node:/);
    return server.stderr.trim();
  }

  /** The secret in the greeting of a start, if there is one. */
  async function secretOf(server: ServerProcess): Promise<string | undefined> {
    await server.ready();
    const lines = server.greeting.flatMap((line) => tokenLine.exec(line)?.[1] ?? []);
    expect(lines.length).toBeLessThan(2);
    return lines[0];
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
    expect(await refusal({ WAYBILL_PORT: String(port) })).toBe(
      `Port ${port} of 127.0.0.1 is in use by another program. Stop that one, or set WAYBILL_PORT to a free port.`,
    );
    other.close();
    const server = spawn({});
    const url = await server.ready();
    const [secret = ''] = server.greeting.flatMap((line) => tokenLine.exec(line)?.[1] ?? []);
    const response = await fetch(`${url}/graphql?query={projects{totalCount}}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(await response.json()).toEqual({ data: { projects: { totalCount: 2 } } });
    await server.kill('SIGTERM');
  });

  it('shows a new first token until one was used, and none from then on', async () => {
    const settings = { WAYBILL_DEMO: 'false' };
    const first = spawn(settings);
    const firstSecret = (await secretOf(first)) ?? '';
    await first.kill('SIGKILL');
    const second = spawn(settings);
    const secondSecret = (await secretOf(second)) ?? '';
    expect(secondSecret).not.toBe(firstSecret);
    await second.kill('SIGTERM');
    const third = spawn(settings);
    const url = await third.ready();
    expect(third.greeting.some((line) => tokenLine.test(line))).toBe(true);
    // Each of those shown holds until one of them was used; then that one alone does.
    expect(await statusWith(url, secondSecret)).toBe(200);
    expect([await statusWith(url, firstSecret), await statusWith(url, secondSecret)]).toEqual([401, 200]);
    await third.kill('SIGTERM');
    const fourth = spawn(settings);
    expect(await secretOf(fourth)).toBeUndefined();
    await fourth.kill('SIGTERM');
  });

  it('with a file in the place of its data folder, or of one above it, says so', async () => {
    const file = path.join(folder, 'a file');
    await writeFile(file, 'mine');
    for (const dataDir of [file, path.join(file, 'data')]) {
      const said = await refusal({ WAYBILL_DATA_DIR: dataDir });
      expect(said).toMatch(
        /^The data folder .* cannot be created, because a file has its name \(.*\)\. Set WAYBILL_DATA_DIR /,
      );
      expect(said).toContain(dataDir);
    }
  });

  it('with a data folder that cannot be written says so at once, whatever its path', async () => {
    const places = [
      '/proc',
      '/proc/waybill',
      '/proc/way/bill',
      '/sys',
      '/dev/null',
      '/dev/null/data',
      `/tmp/${'x'.repeat(300)}`,
    ];
    for (const dataDir of places) {
      const said = await refusal({ WAYBILL_DATA_DIR: dataDir });
      expect(said).toMatch(
        /^The data folder \S+ cannot be .* Set WAYBILL_DATA_DIR to a folder that the user of this server can write to\.$/,
      );
      expect(said).toContain(`The data folder ${dataDir} `);
    }
  });

  it('with a file in the place of its folder of stored files says so', async () => {
    const dataDir = path.join(folder, 'data');
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'files'), 'mine');
    expect(await refusal({})).toMatch(/^The data folder .* cannot be created, because a file has its name/);
  });

  it('with a database file that cannot be made says so', async () => {
    for (const file of ['/dev/null/waybill.sqlite', '/proc/waybill/waybill.sqlite', '/proc/waybill.sqlite']) {
      const said = await refusal({ WAYBILL_DATABASE_URL: `sqlite:${file}` });
      expect(said).toContain(file);
      expect(said.split('\n')).toHaveLength(1);
    }
  });

  it.each([`with space, per%20cent, question?mark=1, hash#mark, it's "ü-中";b`])(
    'works in a data folder named %j',
    async (name) => {
      const server = spawn({ WAYBILL_DATA_DIR: path.join(folder, name), WAYBILL_DEMO: 'false' });
      const url = await server.ready();
      expect((await fetch(`${url}/ready`)).status).toBe(200);
      expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    },
  );

  it('with a setting that there is not, in the environment or in .env, names the nearest', async () => {
    const sentence = 'There is no setting WAYBILL_PROT; the nearest name is WAYBILL_PORT.';
    expect(await refusal({ WAYBILL_PROT: '4001' })).toBe(sentence);
    await writeFile(path.join(folder, '.env'), 'WAYBILL_PROT=4001\n');
    expect(await refusal({})).toBe(sentence);
  });
});
