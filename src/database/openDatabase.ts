import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DataSource, type DataSourceOptions, type Logger } from 'typeorm';
import { Database } from './database.js';
import { SnakeNaming } from './snakeNaming.js';
import { InitialSchema1700000000000 } from './migrations/1700000000000-InitialSchema.js';
import { sqlitePragmas } from './sqlite/sqlitePragmas.js';

type EntityClass = new () => object;

interface OpenOptions {
  url: string;
  entities: readonly EntityClass[];
  busyTimeoutMs: number;
  /** Sees every statement; tests use it to count them. */
  logger?: Logger;
}

/** The path in an address such as `sqlite:/var/lib/waybill/waybill.sqlite`. */
export function sqliteFile(url: string): string {
  return path.resolve(url.replace(/^sqlite:(\/\/)?/, ''));
}

/** TypeORM's settings for an address; also what the TypeORM command line uses. */
export function dataSourceOptions(url: string, entities: readonly EntityClass[], logger?: Logger): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    database: sqliteFile(url),
    entities: [...entities],
    migrations: [InitialSchema1700000000000],
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new SnakeNaming(),
    // 0: a busy database is waited for outside the driver, see Database.
    timeout: 0,
    prepareDatabase: (database: { pragma: (text: string) => unknown }) => {
      for (const pragma of sqlitePragmas) database.pragma(pragma);
    },
    ...(logger ? { logging: 'all', logger } : {}),
  };
}

/** Opens both connections and brings the schema up to date. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  mkdirSync(path.dirname(sqliteFile(options.url)), { recursive: true });
  const [writer, reader] = await Promise.all([connect(options), connect(options)]);
  await writer.runMigrations();
  return new Database(reader, writer, options.busyTimeoutMs);
}

function connect({ url, entities, logger }: OpenOptions): Promise<DataSource> {
  return new DataSource(dataSourceOptions(url, entities, logger)).initialize();
}
