import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../shared/appError.js';
import { environmentWith } from '../../shared/config.js';
import type { CopyOptions, DatabaseCopy } from '../databaseCopy.js';
import { sql } from '../sql.js';
import { PostgresConnection } from './postgresConnection.js';
import { libpqAddress, unopened } from './postgresOptions.js';

const fileName = 'database.dump';
const execute = promisify(execFile);

/** Dumps a database with pg_dump, in the same snapshot that `work` reads. */
export async function dumpPostgres<T>(
  { url, folder, busyTimeoutMs }: CopyOptions,
  work: (copy: DatabaseCopy) => Promise<T>,
): Promise<T> {
  const file = path.join(folder, fileName);
  const connection = new PostgresConnection(url, { busyTimeoutMs });
  try {
    await connection.now().catch((error: unknown) => {
      throw unopened(url, error instanceof AppError ? (error.cause ?? error) : error);
    });
    return await connection.snapshot(async () => {
      // The transaction stays open until pg_dump has ended, however long that takes.
      await connection.run(sql`SET LOCAL idle_in_transaction_session_timeout = 0`);
      const row = await connection.get<{ snapshot: string }>(sql`SELECT pg_export_snapshot() AS snapshot`);
      const { address, password } = libpqAddress(url);
      const dump = ['--format=custom', `--snapshot=${row?.snapshot ?? ''}`, `--file=${file}`, '--no-password', address];
      await run('pg_dump', dump, password);
      // Reads the whole archive.
      await run('pg_restore', ['--file=/dev/null', file]);
      return work({ connection, fileName });
    });
  } finally {
    await connection.close();
  }
}

/** @param password not passed as an argument, because all users of the machine can see arguments */
async function run(program: string, args: string[], password?: string): Promise<void> {
  try {
    await execute(program, args, { env: environmentWith({ LC_ALL: 'C', PGPASSWORD: password }) });
  } catch (error) {
    throw faultOf(program, error as Error & { code?: unknown; stderr?: string });
  }
}

function faultOf(program: string, error: Error & { code?: unknown; stderr?: string }): AppError {
  if (error.code === 'ENOENT')
    return AppError.configuration(
      `There is no ${program} on this machine. Install the client programs of PostgreSQL, of the version of the database server or a newer one.`,
    );
  const said = error.stderr?.trim() ?? error.message;
  if (said.includes('No space left on device')) return AppError.diskFull(error);
  return AppError.configuration(`${program} failed:\n${said}`, error);
}
