import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { baseEnvironment } from './serverProcess.js';
import { storedFilesOf } from './storedFiles.js';
import { isPostgresWanted, makeEmptyPostgresDatabase, type TestDatabase } from './testDatabase.js';
import { makeTestFiles } from './testFiles.js';
import { plainSettings, TestServer } from './testServer.js';
import { projectFile } from './projectFile.js';

const backupFile = projectFile('dist/src/backup.js');
const run = promisify(execFile);

export interface BackupEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A backup of a server, made by a process of its own; `wrapped`: a program before it, with its arguments. */
export function startBackup(
  server: TestServer,
  folder: string,
  { settings = {}, wrapped = [] }: { settings?: Record<string, string>; wrapped?: readonly string[] } = {},
): { end: Promise<BackupEnd>; kill: () => void } {
  const url = server.databaseUrl;
  const env = {
    ...baseEnvironment(),
    ...plainSettings(server.dataDir),
    ...(url === undefined ? {} : { WAYBILL_DATABASE_URL: url }),
    ...server.filesSettings,
    ...settings,
  };
  const command = [...wrapped, process.execPath, backupFile, folder];
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: tmpdir(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
  const end = new Promise<BackupEnd>((resolve) => {
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...texts });
    });
  });
  return { end, kill: () => child.kill('SIGKILL') };
}

/**
 * Follows the steps of docs/operating.md with a new data folder and, on PostgreSQL, a new database, or with `TEST_FILES=s3` a new part of
 * the store; gives a server that is not started.
 */
export async function restore(folder: string): Promise<TestServer> {
  const dataDir = path.join(await mkdtemp(path.join(tmpdir(), 'waybill-restored-')), 'data');
  await cp(folder, dataDir, { recursive: true });
  const settings = await makeTestFiles();
  const server = new TestServer({ dataDir, database: await restoredDatabase(folder), settings });
  if (settings['WAYBILL_FILES_URL'] !== undefined) await fillStore(server);
  return server;
}

/** From the copy of the backup in its data folder. */
async function fillStore(server: TestServer): Promise<void> {
  const files = storedFilesOf(server);
  const inCopy = (...names: string[]) => path.join(server.dataDir, ...names);
  for (const name of await readdir(inCopy('files'))) await files.write(name, await readFile(inCopy('files', name)));
  await files.owner.write(await readFile(inCopy('instance-id'), 'utf8'));
  await rm(inCopy('files'), { recursive: true });
  await rm(inCopy('instance-id'));
}

async function restoredDatabase(folder: string): Promise<TestDatabase> {
  if (!isPostgresWanted()) return { settings: {}, remove: () => Promise.resolve(), leftovers: {} };
  const database = await makeEmptyPostgresDatabase();
  const address = database.settings['WAYBILL_DATABASE_URL'] ?? '';
  await run('pg_restore', [
    '--no-owner',
    '--single-transaction',
    `--dbname=${address}`,
    path.join(folder, 'database.dump'),
  ]);
  return database;
}
