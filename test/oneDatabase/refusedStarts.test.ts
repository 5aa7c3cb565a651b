/** What keeps a server from starting is told in a sentence that says what to do. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ServerProcess } from '../support/serverProcess.js';

describe('a start', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waybill start '));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const spawn = (settings: Record<string, string>) =>
    ServerProcess.spawn(folder, {
      ...{ WAYBILL_DATA_DIR: path.join(folder, 'data'), WAYBILL_LOG_LEVEL: 'silent', WAYBILL_PORT: '0' },
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

  // Other places: test/unit/app/makeFolders.test.ts.
  it('with a data folder that cannot be written says so at once', async () => {
    expect(await refusal({ WAYBILL_DATA_DIR: '/proc/waybill' })).toMatch(
      /^The data folder \/proc\/waybill cannot be .* Set WAYBILL_DATA_DIR to a folder that the user of this server can write to\.$/,
    );
  });

  it('with a file in the place of its folder of stored files says so', async () => {
    const dataDir = path.join(folder, 'data');
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'files'), 'mine');
    expect(await refusal({})).toMatch(/^The data folder .* cannot be created, because a file has its name/);
  });

  it('with a database file that cannot be made says so', async () => {
    for (const file of ['/dev/null/waybill.sqlite', '/proc/waybill.sqlite']) {
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
