/** A start never takes what is not its own: neither the files of another installation, nor the database of a newer version. */
import { sql } from '../../src/database/worker.js';
import { mkdtemp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { createProject } from '../support/projectScene.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const strayId = '01a1fdbf-0000-7000-8000-000000000000';

describe('a server', () => {
  let server: TestServer;
  let aside: string;
  beforeEach(async () => {
    aside = await mkdtemp(path.join(tmpdir(), 'waybill-aside-'));
    server = await startTestServer();
  });
  afterEach(async () => {
    await server.stop();
    await rm(aside, { recursive: true });
  });

  const storeFile = async () => {
    const { branchId } = await createProject(server, 'stored');
    await new ImportFlow(server).import(bundleOf([castFunction('f')]), { branchId });
  };
  const inFiles = (name: string) => path.join(server.dataDir, 'files', name);
  const files = async () => (await readdir(path.join(server.dataDir, 'files'))).sort();
  const otherDatabase = () => ({
    WAYBILL_DATABASE_URL: `sqlite:${path.join(aside, 'other.sqlite')}`,
    WAYBILL_REDIS_URL: '',
  });
  const refusalOf = async (settings: Record<string, string>) => {
    const error = await server.start(settings).then(
      () => undefined,
      (reason: unknown) => reason as Error,
    );
    return error?.message ?? 'It started.';
  };

  it('removes what a crash left half done, and nothing that it could not have written itself', async () => {
    await storeFile();
    const stored = await files();
    await server.kill('SIGTERM');
    const [one, other] = [strayId, strayId.replace('1a1', '1a2')];
    for (const name of [one, `${other}.part`, 'notes.txt', one.toUpperCase(), `${one}.bak`]) {
      await writeFile(inFiles(name), 'x');
    }
    const folder = strayId.replace('1a1', '1a3');
    await mkdir(inFiles(folder));
    await writeFile(path.join(inFiles(folder), 'inside'), 'x');
    await writeFile(path.join(aside, 'elsewhere'), 'x');
    const linked = strayId.replace('1a1', '1a4');
    await symlink(path.join(aside, 'elsewhere'), inFiles(linked));
    await server.start();
    const kept = ['notes.txt', one.toUpperCase(), `${one}.bak`, folder, linked];
    expect(await files()).toEqual([...stored, ...kept].sort());
    expect(await readFile(path.join(aside, 'elsewhere'), 'utf8')).toBe('x');
    await rm(inFiles(folder), { recursive: true });
  });

  it('refuses the data folder of another installation, names both, and removes nothing', async () => {
    await storeFile();
    const before = await files();
    const idFile = path.join(server.dataDir, 'instance-id');
    const id = (await readFile(idFile, 'utf8')).trim();
    await server.kill('SIGTERM');
    const refusal = await refusalOf(otherDatabase());
    expect(refusal).toContain(server.dataDir);
    expect(refusal).toContain(`belongs to the installation ${id}`);
    expect(refusal).toContain('Set WAYBILL_DATA_DIR to another folder');
    expect(await files()).toEqual(before);

    // A folder of a version that wrote no such file.
    await rm(idFile);
    const unknown = await refusalOf(otherDatabase());
    expect(unknown).toMatch(/contains \d stored files of another installation/);
    expect(await files()).toEqual(before);
    await server.start();
    expect((await readFile(idFile, 'utf8')).trim()).toBe(id);
  });

  it('refuses a database of a version that it does not know, and changes nothing', async () => {
    await server.kill('SIGTERM');
    const future = 'FutureTables1999999999999';
    await onMigrations(server, `INSERT INTO migrations ("timestamp", name) VALUES (1999999999999, '${future}')`);
    const refusal = await refusalOf({});
    expect(refusal).toContain(`has the schema version ${future}, which is newer than this server`);
    expect(refusal).toMatch(/it knows versions up to \w+\d{13}/);
    expect(refusal).toContain('Start the version of the server that made it or a newer one');
    await onMigrations(server, `DELETE FROM migrations WHERE name = '${future}'`);
    const old = 'InitialSchema1700000000000';
    await onMigrations(server, `INSERT INTO migrations ("timestamp", name) VALUES (1700000000000, '${old}')`);
    expect(await refusalOf({})).toContain('was made by a version from before the first release');
    await onMigrations(server, `DELETE FROM migrations WHERE name = '${old}'`);
    await server.start();
  });

  it('refuses a database whose tables were made by other statements under the same name', async () => {
    await server.kill('SIGTERM');
    const [from, to] = [`'Sessions_'`, `'Sessions_0'`];
    await onMigrations(server, `UPDATE migrations SET name = replace(name, ${from}, ${to})`);
    expect(await refusalOf({})).toContain('whose tables differ from those of this server');
    await onMigrations(server, `UPDATE migrations SET name = replace(name, ${to}, ${from})`);
    await server.start();
  });
});

/** Past the server, which is not running. */
async function onMigrations(server: TestServer, statement: string): Promise<void> {
  const connection = await openSqlConnection(server.database, 5000);
  try {
    await connection.run(sql.raw(statement));
  } finally {
    await connection.close();
  }
}
