import { openDatabase, type Database } from '../../../../src/database/index.js';
import { openSqlConnection } from '../../../../src/database/openSqlConnection.js';
import { sql, type SqlConnection } from '../../../../src/database/worker.js';
import { isPostgresWanted, makePostgresDatabase, type TestDatabase } from '../../../support/testDatabase.js';

const describeIfWanted = isPostgresWanted() || process.env['CI'] === 'true' ? describe : describe.skip;

describeIfWanted('PostgreSQL, when connections are cut', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let connection: SqlConnection;
  let other: SqlConnection;

  beforeAll(async () => {
    testDatabase = await makePostgresDatabase();
    const url = testDatabase.settings['WAYBILL_DATABASE_URL'] ?? '';
    database = await openDatabase({ url, entities: [], busyTimeoutMs: 1000 });
    connection = await openSqlConnection(url, 1000);
    other = await openSqlConnection(url, 1000);
  });

  afterAll(async () => {
    await connection.close();
    await other.close();
    await database.close();
    await testDatabase.remove();
  });

  const cutOthers = () =>
    other.run(
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );

  it('connects again for the next statement', async () => {
    await connection.run(sql`SELECT 1`);
    await cutOthers();
    expect(await connection.transaction(() => connection.get(sql`SELECT 1 AS one`))).toEqual({ one: 1 });
    await cutOthers();
    await connection.get(sql`SELECT 1`).catch(() => undefined);
    expect(await connection.get(sql`SELECT 1 AS one`)).toEqual({ one: 1 });
  });

  it('says so when a transaction was under way, and keeps nothing of it', async () => {
    const cut = connection.transaction(async () => {
      await connection.run(sql`INSERT INTO instance (id, name, created_at) VALUES ('1', 'x', 'x')`);
      await cutOthers();
      await connection.run(sql`INSERT INTO instance (id, name, created_at) VALUES ('2', 'x', 'x')`);
    });
    await expect(cut).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(await connection.transaction(() => connection.get(sql`SELECT count(*) AS count FROM instance`))).toEqual({
      count: 0,
    });
  });

  it('says so when it happens between two statements of a transaction', async () => {
    const cut = connection.transaction(async () => {
      await connection.run(sql`INSERT INTO instance (id, name, created_at) VALUES ('1', 'x', 'x')`);
      await cutOthers();
      await new Promise((resolve) => setTimeout(resolve, 100));
      await connection.insertRows('instance', ['id', 'name', 'created_at'], [['2', 'x', 'x']]);
    });
    await expect(cut).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(await connection.get(sql`SELECT count(*) AS count FROM instance`)).toEqual({ count: 0 });
  });

  it('collects statistics on a new connection when it is cut meanwhile', async () => {
    await other.run(sql`CREATE TABLE counted AS SELECT generate_series(1, 300) AS n`);
    const patient = await openSqlConnection(testDatabase.settings['WAYBILL_DATABASE_URL'] ?? '', 60_000);
    // A transaction sees the activity of others as it was at its first look.
    const waits = `SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'ANALYZE%'`;
    let collected: Promise<void> | undefined;
    await other.transaction(async () => {
      await other.run(sql`LOCK TABLE counted IN SHARE UPDATE EXCLUSIVE MODE`);
      collected = patient.analyze(['counted']);
      while ((await database.read.query<unknown[]>(waits)).length === 0);
      await cutOthers();
    });
    await collected;
    const rows = sql`SELECT reltuples::integer AS rows FROM pg_class WHERE relname = 'counted'`;
    expect(await other.get(rows)).toEqual({ rows: 300 });
    await patient.close();
  });

  it('gives the API new connections', async () => {
    await database.read.query('SELECT 1');
    await cutOthers();
    await database.read.query('SELECT 1').catch(() => undefined);
    expect(await database.write((manager) => manager.query('SELECT 2 AS two'))).toEqual([{ two: 2 }]);
  });

  it('refuses a text with U+0000 as the mistake of who gave it', async () => {
    const refusal = { code: 'BAD_USER_INPUT' };
    await expect(connection.all(sql`SELECT 1 WHERE ${'a\0b'} = 'a'`)).rejects.toMatchObject(refusal);
    await expect(
      connection.insertRows('instance', ['id', 'name', 'created_at'], [['1', 'a\0b', 'x']]),
    ).rejects.toMatchObject(refusal);
    const list = connection.all(sql`SELECT 1 WHERE 'a' IN ${['a\0']}`);
    await expect(list).rejects.toMatchObject(refusal);
  });
});
