import type { DataSourceOptions } from 'typeorm';
import type { Database, DatabaseModule, EntityClass, OpenOptions } from './database.js';
import { isPostgresUrl } from './databaseUrl.js';

/** Loads the module of the database of an address. */
async function moduleFor(url: string): Promise<DatabaseModule> {
  return isPostgresUrl(url)
    ? (await import('./postgres/postgresModule.js')).postgresModule
    : (await import('./sqlite/sqliteModule.js')).sqliteModule;
}

/**
 * Opens the database for the API thread and brings its schema up to date.
 * @throws AppError CONFIGURATION_INVALID if it cannot be reached, or belongs to another server
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  return (await moduleFor(options.url)).openDatabase(options);
}

/** TypeORM's settings for an address; also what the TypeORM command line uses. */
export async function dataSourceOptions(url: string, entities: readonly EntityClass[]): Promise<DataSourceOptions> {
  return (await moduleFor(url)).dataSourceOptions({ url, entities });
}
