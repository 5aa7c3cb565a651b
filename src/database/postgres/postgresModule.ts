import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Database, DatabaseModule, OpenOptions } from '../database.js';
import { refuseOtherTables } from '../refuseOtherTables.js';
import { migrationsOf } from '../schema/migrations.js';
import { SnakeNaming } from '../snakeNaming.js';
import { PostgresDatabase } from './postgresDatabase.js';
import { observedDriver } from './observedPool.js';
import { connectionOptions, safeAddress, unopened } from './postgresOptions.js';
import { ServerPresence } from './serverPresence.js';

const defaultPoolSize = 10;

/** Any number, the same in every version: servers that start at the same time migrate the schema one after the other. */
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
    await refuseOtherTables(source, address);
    await source.runMigrations();
    await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    await runner.release();
  }
}

function dataSourceOptions({
  url,
  entities,
  logger,
  poolSize = defaultPoolSize,
}: Omit<OpenOptions, 'busyTimeoutMs'>): DataSourceOptions {
  return {
    type: 'postgres',
    driver: observedDriver,
    url,
    extra: connectionOptions(url),
    poolSize,
    entities: [...entities],
    migrations: migrationsOf('postgres'),
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new SnakeNaming(),
    // The driver reports idle connections that were closed; the pool opens new ones.
    poolErrorHandler: () => undefined,
    ...(logger ? { logging: 'all', logger } : {}),
  };
}
