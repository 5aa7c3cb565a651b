import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectFile } from '../../support/projectFile.js';

const repository = projectFile('.');
const driverPackage = /^(better-sqlite3|waybill-sqlite-)/;
const sentence = new RegExp(
  `^Node ${process.version} finds no SQLite driver that it can load: run \`npm ci\` with this version of Node.*\\.\n$`,
);

describe('the SQLite driver', () => {
  let folder: string;

  // The built server with every installed package but the driver: what npm leaves where it could not build one.
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waybill-driver-'));
    const packages = path.join(repository, 'node_modules');
    await mkdir(path.join(folder, 'node_modules'));
    for (const name of await readdir(packages)) {
      if (!driverPackage.test(name)) await symlink(path.join(packages, name), path.join(folder, 'node_modules', name));
    }
    await cp(path.join(repository, 'package.json'), path.join(folder, 'package.json'));
    await cp(path.join(repository, 'dist'), path.join(folder, 'dist'), { recursive: true });
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is missed in one sentence with the command that mends it', async () => {
    expect(await start()).toEqual({ code: 1, stderr: expect.stringMatching(sentence) as string });
  });

  it('is missed in the same sentence when it was built for another Node', async () => {
    for (const name of ['better-sqlite3-13', 'waybill-sqlite-node20']) {
      const driver = path.join(folder, 'node_modules', name);
      await mkdir(driver, { recursive: true });
      await writeFile(path.join(driver, 'index.js'), 'process.dlopen({ exports: {} }, __filename);\n');
    }
    expect(await start()).toEqual({ code: 1, stderr: expect.stringMatching(sentence) as string });
  });

  /** Starts the server, which has to end by itself. */
  function start(): Promise<{ code: unknown; stderr: string }> {
    const env = { PATH: process.env['PATH'], WAYBILL_PORT: '0', WAYBILL_DATA_DIR: path.join(folder, 'data') };
    return new Promise((resolve) => {
      execFile(process.execPath, [path.join(folder, 'dist/src/main.js')], { env }, (error, _stdout, stderr) => {
        resolve({ code: error?.code, stderr });
      });
    });
  }
});
