import { openSqlConnection } from '../../../../src/database/openSqlConnection.js';
import { sql } from '../../../../src/database/worker.js';
import { isPostgresWanted, makePostgresDatabase } from '../../../support/testDatabase.js';
import { describeSqlConnection } from '../sqlConnectionBehaviour.js';

// `npm test` needs no PostgreSQL; `npm run test:postgres` and CI do, and fail without it.
if (isPostgresWanted() || process.env['CI'] === 'true') {
  describeSqlConnection('a connection to PostgreSQL', async () => {
    const { settings, remove } = await makePostgresDatabase();
    return { url: settings['WAYBILL_DATABASE_URL'] ?? '', remove };
  });

  it('prepares a statement once, whatever its values are', async () => {
    const { settings, remove } = await makePostgresDatabase();
    const connection = await openSqlConnection(settings['WAYBILL_DATABASE_URL'] ?? '', 300);
    for (const names of [['a'], [], ['b', 'c']])
      await connection.all(sql`SELECT 'marked' AS mark WHERE 'a' IN ${names} OR ${names.length} > 3`);
    const prepared = await connection.all(
      sql`SELECT count(*) AS count FROM pg_prepared_statements WHERE statement LIKE ${"%'marked' AS mark WHERE%"}`,
    );
    expect(prepared).toEqual([{ count: 1 }]);
    await connection.close();
    await remove();
  });

  it('stops a statement that takes longer than it may', async () => {
    const { settings, remove } = await makePostgresDatabase();
    const connection = await openSqlConnection(settings['WAYBILL_DATABASE_URL'] ?? '', 300, { statementTimeoutMs: 50 });
    await expect(connection.all(sql`SELECT pg_sleep(600)`)).rejects.toMatchObject({ code: 'QUERY_TOO_SLOW' });
    expect(await connection.all(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
    await connection.close();
    await remove();
  });
} else {
  describe.skip('a connection to PostgreSQL', () => {
    it('is tested by npm run test:postgres', () => undefined);
  });
}
