import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../../../src/database/index.js';
import { SqliteConnection } from '../../../../src/database/sqlite/sqliteConnection.js';
import { ThreadedSqlite } from '../../../../src/database/sqlite/threadedSqlite.js';
import { sql, type BatchConnection } from '../../../../src/database/worker.js';

const now = '2026-01-31T10:15:00.000Z';
const texts = ['', `quotes ' " $1 :name`, 'é € 🦊 \u2028', 'x'.repeat(100_000)];

describe('a connection to SQLite in a thread of its own', () => {
  let folder: string;
  let closeDatabase: () => Promise<void>;
  let other: SqliteConnection;
  let threaded: ThreadedSqlite;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waybill-sqlite-'));
    const file = path.join(folder, 'test.sqlite');
    const opened = await openDatabase({ url: `sqlite:${file}`, entities: [], busyTimeoutMs: 300 });
    closeDatabase = () => opened.close();
    other = SqliteConnection.open(file, 300);
    threaded = await ThreadedSqlite.open({ file, busyTimeoutMs: 300 });
  });

  afterAll(async () => {
    await threaded.close();
    await other.close();
    await closeDatabase();
    await rm(folder, { recursive: true });
  });

  afterEach(() => other.run(sql`DELETE FROM instance`));

  const insert = (connection: BatchConnection, ids: readonly string[], names: readonly string[]) =>
    connection.insertRows(
      'instance',
      ['id', 'name', 'created_at'],
      ids.map((id, index) => [id, names[index] ?? '', now]),
    );
  const namesSeen = async () =>
    (await other.all<{ name: string }>(sql`SELECT name FROM instance ORDER BY id`)).map(({ name }) => name);

  it('commits rows of more than one statement, as they were given', async () => {
    const many = Array.from({ length: 37 }, (_, index) => texts[index % texts.length] ?? '');
    const ids = many.map((_, index) => String(index).padStart(3, '0'));
    await threaded.transaction(() => insert(threaded, ids, many));
    expect(await namesSeen()).toEqual(many);
  });

  it('answers in the order of the requests, also those that were not waited for', async () => {
    await threaded.transaction(async () => {
      await insert(threaded, ['a'], ['one']);
      const read = threaded.all<{ name: string }>(sql`SELECT name FROM instance`);
      await insert(threaded, ['b'], ['two']);
      expect(await read).toEqual([{ name: 'one' }]);
      expect(await threaded.get(sql`SELECT count(*) AS count FROM instance`)).toEqual({ count: 2 });
      expect(await threaded.run(sql`UPDATE instance SET name = ${'three'}`)).toBe(2);
    });
    expect(await namesSeen()).toEqual(['three', 'three']);
  });

  it('keeps nothing of a transaction whose rows could not be inserted, and says why', async () => {
    const transaction = threaded.transaction(async () => {
      await insert(threaded, ['a'], ['one']);
      await insert(threaded, ['a'], ['again']);
      await insert(threaded, ['b'], ['two']);
    });
    await expect(transaction).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
    expect(await namesSeen()).toEqual([]);
    await threaded.transaction(() => insert(threaded, ['c'], ['three']));
    expect(await namesSeen()).toEqual(['three']);
  });

  it('goes on after a statement without a transaction that failed', async () => {
    await expect(threaded.run(sql`DELETE FROM no_table`)).rejects.toThrow('no_table');
    expect(await threaded.get(sql`SELECT ${1} AS one`)).toEqual({ one: 1 });
  });

  it('keeps nothing of a transaction whose work failed', async () => {
    const transaction = threaded.transaction(async () => {
      await insert(threaded, ['a'], ['one']);
      throw new Error('no more');
    });
    await expect(transaction).rejects.toThrow('no more');
    expect(await namesSeen()).toEqual([]);
  });

  it('refuses a transaction while another connection writes', async () => {
    await other.transaction(async () => {
      await expect(threaded.transaction(() => insert(threaded, ['a'], ['one']))).rejects.toMatchObject({
        code: 'DATABASE_BUSY',
      });
    });
    await threaded.transaction(() => insert(threaded, ['a'], ['one']));
    expect(await namesSeen()).toEqual(['one']);
  });

  it('reserves ids that nobody else gets', async () => {
    const first = await threaded.transaction(() => threaded.reserveContentIds(10));
    expect(await other.transaction(() => other.reserveContentIds(1))).toBe(first + 10);
  });

  it('refuses what is asked after its end', async () => {
    const ended = await ThreadedSqlite.open({ file: path.join(folder, 'test.sqlite'), busyTimeoutMs: 300 });
    const asked = ended.get(sql`SELECT 1 FROM instance`).then(
      () => 'answered',
      () => 'refused',
    );
    await ended.close();
    await expect(ended.get(sql`SELECT 1`)).rejects.toThrow('has ended');
    await expect(ended.transaction(() => Promise.resolve())).rejects.toThrow('has ended');
    expect(['answered', 'refused']).toContain(await asked);
  });
});
