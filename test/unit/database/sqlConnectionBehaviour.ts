/** What every `SqlConnection` does, whatever database is behind it. The files that run it say how to open one. */
import { openDatabase, type SqlConnection } from '../../../src/database/index.js';
import { openSqlConnection } from '../../../src/database/openSqlConnection.js';

/** Opens connections to one database, empty at first, and removes it in the end. */
export interface DatabaseUnderTest {
  url: string;
  remove: () => Promise<void>;
}

interface Row {
  id: string;
  name: string;
  created_at: string;
}

const now = '2026-01-31T10:15:00.000Z';

/** Texts that a statement, a driver or a file between could get wrong. */
const texts = [
  '',
  '\\N',
  '\\.',
  'tab\tnew\nline\r\n',
  'back\\slash',
  `quotes ' " $1 :name ::text`,
  'é € 🦊 \u2028',
  '{"a":[null,"\\u0000"]}',
  'x'.repeat(100_000),
];

export function describeSqlConnection(title: string, makeDatabase: () => Promise<DatabaseUnderTest>): void {
  describe(title, () => {
    let database: DatabaseUnderTest;
    let close: () => Promise<void>;
    let connection: SqlConnection;
    let other: SqlConnection;

    beforeAll(async () => {
      database = await makeDatabase();
      const opened = await openDatabase({ url: database.url, entities: [], busyTimeoutMs: 300 });
      close = () => opened.close();
      connection = await openSqlConnection(database.url, 300);
      other = await openSqlConnection(database.url, 300);
    });

    afterAll(async () => {
      await connection.close();
      await other.close();
      await close();
      await database.remove();
    });

    afterEach(async () => {
      await connection.run('DELETE FROM instance');
      await connection.run('DELETE FROM content');
    });

    const insert = (names: readonly string[]) =>
      connection.insertRows(
        'instance',
        ['id', 'name', 'created_at'],
        names.map((name, index) => [String(index).padStart(6, '0'), name, now]),
      );
    const readNames = async (sql = 'SELECT name FROM instance ORDER BY id') =>
      (await connection.all<Row>(sql)).map(({ name }) => name);

    it('gives back each text as it was inserted in bulk', async () => {
      await insert(texts);
      expect(await readNames()).toEqual(texts);
    });

    it('gives back each text as it was given as a parameter', async () => {
      for (const text of texts) {
        const row = await connection.get<{ given: string }>(
          'INSERT INTO instance (id, name, created_at) VALUES (:text, :text, :now) RETURNING name AS given',
          { text: text.slice(0, 2000), now },
        );
        expect(row?.given).toBe(text.slice(0, 2000));
      }
    });

    it('takes a colon in texts, quoted names and comments for what it is', async () => {
      const row = await connection.get<Record<string, string>>(
        `SELECT ':no ''x'' :no' AS "a:b", name AS "c" /* :no */ FROM (SELECT '1:2' AS name) AS t -- :no
         WHERE name = :name`,
        { name: '1:2' },
      );
      expect(row).toEqual({ 'a:b': `:no 'x' :no`, c: '1:2' });
    });

    it('refuses a statement whose parameter has no value', async () => {
      await expect(connection.all('SELECT id FROM instance WHERE id = :id')).rejects.toThrow(/id/);
    });

    it('gives counts, sums and large ids as numbers, and truths as truthy', async () => {
      await connection.insertRows('content', contentColumns, [[5_000_000_000, 'k', null, 'd', '{}']]);
      const row = await connection.get(
        'SELECT count(*) AS count, sum(id) AS sum, max(id) AS id FROM content WHERE title IS NULL',
      );
      expect(row).toEqual({ count: 1, sum: 5_000_000_000, id: 5_000_000_000 });
    });

    it('tells how many rows a statement changed', async () => {
      await insert(['a', 'b', 'c']);
      expect(
        await connection.run('UPDATE instance SET name = :name WHERE id <> :id', { name: 'x', id: '000000' }),
      ).toBe(2);
      expect(await connection.run('DELETE FROM instance WHERE id = :id', { id: 'none' })).toBe(0);
    });

    it('sorts texts by their bytes and folds ASCII letters only', async () => {
      const sorted = ['B', 'Z', 'a', 'É', 'é', 'ﬀ', '𐐀'];
      await insert([...sorted].reverse());
      expect(await readNames('SELECT name FROM instance ORDER BY name')).toEqual(sorted);
      expect(await readNames('SELECT lower(name) AS name FROM instance ORDER BY lower(name)')).toEqual([
        'a',
        'b',
        'z',
        'É',
        'é',
        'ﬀ',
        '𐐀',
      ]);
    });

    it('finds the texts and the numbers of a list', async () => {
      await insert(texts.slice(0, 7));
      const found = await connection.all<Row>(
        `SELECT name FROM instance WHERE name IN ${connection.textList(':names')} ORDER BY id`,
        { names: JSON.stringify([...texts.slice(0, 7), 'other']) },
      );
      expect(found.map(({ name }) => name)).toEqual(texts.slice(0, 7));
      await connection.insertRows(
        'content',
        contentColumns,
        [7, 8, 9].map((id) => [id, 'k', null, 'd', '{}']),
      );
      const numbers = await connection.all<{ id: number }>(
        `SELECT id FROM content WHERE id IN ${connection.numberList(':ids')} ORDER BY id`,
        { ids: '[7,9,11]' },
      );
      expect(numbers).toEqual([{ id: 7 }, { id: 9 }]);
    });

    it('writes texts as JSON strings just as JavaScript does', async () => {
      await insert(texts);
      const written = await connection.all<{ name: string; json: string }>(
        `SELECT name, ${connection.jsonText('name')} AS json FROM instance ORDER BY id`,
      );
      for (const { name, json } of written) expect(json).toBe(JSON.stringify(name));
      const none = await connection.get(`SELECT ${connection.jsonText('title')} AS json FROM content`);
      expect(none).toBeUndefined();
    });

    it('reads a result in windows, with other statements between them', async () => {
      await insert(Array.from({ length: 25 }, (_, index) => `n${index}`));
      const sizes: number[] = [];
      await connection.snapshot(async () => {
        for await (const rows of connection.windows<Row>('SELECT name FROM instance ORDER BY id', {}, 10)) {
          sizes.push(rows.length);
          expect(await connection.get('SELECT count(*) AS count FROM instance')).toEqual({ count: 25 });
        }
      });
      expect(sizes).toEqual([10, 10, 5]);
    });

    it('reads windows inside each other, outside a transaction, and again after one that was left early', async () => {
      await insert(Array.from({ length: 20 }, (_, index) => `n${index}`));
      for await (const rows of connection.windows<Row>('SELECT name FROM instance', {}, 3)) {
        expect(rows).toHaveLength(3);
        break;
      }
      let pairs = 0;
      await connection.transaction(async () => {
        for await (const outer of connection.windows<Row>('SELECT name FROM instance', {}, 7)) {
          for await (const inner of connection.windows<Row>('SELECT name FROM instance', {}, 9))
            pairs += outer.length * inner.length;
        }
      });
      expect(pairs).toBe(400);
      const empty = connection.windows('SELECT name FROM instance WHERE name = :name', { name: 'none' }, 5);
      for await (const rows of empty) expect(rows).toEqual('no window');
    });

    // A driver is loaded once for a process, and its errors may be of another test file's realm: they are told by their message.
    it('goes on after a statement that fails', async () => {
      await expect(connection.all('SELECT nothing FROM nowhere')).rejects.toHaveProperty('message');
      const broken = connection.windows('SELECT nothing FROM nowhere', {}, 5);
      await expect(broken[Symbol.asyncIterator]().next()).rejects.toHaveProperty('message');
      await expect(connection.insertRows('instance', ['id', 'name'], [['1', 'x']])).rejects.toHaveProperty('message');
      await expect(insert(['a', 'b'])).resolves.toBeUndefined();
      expect(await readNames()).toEqual(['a', 'b']);
    });

    it('keeps all of a transaction or nothing', async () => {
      const failing = connection.transaction(async () => {
        await insert(['a']);
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      expect(await readNames()).toEqual([]);
      expect(await connection.transaction(() => insert(['a']).then(() => 'done'))).toBe('done');
      expect(await readNames()).toEqual(['a']);
    });

    it('gives up as busy when another transaction holds what it waits for', async () => {
      await connection.transaction(async () => {
        await connection.lock('the same');
        const waiting = other.transaction(() => other.lock('the same'));
        await expect(waiting).rejects.toMatchObject({ code: 'DATABASE_BUSY' });
      });
      await expect(other.transaction(() => other.lock('the same'))).resolves.toBeUndefined();
    });

    it('shows one state of the database during a snapshot, with temporary tables that fill', async () => {
      await insert(['a']);
      const seen = await connection.snapshot(async () => {
        const before = await readNames();
        await other.run('INSERT INTO instance (id, name, created_at) VALUES (:id, :id, :id)', { id: 'z' });
        await connection.run('CREATE TEMP TABLE IF NOT EXISTS seen (name TEXT PRIMARY KEY)');
        await connection.run('DELETE FROM seen');
        await connection.insertRows('seen', ['name'], [['x'], ['y']]);
        const row = await connection.get<{ count: number }>('SELECT count(*) AS count FROM seen');
        return [before, await readNames(), row?.count];
      });
      expect(seen).toEqual([['a'], ['a'], 2]);
      expect(await readNames()).toEqual(['a', 'z']);
    });

    it('reserves content ids that follow each other and are never given twice', async () => {
      const reserve = (on: SqlConnection, count: number) => on.transaction(() => on.reserveContentIds(count));
      const first = await reserve(connection, 3);
      const second = await reserve(other, 1);
      const third = await reserve(connection, 2000);
      expect(second).toBeGreaterThanOrEqual(first + 3);
      expect(third).toBeGreaterThanOrEqual(second + 1);
      expect(await reserve(other, 1)).toBeGreaterThanOrEqual(third + 2000);
    });

    it('makes ids of version 7 in a statement, each another', async () => {
      const rows = await connection.all<{ id: string }>(
        `SELECT new_id() AS id FROM instance UNION ALL SELECT new_id() UNION ALL SELECT new_id()`,
      );
      const ids = rows.map(({ id }) => id);
      expect(new Set(ids).size).toBe(2);
      for (const id of ids) {
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        const madeAt = parseInt(id.replace('-', '').slice(0, 12), 16);
        expect(Math.abs(madeAt - Date.now())).toBeLessThan(60_000);
      }
    });

    it('tells the time of the database', async () => {
      const time = await connection.now();
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(60_000);
    });
  });
}

const contentColumns = ['id', 'kind', 'title', 'digest', 'spec'];
