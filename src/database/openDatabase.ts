import type { DataSourceOptions } from 'typeorm';
import type { Database, DatabaseModule, EntityClass, OpenOptions } from './database.js';
import { isPostgresUrl } from './databaseUrl.js';
import { postgresModule } from './postgres/postgresModule.js';
import { sqliteModule } from './sqlite/sqliteModule.js';

function moduleFor(url: string): DatabaseModule {
  return isPostgresUrl(url) ? postgresModule : sqliteModule;
}

/**
 * Opens the database for the API thread and brings its schema up to date.
 * @throws AppError CONFIGURATION_INVALID when it can't be reached, or belongs to another server.
 */
export function openDatabase(options: OpenOptions): Promise<Database> {
  return moduleFor(options.url).openDatabase(options);
}

/** TypeORM's settings for an address; also what the TypeORM command line uses. */
export function dataSourceOptions(url: string, entities: readonly EntityClass[]): DataSourceOptions {
  return moduleFor(url).dataSourceOptions({ url, entities });
}
