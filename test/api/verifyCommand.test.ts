/** `npm run verify` beside a server: a sound database, a damaged one, and settings that are not those of a server. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from '../../src/database/worker.js';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { bundleOf } from '../support/importBundle.js';
import { castFunction } from '../support/fastDataRecords.js';
import { ImportFlow } from '../support/importFlow.js';
import { projectFile } from '../support/projectFile.js';
import { baseEnvironment } from '../support/serverProcess.js';
import { isPostgresWanted, makeEmptyPostgresDatabase } from '../support/testDatabase.js';
import { plainSettings, startTestServer, type TestServer } from '../support/testServer.js';

describe('the check of a database from a shell', () => {
  let server: TestServer;
  let aside: string;
  beforeAll(async () => {
    aside = await mkdtemp(path.join(tmpdir(), 'waybill-verify-'));
    server = await startTestServer();
    const flow = new ImportFlow(server);
    await flow.import(bundleOf([castFunction('one')]), await flow.makeProject());
  });
  afterAll(async () => {
    await server.stop();
    await rm(aside, { recursive: true });
  });

  const run = async (statement: string) => {
    const connection = await openSqlConnection(server.database, 60_000);
    try {
      await connection.run(sql.raw(statement));
    } finally {
      await connection.close();
    }
  };
  const verify = (
    settings: Record<string, string> = {},
  ): Promise<{ code: unknown; stdout: string; stderr: string }> => {
    const url = server.databaseUrl;
    const env = {
      ...baseEnvironment(),
      ...plainSettings(server.dataDir),
      ...(url !== undefined && { WAYBILL_DATABASE_URL: url }),
      ...server.filesSettings,
      ...settings,
    };
    return new Promise((resolve) => {
      execFile(process.execPath, [projectFile('dist/src/verify.js')], { env, cwd: aside }, (error, stdout, stderr) => {
        resolve({ code: error?.code ?? 0, stdout: stdout.trim(), stderr: stderr.trim() });
      });
    });
  };

  it('says what it checked while the server runs', async () => {
    expect(await verify()).toEqual({
      code: 0,
      stdout: expect.stringMatching(/checked: sound\.$/) as string,
      stderr: '',
    });
  });

  it('names what is damaged', async () => {
    await run(`UPDATE content SET digest = 'x' || digest`);
    const { code, stdout } = await verify();
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/^ERROR The digest of content .*does not match its spec/),
    ]);
    await run(`UPDATE content SET digest = substr(digest, 2)`);
  });

  it('names an item of a plan whose content is gone', async () => {
    await run('UPDATE import_item SET content_id = -content_id, effective_content_id = -effective_content_id');
    const { code, stdout } = await verify();
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/^ERROR An item of an import plan has no content: fast-data\/CastFunction "one" of plan /m),
    ]);
    await run('UPDATE import_item SET content_id = -content_id, effective_content_id = -effective_content_id');
  });

  it('refuses a database that is not there in one sentence, and makes none', async () => {
    const url = isPostgresWanted() ? `${server.database}_nowhere` : `sqlite:${path.join(aside, 'no.sqlite')}`;
    const { code, stdout, stderr } = await verify({ WAYBILL_DATABASE_URL: url });
    expect([code, stdout, stderr.split('\n')]).toEqual([
      1,
      '',
      [expect.stringMatching(/cannot be opened|can't be opened/)],
    ]);
    expect(await readdir(aside)).toEqual([]);
  });

  (isPostgresWanted() ? it : it.skip)('refuses an empty database in one sentence', async () => {
    const empty = await makeEmptyPostgresDatabase();
    expect(await verify(empty.settings)).toMatchObject({
      code: 1,
      stderr: 'The database is empty: no server was started on it yet. Use the settings of the server.',
    });
    await empty.remove();
  });

  it('refuses a database of another version', async () => {
    const name = 'FutureTables1999999999999';
    await run(`INSERT INTO migrations ("timestamp", name) VALUES (1999999999999, '${name}')`);
    expect(await verify()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('another version of Waybill') as string,
    });
    await run(`DELETE FROM migrations WHERE name = '${name}'`);
  });
});
