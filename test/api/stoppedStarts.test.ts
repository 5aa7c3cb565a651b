/** A server that ends before it is ready: told to, while another one brings the tables up to date, or because its start fails. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ServerProcess } from '../support/serverProcess.js';
import { isPostgresWanted, makePostgresDatabase } from '../support/testDatabase.js';
import { onDatabase } from '../support/faults.js';
import { plainSettings, startTestServer } from '../support/testServer.js';

/** As in postgresModule.ts. */
const migrationLock = 7_236_154;
const onPostgres = isPostgresWanted() ? describe : describe.skip;

onPostgres('a server that is still starting', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends as asked on %s', async (signal) => {
    const { settings, remove } = await makePostgresDatabase();
    const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    const client = new pg.Client({ connectionString: settings['WAYBILL_DATABASE_URL'] });
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const server = ServerProcess.spawn(dataDir, { ...plainSettings(dataDir), ...settings });
    const waiting = 'SELECT 1 FROM pg_locks WHERE NOT granted AND objid = $1 AND database = $2';
    const { rows } = await client.query<{ oid: number }>(
      'SELECT oid FROM pg_database WHERE datname = current_database()',
    );
    while ((await client.query(waiting, [migrationLock, rows[0]!.oid])).rowCount === 0) await pause(20);
    expect(await server.kill(signal)).toEqual({ code: 0, signal: null });
    await client.end();
    await remove();
    await rm(dataDir, { recursive: true });
  });

  it('ends when its start fails, and leaves no connection that keeps it alive', async () => {
    const server = await startTestServer();
    try {
      await server.kill('SIGTERM');
      await onDatabase(server, 'ALTER TABLE edge_type RENAME TO edge_type_away');
      await expect(server.restart()).rejects.toThrow('edge_type');
      await onDatabase(server, 'ALTER TABLE edge_type_away RENAME TO edge_type');
      await server.restart();
    } finally {
      await server.stop();
    }
  });
});
