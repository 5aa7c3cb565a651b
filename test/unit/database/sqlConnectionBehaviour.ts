/** What every `SqlConnection` does, whatever database is behind it. The files that run it say how to open one. */
import { openDatabase } from '../../../src/database/index.js';
import { openSqlConnection } from '../../../src/database/openSqlConnection.js';
import { jsonText, sql, textColumn, type SqlConnection } from '../../../src/database/worker.js';

/** Opens connections to one database, empty at first, and removes it in the end. */
export interface DatabaseUnderTest {
  url: string;
  remove: () => Promise<void>;
}

interface Row {
  id: string;
  name: string;
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
      await connection.run(sql`DELETE FROM instance`);
      await connection.run(sql`DELETE FROM content`);
    });

    const insert = (names: readonly string[]) =>
      connection.insertRows(
        'instance',
        ['id', 'name', 'created_at'],
        names.map((name, index) => [String(index).padStart(6, '0'), name, now]),
      );
    const readNames = async (statement = sql`SELECT name FROM instance ORDER BY id`) =>
      (await connection.all<Row>(statement)).map(({ name }) => name);

    it('gives back each text as it was inserted in bulk', async () => {
      await insert(texts);
      expect(await readNames()).toEqual(texts);
    });

    it('gives back each text as it was given as a parameter', async () => {
      for (const text of texts) {
        const row = await connection.get<{ given: string }>(
          sql`INSERT INTO instance (id, name, created_at) VALUES (${text.slice(0, 2000)}, ${text.slice(0, 2000)}, ${now})
            RETURNING name AS given`,
        );
        expect(row?.given).toBe(text.slice(0, 2000));
      }
    });

    it('takes what looks like a parameter in texts, quoted names and comments for what it is', async () => {
      const row = await connection.get<Record<string, string>>(
        sql`SELECT ':no ''?'' $1' AS "a:b?", name AS "c" /* :no ? $2 */ FROM (SELECT '1:2?' AS name) AS t -- :no ?
         WHERE name = ${'1:2?'}`,
      );
      expect(row).toEqual({ 'a:b?': `:no '?' $1`, c: '1:2?' });
    });

    it('gives rows with members in camelCase, and truths as booleans', async () => {
      await insert(['a', 'b']);
      const rows = await connection.all(
        sql`SELECT id AS row_id, created_at, name = ${'a'} AS is_first, NULL AS is_unknown, ${true} AS has_all, ${false} AS lacks_any
          FROM instance ORDER BY id`,
      );
      expect(rows).toEqual([
        { rowId: '000000', createdAt: now, isFirst: true, isUnknown: null, hasAll: true, lacksAny: false },
        { rowId: '000001', createdAt: now, isFirst: false, isUnknown: null, hasAll: true, lacksAny: false },
      ]);
      const windows = connection.windows(
        sql`SELECT id AS row_id, name = ${'b'} AS is_last FROM instance ORDER BY id`,
        1,
      );
      const found: unknown[] = [];
      for await (const window of windows) found.push(...window);
      expect(found).toEqual([
        { rowId: '000000', isLast: false },
        { rowId: '000001', isLast: true },
      ]);
    });

    it('chooses rows by truths and by nothing', async () => {
      await insert(['a', 'b']);
      const chosen = (isAll: boolean, name: string | null) =>
        readNames(sql`SELECT name FROM instance WHERE ${isAll} OR name IS NOT DISTINCT FROM ${name} ORDER BY id`);
      expect(await chosen(true, null)).toEqual(['a', 'b']);
      expect(await chosen(false, null)).toEqual([]);
      expect(await chosen(false, 'b')).toEqual(['b']);
    });

    it('gives counts, sums and large ids as numbers', async () => {
      await connection.insertRows('content', contentColumns, [[5_000_000_000, 'k', null, 'd', '{}']]);
      const row = await connection.get(
        sql`SELECT count(*) AS count, sum(id) AS sum, max(id) AS id FROM content WHERE title IS NULL`,
      );
      expect(row).toEqual({ count: 1, sum: 5_000_000_000, id: 5_000_000_000 });
    });

    it('tells how many rows a statement changed', async () => {
      await insert(['a', 'b', 'c']);
      expect(await connection.run(sql`UPDATE instance SET name = ${'x'} WHERE id <> ${'000000'}`)).toBe(2);
      expect(await connection.run(sql`DELETE FROM instance WHERE id = ${'none'}`)).toBe(0);
    });

    it('sorts texts by their bytes and folds ASCII letters only', async () => {
      const sorted = ['B', 'Z', 'a', 'É', 'é', 'ﬀ', '𐐀'];
      await insert([...sorted].reverse());
      expect(await readNames(sql`SELECT name FROM instance ORDER BY name`)).toEqual(sorted);
      expect(await readNames(sql`SELECT lower(name) AS name FROM instance ORDER BY lower(name)`)).toEqual([
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
        sql`SELECT name FROM instance WHERE name IN ${[...texts.slice(0, 7), 'other']} ORDER BY id`,
      );
      expect(found.map(({ name }) => name)).toEqual(texts.slice(0, 7));
      await connection.insertRows(
        'content',
        contentColumns,
        [7, 8, 9].map((id) => [id, 'k', null, 'd', '{}']),
      );
      const numbers = await connection.all<{ id: number }>(
        sql`SELECT id FROM content WHERE id IN ${sql.numbers([7, 9, 11])} ORDER BY id`,
      );
      expect(numbers).toEqual([{ id: 7 }, { id: 9 }]);
      expect(await connection.all(sql`SELECT id FROM content WHERE id IN ${sql.numbers([])}`)).toEqual([]);
      expect(await connection.all(sql`SELECT t.value FROM ${['b', 'a']} AS t ORDER BY t.value`)).toEqual([
        { value: 'a' },
        { value: 'b' },
      ]);
    });

    it('writes texts as JSON strings just as JavaScript does', async () => {
      await insert(texts);
      const written = await connection.all<{ name: string; json: string }>(
        sql`SELECT name, ${jsonText(sql`name`)} AS json FROM instance ORDER BY id`,
      );
      for (const { name, json } of written) expect(json).toBe(JSON.stringify(name));
      const none = await connection.get(sql`SELECT ${jsonText(sql`title`)} AS json FROM content`);
      expect(none).toBeUndefined();
    });

    it('reads a result in windows, with other statements between them', async () => {
      await insert(Array.from({ length: 25 }, (_, index) => `n${index}`));
      const sizes: number[] = [];
      await connection.snapshot(async () => {
        for await (const rows of connection.windows<Row>(sql`SELECT name FROM instance ORDER BY id`, 10)) {
          sizes.push(rows.length);
          expect(await connection.get(sql`SELECT count(*) AS count FROM instance`)).toEqual({ count: 25 });
        }
      });
      expect(sizes).toEqual([10, 10, 5]);
    });

    it('reads windows inside each other, outside a transaction, and again after one that was left early', async () => {
      await insert(Array.from({ length: 20 }, (_, index) => `n${index}`));
      for await (const rows of connection.windows<Row>(sql`SELECT name FROM instance`, 3)) {
        expect(rows).toHaveLength(3);
        break;
      }
      let pairs = 0;
      await connection.transaction(async () => {
        for await (const outer of connection.windows<Row>(sql`SELECT name FROM instance`, 7)) {
          for await (const inner of connection.windows<Row>(sql`SELECT name FROM instance`, 9))
            pairs += outer.length * inner.length;
        }
      });
      expect(pairs).toBe(400);
      const empty = connection.windows(sql`SELECT name FROM instance WHERE name = ${'none'}`, 5);
      for await (const rows of empty) expect(rows).toEqual('no window');
    });

    // A driver is loaded once for a process, and its errors may be of another test file's realm: they are told by their message.
    it('goes on after a statement that fails', async () => {
      await expect(connection.all(sql`SELECT nothing FROM nowhere`)).rejects.toHaveProperty('message');
      const broken = connection.windows(sql`SELECT nothing FROM nowhere`, 5);
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
        await other.run(sql`INSERT INTO instance (id, name, created_at) VALUES ('z', 'z', 'z')`);
        await connection.run(sql`CREATE TEMP TABLE IF NOT EXISTS seen (name ${textColumn} PRIMARY KEY)`);
        await connection.run(sql`DELETE FROM seen`);
        await connection.insertRows('seen', ['name'], [['x'], ['y']]);
        const row = await connection.get<{ count: number }>(sql`SELECT count(*) AS count FROM seen`);
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
        sql`SELECT new_id() AS id FROM instance UNION ALL SELECT new_id() UNION ALL SELECT new_id()`,
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
