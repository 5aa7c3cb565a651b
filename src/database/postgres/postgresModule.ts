import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Database, DatabaseModule, OpenOptions } from '../database.js';
import { InitialSchema1700000000000 } from '../migrations/postgres/1700000000000-InitialSchema.js';
import { ProjectPacks1700000002000 } from '../migrations/postgres/1700000002000-ProjectPacks.js';
import { Templates1700000003000 } from '../migrations/postgres/1700000003000-Templates.js';
import { RejectedItems1700000005000 } from '../migrations/postgres/1700000005000-RejectedItems.js';
import { ImportRemaps1700000006000 } from '../migrations/postgres/1700000006000-ImportRemaps.js';
import { UniqueTexts1700000006500 } from '../migrations/postgres/1700000006500-UniqueTexts.js';
import { IncompleteRecords1700000007000 } from '../migrations/postgres/1700000007000-IncompleteRecords.js';
import { TaskCallbacks1700000007500 } from '../migrations/postgres/1700000007500-TaskCallbacks.js';
import { Access1700000008000 } from '../migrations/postgres/1700000008000-Access.js';
import { ResourceReaders1700000009000 } from '../migrations/postgres/1700000009000-ResourceReaders.js';
import { ImportPrincipals1700000009500 } from '../migrations/postgres/1700000009500-ImportPrincipals.js';
import { HeldResources1700000010400 } from '../migrations/postgres/1700000010400-HeldResources.js';
import { AuditEvents1700000008500 } from '../migrations/postgres/1700000008500-AuditEvents.js';
import { Undos1700000010000 } from '../migrations/postgres/1700000010000-Undos.js';
import { AwaitedTokens1700000012400 } from '../migrations/postgres/1700000012400-AwaitedTokens.js';
import { ListOrders1700000013000 } from '../migrations/postgres/1700000013000-ListOrders.js';
import { KindCounts1700000013400 } from '../migrations/postgres/1700000013400-KindCounts.js';
import { Deleting1700000013800 } from '../migrations/postgres/1700000013800-Deleting.js';
import { ResourceCounts1700000010800 } from '../migrations/postgres/1700000010800-ResourceCounts.js';
import { NameEndings1700000011200 } from '../migrations/postgres/1700000011200-NameEndings.js';
import { TaskPrincipal1700000011600 } from '../migrations/postgres/1700000011600-TaskPrincipal.js';
import { EntrySites1700000012000 } from '../migrations/postgres/1700000012000-EntrySites.js';
import { refuseNewerSchema } from '../refuseNewerSchema.js';
import { SnakeNaming } from '../snakeNaming.js';
import { PostgresDatabase } from './postgresDatabase.js';
import { connectionOptions, safeAddress, unopened } from './postgresOptions.js';
import { ServerPresence } from './serverPresence.js';

const poolSize = 10;

/** Any number, the same in every version: servers that start together bring the schema up to date one after the other. */
const migrationLock = 7_236_154;

/** For more than one server, or more than one machine. */
export const postgresModule: DatabaseModule = {
  openDatabase,
  dataSourceOptions,
};

async function openDatabase(options: OpenOptions): Promise<Database> {
  const source = await connect(options);
  try {
    await migrate(source, safeAddress(options.url));
    const announced = await ServerPresence.announce(options.url);
    return new PostgresDatabase({ source, ...announced, busyTimeoutMs: options.busyTimeoutMs });
  } catch (error) {
    await source.destroy();
    throw error;
  }
}

async function connect(options: OpenOptions): Promise<DataSource> {
  try {
    return await new DataSource(dataSourceOptions(options)).initialize();
  } catch (error) {
    throw unopened(options.url, error);
  }
}

async function migrate(source: DataSource, address: string): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await refuseNewerSchema(source, address);
    await source.runMigrations();
    await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    await runner.release();
  }
}

function dataSourceOptions({ url, entities, logger }: Omit<OpenOptions, 'busyTimeoutMs'>): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    extra: connectionOptions(url),
    poolSize,
    entities: [...entities],
    migrations: [
      InitialSchema1700000000000,
      ProjectPacks1700000002000,
      Templates1700000003000,
      RejectedItems1700000005000,
      ImportRemaps1700000006000,
      UniqueTexts1700000006500,
      IncompleteRecords1700000007000,
      TaskCallbacks1700000007500,
      Access1700000008000,
      AuditEvents1700000008500,
      ResourceReaders1700000009000,
      ImportPrincipals1700000009500,
      Undos1700000010000,
      HeldResources1700000010400,
      ResourceCounts1700000010800,
      NameEndings1700000011200,
      TaskPrincipal1700000011600,
      EntrySites1700000012000,
      AwaitedTokens1700000012400,
      ListOrders1700000013000,
      KindCounts1700000013400,
      Deleting1700000013800,
    ],
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new SnakeNaming(),
    // The driver tells of idle connections that were cut; the pool makes new ones.
    poolErrorHandler: () => undefined,
    ...(logger ? { logging: 'all', logger } : {}),
  };
}
