import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Database, DatabaseModule, OpenOptions } from '../database.js';
import { InitialSchema1700000000000 } from '../migrations/sqlite/1700000000000-InitialSchema.js';
import { PlannerStatistics1700000001000 } from '../migrations/sqlite/1700000001000-PlannerStatistics.js';
import { SnakeNaming } from '../snakeNaming.js';
import { lockForServer } from './serverLock.js';
import { SqliteDatabase } from './sqliteDatabase.js';
import { fileOf } from './sqliteFile.js';
import { apiCacheKib, sqlitePragmas } from './sqlitePragmas.js';

/** The embedded default: one file, one server. */
export const sqliteModule: DatabaseModule = {
  openDatabase,
  dataSourceOptions,
};

async function openDatabase(options: OpenOptions): Promise<Database> {
  const file = fileOf(options.url);
  mkdirSync(path.dirname(file), { recursive: true });
  const release = lockForServer(file);
  try {
    const [writer, reader] = await Promise.all([connect(options), connect(options)]);
    await writer.runMigrations();
    return new SqliteDatabase({ reader, writer, busyTimeoutMs: options.busyTimeoutMs, release });
  } catch (error) {
    release();
    throw error;
  }
}

function connect(options: OpenOptions): Promise<DataSource> {
  return new DataSource(dataSourceOptions(options)).initialize();
}

function dataSourceOptions({ url, entities, logger }: Omit<OpenOptions, 'busyTimeoutMs'>): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    database: fileOf(url),
    entities: [...entities],
    migrations: [InitialSchema1700000000000, PlannerStatistics1700000001000],
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new SnakeNaming(),
    // 0: a busy database is waited for outside the driver, see SqliteDatabase.
    timeout: 0,
    prepareDatabase: (database: { pragma: (text: string) => unknown }) => {
      for (const pragma of sqlitePragmas(apiCacheKib)) database.pragma(pragma);
    },
    ...(logger ? { logging: 'all', logger } : {}),
  };
}
