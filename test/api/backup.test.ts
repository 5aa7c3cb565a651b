/** Backups that are made while a server works, and servers that start on them. */
import { createHash } from 'node:crypto';
import { watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql, type SqlConnection } from '../../src/database/worker.js';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { restore, startBackup } from '../support/backupCommand.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place, type TaskFile } from '../support/importFlow.js';
import { largeBundle } from '../support/largeBundle.js';
import { storedFilesOf } from '../support/storedFiles.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { isPostgresWanted } from '../support/testDatabase.js';

describe('a backup', () => {
  let aside: string;
  let target: string;
  let server: TestServer;
  let flow: ImportFlow;
  let place: Place;
  // One server for all: each test mends what it broke.
  beforeAll(async () => {
    server = await startTestServer();
    flow = new ImportFlow(server);
    place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('kept')]), place);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    aside = await mkdtemp(path.join(tmpdir(), 'waybill-backups-'));
    target = path.join(aside, 'new', 'backup');
  });
  afterEach(async () => {
    await rm(aside, { recursive: true });
  });

  const stored = () => storedFilesOf(server);
  const backUp = async (settings: Record<string, string> = {}) =>
    startBackup(server, await madeParent(), { settings }).end;
  const madeParent = async () => {
    await mkdir(path.dirname(target), { recursive: true });
    return target;
  };
  const beside = () => readdir(path.dirname(target));

  /** What the end of a retention period does, at once: the row goes first, then the file. */
  const exportAndDelete = async () => {
    await flow.export(place);
    const id = await onDatabase(async (connection) => {
      const row = await connection.get<{ id: string }>(
        sql`SELECT f.id FROM stored_file f JOIN task t ON t.id = f.task_id WHERE t.type = 'EXPORT' ORDER BY f.id LIMIT 1`,
      );
      await connection.transaction(() => connection.run(sql`DELETE FROM stored_file WHERE id = ${row!.id}`));
      return row!.id;
    });
    await stored().remove(id);
  };
  const onDatabase = async <T>(work: (connection: SqlConnection) => Promise<T>): Promise<T> => {
    const connection = await openSqlConnection(server.database, 60_000);
    try {
      return await work(connection);
    } finally {
      await connection.close();
    }
  };
  const run = (statement: string) => onDatabase((connection) => connection.run(sql.raw(statement)));

  it('is closed to other users, says what it holds, and holds no file that no row names', async () => {
    const strays = ['01a1fdbf-0000-7000-8000-000000000000', '01a1fdbf-0001-7000-8000-000000000000.part'];
    for (const name of strays) await stored().write(name, 'x');
    const { stdout } = await backUp();
    for (const name of strays) await stored().remove(name);
    const database = isPostgresWanted() ? 'database.dump' : 'waybill.sqlite';
    expect((await readdir(target)).sort()).toEqual(['backup.json', database, 'files', 'instance-id'].sort());
    const urls = (await tasksOf(flow)).flatMap(({ files }) => files.map(({ url }) => new URL(url)));
    const ids = [...new Set(urls.map(({ pathname }) => pathname.split('/').at(-2)))];
    expect((await readdir(path.join(target, 'files'))).sort()).toEqual(ids.sort());
    for (const name of ['.', ...(await readdir(target, { recursive: true }))])
      expect((await stat(path.join(target, name))).mode & 0o077).toBe(0);
    const contents = JSON.parse(await readFile(path.join(target, 'backup.json'), 'utf8')) as object;
    const { size } = await stat(path.join(target, database));
    expect(contents).toMatchObject({
      database,
      databaseBytes: size,
      projectCount: 1,
      resourceCount: 1,
      fileCount: ids.length,
    });
    expect(stdout).toContain(`The backup in ${target} is whole and sound.`);
    expect(stdout).toContain(`${database}: ${size} bytes, projects: 1, resources: 1, tasks: 2 (not ended: 0)`);
  });

  it('is not whole when it is killed, and says so the next time', async () => {
    await madeParent();
    const watcher = watch(path.dirname(target));
    const begun = new Promise((resolve) => watcher.once('change', resolve));
    const backup = startBackup(server, target);
    await begun;
    backup.kill();
    expect(await backup.end).toMatchObject({ signal: 'SIGKILL' });
    watcher.close();
    expect(await beside()).toEqual(['backup.part']);
    const { code, stderr } = await backUp();
    expect(code).toBe(1);
    expect(stderr).toContain(`The folder ${target}.part exists`);
    await rm(`${target}.part`, { recursive: true });
    expect(await backUp()).toMatchObject({ code: 0 });
    expect(await beside()).toEqual(['backup']);
  });

  describe('is refused, and leaves nothing,', () => {
    const refusal = async (settings?: Record<string, string>) => {
      const { code, stdout, stderr } = await backUp(settings);
      expect([code, stdout]).toEqual([1, '']);
      expect(await beside()).toEqual([]);
      expect(stderr).not.toMatch(/^\s+at /m);
      return stderr;
    };

    it('where the folder is not empty', async () => {
      await mkdir(target, { recursive: true });
      await writeFile(path.join(target, 'notes.txt'), 'x');
      const { code, stderr } = await backUp();
      expect([code, stderr]).toEqual([1, expect.stringContaining(`The folder ${target} is not empty.`)]);
      expect(await readdir(target)).toEqual(['notes.txt']);
      expect(await beside()).toEqual(['backup']);
    });

    it.each(['', 'backup', path.join('files', 'backup')])(
      'where the folder is "%s" in the data folder',
      async (name) => {
        const inside = path.join(server.dataDir, name);
        const before = await readdir(server.dataDir, { recursive: true });
        const { code, stdout, stderr } = await startBackup(server, inside).end;
        expect([code, stdout]).toEqual([1, '']);
        expect(stderr).toContain(`The folder ${inside} is inside the data folder`);
        expect(await readdir(server.dataDir, { recursive: true })).toEqual(before);
      },
    );

    const firstFile = async () => (await stored().names())[0]!;

    it('when a file is lost that the database names', async () => {
      const file = await firstFile();
      const content = await stored().read(file);
      await stored().remove(file);
      expect(await refusal()).toMatch(new RegExp(`lacks 1 of the files that the database names: ".*" \\(${file}\\)`));
      await stored().write(file, content);
    });

    it('when the bytes of a file have changed, even if there are as many', async () => {
      const file = await firstFile();
      const content = await stored().read(file);
      await stored().write(file, 'x'.repeat(content.length));
      expect(await refusal()).toContain(`(${file}) has changed since it was stored.`);
      await stored().write(file, content);
    });

    it('when the database is unsound', async () => {
      await run(`UPDATE content SET digest = 'x' || digest`);
      expect(await refusal()).toMatch(/The digest of content .* does not match its spec\.\nNo backup was made/);
      await run('UPDATE content SET digest = substr(digest, 2)');
    });

    it('when the database has the schema of another version', async () => {
      const name = 'FutureTables1999999999999';
      await run(`INSERT INTO migrations ("timestamp", name) VALUES (1999999999999, '${name}')`);
      expect(await refusal()).toContain('Use the version that the server runs.');
      await run(`DELETE FROM migrations WHERE name = '${name}'`);
    });

    it('with settings that are not those of a server', async () => {
      expect(await refusal({ WAYBILL_DATA_DIR: path.join(aside, 'nowhere') })).toMatch(
        /The data folder .* does not exist/,
      );
      const url = isPostgresWanted() ? `${server.database}_nowhere` : `sqlite:${path.join(aside, 'no.sqlite')}`;
      expect(await refusal({ WAYBILL_DATABASE_URL: url })).toMatch(
        /cannot be opened|can't be opened: .* does not exist/,
      );
    });

    (process.platform === 'linux' ? it : it.skip)('when the disk is full', async () => {
      await flow.stage(largeBundle(1500), await flow.makeProject());
      const { code, stderr } = await startBackup(server, await madeParent(), {
        wrapped: ['prlimit', '--fsize=65536:unlimited'],
      }).end;
      expect([code, stderr]).toEqual([
        1,
        expect.stringContaining(`The disk of ${target} is full: no backup was made.`),
      ]);
      expect(await beside()).toEqual([]);
    });
  });

  it('holds each file that its database names, under imports, exports and deletions; a server that starts on it is sound', async () => {
    const large = largeBundle(1500);
    await flow.import(large, await flow.makeProject());
    const before = await flow.resources(place);
    const backup = startBackup(server, await madeParent());
    let isOver = false;
    const end = backup.end.finally(() => (isOver = true));
    const rounds = await Promise.all([
      until(
        () => isOver,
        async () => flow.import(bundleOf([castFunction('f')]), await flow.makeProject()),
      ),
      until(() => isOver, exportAndDelete),
      until(
        () => isOver,
        async () => flow.stage(large, await flow.makeProject()),
      ),
    ]);
    expect(await end).toMatchObject({ code: 0, stderr: '' });
    expect(Math.min(...rounds)).toBeGreaterThan(0);

    const restored = await restore(target);
    try {
      await restored.start();
      const flowThere = new ImportFlow(restored);
      expect(await flowThere.resources(place)).toEqual(before);
      expect(await idOf(restored)).toBe(await idOf(server));
      const tasks = await tasksOf(flowThere);
      // What waited or ran is carried out.
      for (const { id } of tasks) expect((await flowThere.ended(id)).status).toBe('COMPLETED');
      const files = (await tasksOf(flowThere)).flatMap((task) => task.files);
      expect(files.length).toBeGreaterThan(3);
      for (const { url, sha256 } of files) expect(await digestOf(url)).toBe(sha256);
      expect((await flowThere.import(bundleOf([castFunction('more')]), place)).createdCount).toBe(1);
      expect(await flowThere.ask('{ verifyDatabase { isSound problems { message } } }', {})).toMatchObject({
        verifyDatabase: { isSound: true },
      });
    } finally {
      await restored.stop();
    }
  });

  it('is made of a server that is stopped too, and into an empty folder', async () => {
    await server.kill('SIGTERM');
    await mkdir(target, { recursive: true });
    expect(await backUp()).toMatchObject({ code: 0 });
    expect(await beside()).toEqual(['backup']);
  });
});

/** Runs `work` over and over, at least once; gives how often. */
async function until(isOver: () => boolean, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  do {
    await work();
    count += 1;
  } while (!isOver());
  return count;
}

async function tasksOf(from: ImportFlow): Promise<{ id: string; files: TaskFile[] }[]> {
  const { tasks } = await from.ask<{ tasks: { nodes: { id: string; files: TaskFile[] }[] } }>(
    '{ tasks(first: 500) { nodes { id files { url sha256 } } } }',
    {},
  );
  return tasks.nodes;
}

async function digestOf(url: string): Promise<string> {
  const response = await fetch(url);
  return createHash('sha256')
    .update(Buffer.from(await response.arrayBuffer()))
    .digest('hex');
}

function idOf(server: TestServer): Promise<string> {
  return storedFilesOf(server).owner.read();
}
