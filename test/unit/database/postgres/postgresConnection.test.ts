import { isPostgresWanted, makePostgresDatabase } from '../../../support/testDatabase.js';
import { describeSqlConnection } from '../sqlConnectionBehaviour.js';

// `npm test` needs no PostgreSQL; `npm run test:postgres` and CI do, and fail without it.
if (isPostgresWanted() || process.env['CI'] === 'true') {
  describeSqlConnection('a connection to PostgreSQL', async () => {
    const { settings, remove } = await makePostgresDatabase();
    return { url: settings['WAYBILL_DATABASE_URL'] ?? '', remove };
  });
} else {
  describe.skip('a connection to PostgreSQL', () => {
    it('is tested by npm run test:postgres', () => undefined);
  });
}
