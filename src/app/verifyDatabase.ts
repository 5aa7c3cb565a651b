import { openExistingDatabase, type SqlConnection } from '../database/index.js';
import { makeFileStore, type FileStore } from '../features/files/index.js';
import { EdgeTypes } from '../features/kinds/index.js';
import { verifySnapshot, type Verification } from '../features/verifying/index.js';
import { systemClock } from '../shared/clock.js';
import type { Config } from '../shared/config.js';
import { knownKinds } from './packs.js';

/**
 * Checks the database that the settings name, without a server.
 * @throws AppError CONFIGURATION_INVALID with a sentence for the operator if there is no database of this version
 */
export async function verifyDatabase(config: Config): Promise<Verification> {
  const connection = await openExistingDatabase(config.databaseUrl, config.busyTimeoutMs);
  try {
    return await connection.snapshot(() => verifyState(connection, config, makeFileStore(config.files)));
  } finally {
    await connection.close();
  }
}

/** Checks the state that a connection reads in its snapshot, with the files of a store. */
export async function verifyState(
  connection: SqlConnection,
  config: Config,
  fileStore: FileStore,
): Promise<Verification> {
  const { batchSize, fileLimits } = config;
  const kinds = knownKinds(config);
  const edgeTypes = await EdgeTypes.load(connection, kinds);
  const instance = { id: '', name: '' };
  const context = { connection, kinds, edgeTypes, fileStore, batchSize, fileLimits, clock: systemClock, instance };
  return verifySnapshot(context, { checkpoint: () => Promise.resolve() });
}
