import path from 'node:path';
import { openSqlConnection } from '../database/openSqlConnection.js';
import { EdgeTypes } from '../features/kinds/index.js';
import { verifyCall, type Verification } from '../features/verifying/index.js';
import { systemClock } from '../shared/clock.js';
import type { Config } from '../shared/config.js';
import { knownKinds } from './packs.js';

/** Checks the database that the settings name, without a server. */
export async function verifyDatabase(config: Config): Promise<Verification> {
  const connection = await openSqlConnection(config.databaseUrl, config.busyTimeoutMs);
  try {
    const kinds = knownKinds(config);
    const edgeTypes = await EdgeTypes.load(connection, kinds);
    const settings = {
      filesDir: path.join(config.dataDir, 'files'),
      batchSize: config.batchSize,
      fileLimits: config.fileLimits,
    };
    const instance = { id: '', name: '' };
    const context = { connection, kinds, edgeTypes, ...settings, clock: systemClock, instance };
    const signals = { report: () => undefined, checkpoint: () => Promise.resolve() };
    return await verifyCall.run(context, null, signals);
  } finally {
    await connection.close();
  }
}
