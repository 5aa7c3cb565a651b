/** Faults from outside a server, and whether it left anything lying about. */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { sql } from '../../src/database/worker.js';
import { storedFilesOf } from './storedFiles.js';
import type { TestServer } from './testServer.js';

const run = promisify(execFile);

/** A server whose files and database a test may look into. */
type KnownFiles = Pick<TestServer, 'dataDir' | 'filesSettings' | 'database'>;

/**
 * Lets the server write no file beyond a size, as if the disk were full there; undefined takes that back. Only the soft limit changes,
 * which needs no rights. Node ignores the signal that comes with it, so that a write fails with EFBIG.
 */
export async function limitFileSize(server: TestServer, bytes?: number): Promise<void> {
  await run('prlimit', ['--pid', String(server.pid), `--fsize=${bytes ?? 'unlimited'}:unlimited`]);
}

/** Runs a statement on the server's PostgreSQL database, past the server. */
export async function onDatabase(server: TestServer, sql: string): Promise<void> {
  await withDatabase(server, (client) => client.query(sql));
}

/** Lends a connection to the server's PostgreSQL database, past the server. */
export async function withDatabase<T>(server: TestServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Names of files that nobody knows of: among the stored files, and in the server's folder for temporary files (`TMPDIR` in
 * its settings). What is being removed when this is called is waited for.
 */
export async function strays(server: KnownFiles, tempDir?: string): Promise<string[]> {
  for (let attempt = 0; ; attempt += 1) {
    const found = [...(await unknownFiles(server)), ...(tempDir === undefined ? [] : await readdir(tempDir))];
    if (found.length === 0 || attempt === 6000) return found;
    await pause(10);
  }
}

async function unknownFiles(server: KnownFiles): Promise<string[]> {
  const names = await storedFilesOf(server).names();
  if (names.length === 0) return [];
  const connection = await openSqlConnection(server.database, 60_000);
  try {
    const rows = await connection.all<{ id: string }>(sql`SELECT id FROM stored_file`);
    const known = new Set(rows.map(({ id }) => id));
    return names.filter((name) => !known.has(name));
  } finally {
    await connection.close();
  }
}
