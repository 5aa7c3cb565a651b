/**
 * A start never takes what is not its own: neither the files of another installation, in a folder or in an object store, nor the database of
 * a newer version.
 */
import { sql } from '../../src/database/worker.js';
import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { storedFilesOf } from '../support/storedFiles.js';
import { isS3Wanted } from '../support/testFiles.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const strayId = '01a1fdbf-0000-7000-8000-000000000000';

describe('a server', () => {
  let server: TestServer;
  let aside: string;
  beforeAll(async () => {
    aside = await mkdtemp(path.join(tmpdir(), 'waybill-aside-'));
    server = await startTestServer();
  });
  afterAll(async () => {
    await server.stop();
    await rm(aside, { recursive: true });
  });

  const storeFile = async () => {
    const flow = new ImportFlow(server);
    await flow.import(bundleOf([castFunction('f')]), await flow.makeProject());
  };
  /** Tests that change the database leave the server stopped. */
  const stop = async () => {
    if (server.isRunning) await server.kill('SIGTERM');
  };
  const stored = () => storedFilesOf(server);
  const files = () => stored().names();
  const otherDatabase = () => ({
    WAYBILL_DATABASE_URL: `sqlite:${path.join(aside, 'other.sqlite')}`,
    WAYBILL_REDIS_URL: '',
    WAYBILL_ROLE: 'all',
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
    const before = await files();
    await server.kill('SIGTERM');
    const [one, other] = [strayId, strayId.replace('1a1', '1a2')];
    // A folder has files that are being written; a store does not show them, and so has no name for them.
    const half = `${other}.part`;
    const foreign = ['notes.txt', one.toUpperCase(), `${one}.bak`, ...(isS3Wanted() ? [half] : [])];
    for (const name of [one, half, ...foreign]) await stored().write(name, 'x');
    const folders = isS3Wanted() ? [] : await makeFolders();
    await server.start();
    expect(await files()).toEqual([...before, ...foreign, ...folders].sort());
    if (isS3Wanted()) return;
    expect(await readFile(path.join(aside, 'elsewhere'), 'utf8')).toBe('x');
  });

  /** With the names of stored files: a folder, and a link to a file elsewhere. */
  const makeFolders = async (): Promise<string[]> => {
    const [folder, linked] = [strayId.replace('1a1', '1a3'), strayId.replace('1a1', '1a4')];
    const inFiles = path.join(server.dataDir, 'files');
    await mkdir(path.join(inFiles, folder));
    await writeFile(path.join(inFiles, folder, 'inside'), 'x');
    await writeFile(path.join(aside, 'elsewhere'), 'x');
    await symlink(path.join(aside, 'elsewhere'), path.join(inFiles, linked));
    return [folder, linked];
  };

  it('refuses the files of another installation, names both, and removes nothing', async () => {
    await storeFile();
    const before = await files();
    const { owner } = stored();
    const id = await owner.read();
    await server.kill('SIGTERM');
    const refusal = await refusalOf(otherDatabase());
    expect(refusal).toContain(isS3Wanted() ? server.filesSettings['WAYBILL_FILES_URL'] : server.dataDir);
    expect(refusal).toContain(`belongs to the installation ${id}`);
    expect(refusal).toContain(`Set ${isS3Wanted() ? 'WAYBILL_FILES_URL' : 'WAYBILL_DATA_DIR'} to another`);
    expect(await files()).toEqual(before);

    // A version that wrote no id.
    await owner.remove();
    const unknown = await refusalOf(otherDatabase());
    expect(unknown).toMatch(/contains \d stored files of another installation/);
    expect(await files()).toEqual(before);
    await server.start();
    expect(await owner.read()).toBe(id);
  });

  it('refuses a database of a version that it does not know', async () => {
    await stop();
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
  });

  it('refuses a database whose tables were made by other statements under the same name', async () => {
    await stop();
    const [from, to] = [`'Sessions_'`, `'Sessions_0'`];
    await onMigrations(server, `UPDATE migrations SET name = replace(name, ${from}, ${to})`);
    expect(await refusalOf({})).toContain('whose tables differ from those of this server');
    await onMigrations(server, `UPDATE migrations SET name = replace(name, ${to}, ${from})`);
  });

  it('has changed nothing of a database that it refused: one that knows it starts, with all that was there', async () => {
    await stop();
    const before = await files();
    await server.start();
    expect(await files()).toEqual(before);
    await storeFile();
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
