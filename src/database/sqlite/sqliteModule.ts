import path from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Database, DatabaseModule, OpenOptions } from '../database.js';
import { AppError } from '../../shared/appError.js';
import { makeFolder } from '../../shared/makeFolder.js';
import { refuseOtherTables } from '../refuseOtherTables.js';
import { migrationsOf } from '../schema/migrations.js';
import { SnakeNaming } from '../snakeNaming.js';
import { closeToOthers } from './closeToOthers.js';
import { lockForServer } from './serverLock.js';
import { SqliteDatabase } from './sqliteDatabase.js';
import { sqliteDriver } from './sqliteDriver.js';
import { fileOf } from './sqliteFile.js';
import { apiCacheKib, sqlitePragmas } from './sqlitePragmas.js';

/** The embedded default: one file, used by one server. */
export const sqliteModule: DatabaseModule = {
  openDatabase,
  dataSourceOptions,
};

async function openDatabase(options: OpenOptions): Promise<Database> {
  const file = fileOf(options.url);
  let release: (() => void) | undefined;
  try {
    makeFolder(path.dirname(file));
    for (const each of [file, `${file}.lock`]) closeToOthers(each);
    release = lockForServer(file);
    const [writer, reader] = await Promise.all([connect(options), connect(options)]);
    await refuseOtherTables(writer, file);
    await writer.runMigrations();
    return new SqliteDatabase({ reader, writer, busyTimeoutMs: options.busyTimeoutMs, release });
  } catch (error) {
    release?.();
    throw openFault(error, file);
  }
}

/** Errors that an operator can fix, as sentences. */
function openFault(error: unknown, file: string): unknown {
  const { code, driverError, syscall, message } = error as OpenFault;
  if (syscall !== undefined) {
    return AppError.configuration(
      `The folder of the database file ${file} cannot be created (${message}). Set WAYBILL_DATABASE_URL to a file in a folder that the user of this server can write to.`,
      error,
    );
  }
  const found = String(code ?? driverError?.code);
  const reason = Object.entries(openFaults).find(([start]) => found.startsWith(start))?.[1];
  return reason === undefined ? error : AppError.configuration(`The database file ${file} ${reason}`);
}

/** The code of an error of the driver, also inside an error of TypeORM, or of the operating system. */
interface OpenFault {
  code?: unknown;
  driverError?: { code?: unknown };
  syscall?: string;
  message: string;
}

const openFaults: Readonly<Record<string, string>> = {
  SQLITE_NOTADB:
    'is no SQLite database. Give WAYBILL_DATABASE_URL or WAYBILL_DATA_DIR another place, or move the file away.',
  SQLITE_CORRUPT: 'is damaged. Put a backup of it in its place.',
  SQLITE_READONLY: 'or its folder cannot be written. Let the user of this server write both.',
  SQLITE_CANTOPEN: 'cannot be opened. Let the user of this server read and write it and its folder.',
  SQLITE_FULL: 'cannot be written, because the disk is full. Make room and start again.',
};

function connect(options: OpenOptions): Promise<DataSource> {
  return new DataSource(dataSourceOptions(options)).initialize();
}

function dataSourceOptions({ url, entities, logger }: Omit<OpenOptions, 'busyTimeoutMs'>): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    driver: sqliteDriver(),
    database: fileOf(url),
    entities: [...entities],
    migrations: migrationsOf('sqlite'),
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new SnakeNaming(),
    // 0: waiting for a busy database happens outside the driver, see SqliteDatabase.
    timeout: 0,
    prepareDatabase: (database: { pragma: (text: string) => unknown }) => {
      for (const pragma of sqlitePragmas(apiCacheKib)) database.pragma(pragma);
    },
    ...(logger ? { logging: 'all', logger } : {}),
  };
}
