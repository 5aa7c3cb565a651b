import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerClient } from './serverClient.js';
import { baseEnvironment, mainFile, readyLine } from './serverProcess.js';
import { arePairsWanted, settingsOfPair } from './serverPair.js';
import { makeTestDatabase } from './testDatabase.js';
import { makeTestFiles } from './testFiles.js';
import { oncePerRun, type Leftovers } from './testRun.js';
import { adminToken, plainSettings, sqliteIn } from './testServer.js';

/**
 * A server that all tests of this jest worker share; it is started for the first of them and ends with the run. A test that uses
 * it makes projects of its own, and expects nothing of what others made. A test that needs settings, restarts or kills a server,
 * or reads its log or its files, starts one of its own: see testServer.ts.
 */
export function sharedServer(): Promise<SharedServer> {
  return serverOfWorker('api');
}

/** The same for tests in a browser: what they see in lists is their own, and not hundreds of projects of other tests. */
export function consoleServer(): Promise<SharedServer> {
  return serverOfWorker('console');
}

async function serverOfWorker(purpose: string): Promise<SharedServer> {
  const worker = process.env['JEST_WORKER_ID'] ?? '1';
  return new SharedServer(await oncePerRun(`server-${purpose}-${worker}`, start));
}

interface Address {
  url: string;
  database: string;
  dataDir: string;
  filesSettings: Record<string, string>;
}

export class SharedServer extends ServerClient {
  readonly token = adminToken;

  constructor(private readonly address: Address) {
    super();
  }

  get url(): string {
    return this.address.url;
  }

  get database(): string {
    return this.address.database;
  }

  get dataDir(): string {
    return this.address.dataDir;
  }

  /** As those of a test's own server. */
  get filesSettings(): Record<string, string> {
    return this.address.filesSettings;
  }

  keyFor(name: string): string {
    return `${name}-${randomBytes(4).toString('hex')}`;
  }
}

/** It outlives the test file that starts it: its output goes to files, and nothing here waits for its end. */
async function start(): Promise<{ value: Address; leftovers: Leftovers }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'waybill-'));
  const database = await makeTestDatabase();
  const filesSettings = await makeTestFiles();
  const settings = { ...plainSettings(dataDir), ...database.settings, ...filesSettings };
  const pair = arePairsWanted() ? settingsOfPair(settings) : undefined;
  const server = await startProcess(dataDir, pair?.api ?? settings);
  const processes = [server, ...(pair ? [await startProcess(dataDir, pair.worker)] : [])];
  const address = database.settings['WAYBILL_DATABASE_URL'] ?? sqliteIn(dataDir);
  const value = { url: server.url, database: address, dataDir, filesSettings };
  const leftovers = { processes: processes.map(({ pid }) => ({ pid, signal: 'SIGTERM' as const })) };
  return { value, leftovers: { ...leftovers, folder: dataDir, log: server.log, ...database.leftovers } };
}

async function startProcess(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ url: string; pid: number; log: string }> {
  const log = path.join(dataDir, `${settings['WAYBILL_ROLE'] ?? 'output'}.log`);
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [mainFile], {
    cwd: dataDir,
    env: { ...baseEnvironment(), ...settings },
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  child.unref();
  const url = await readyAddress(log, () => child.exitCode);
  return { url, pid: child.pid ?? 0, log };
}

async function readyAddress(log: string, exitCode: () => number | null): Promise<string> {
  for (;;) {
    const text = readFileSync(log, 'utf8');
    const url = text.split('\n').flatMap((line) => readyLine.exec(line)?.[1] ?? [])[0];
    if (url !== undefined) return url;
    if (exitCode() !== null) throw new Error(`The shared server ended before it was ready: ${text}`);
    await sleep(20);
  }
}
