import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { baseEnvironment } from './serverProcess.js';
import { isPostgresWanted, makeEmptyPostgresDatabase } from './testDatabase.js';
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
    cwd: path.dirname(folder),
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

/** Follows the steps of docs/operating.md with a new data folder and, on PostgreSQL, a new database; gives a server that is not started. */
export async function restore(folder: string): Promise<TestServer> {
  const dataDir = path.join(await mkdtemp(path.join(tmpdir(), 'waybill-restored-')), 'data');
  await cp(folder, dataDir, { recursive: true });
  if (!isPostgresWanted())
    return new TestServer({
      dataDir,
      database: { settings: {}, remove: () => Promise.resolve(), leftovers: {} },
      settings: {},
    });
  const database = await makeEmptyPostgresDatabase();
  const address = database.settings['WAYBILL_DATABASE_URL'] ?? '';
  await run('pg_restore', [
    '--no-owner',
    '--single-transaction',
    `--dbname=${address}`,
    path.join(folder, 'database.dump'),
  ]);
  return new TestServer({ dataDir, database, settings: {} });
}
