import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ServerClient } from './serverClient.js';
import { ServerProcess, type ProcessEnd } from './serverProcess.js';
import { arePairsWanted, settingsOfPair } from './serverPair.js';
import { makeTestDatabase, type TestDatabase } from './testDatabase.js';
import { makeTestFiles } from './testFiles.js';

interface TestServerOptions {
  /** Settings beyond those of every test server: no demo, no log, any free port, a data folder of its own. */
  settings?: Record<string, string>;
  /** Why it must be one process also where servers are pairs (`TEST_PROCESSES=2`). */
  isOneProcess?: string;
}

/** Starts the built server with an empty database, for tests that can't use the one that is shared (sharedServer.ts). Call `stop` in `afterAll`. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
  const server = new TestServer({
    dataDir,
    database: await makeTestDatabase(),
    settings: { ...(await makeTestFiles()), ...options.settings },
    isPair: arePairsWanted() && options.isOneProcess === undefined,
  });
  try {
    await server.start();
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** The secret of the superuser's token on every test server. */
export const adminToken = 'the-token-of-the-superuser-of-test-servers';

/** The address of the SQLite file that a server makes in its data folder. */
export function sqliteIn(dataDir: string): string {
  return `sqlite:${path.join(dataDir, 'waybill.sqlite')}`;
}

/** What every test server is started with. */
export function plainSettings(dataDir: string): Record<string, string> {
  return {
    WAYBILL_DATA_DIR: dataDir,
    WAYBILL_PORT: '0',
    WAYBILL_DEMO: 'false',
    WAYBILL_LOG_LEVEL: 'silent',
    WAYBILL_ADMIN_TOKEN: adminToken,
  };
}

interface ServerParts {
  dataDir: string;
  database: TestDatabase;
  settings: Record<string, string>;
  /** Whether a second process runs its tasks. */
  isPair?: boolean;
}

/** A server of a test's own: a process that it may stop, kill and start again, and whose log and files it may read. */
export class TestServer extends ServerClient {
  private process: ServerProcess | undefined;
  /** Runs the tasks of a pair. */
  private worker: ServerProcess | undefined;
  private address = '';

  constructor(private readonly parts: ServerParts) {
    super();
  }

  get dataDir(): string {
    return this.parts.dataDir;
  }

  /** Address without a path; another one after each start. */
  get url(): string {
    return this.address;
  }

  get isRunning(): boolean {
    return this.process !== undefined;
  }

  get pid(): number {
    if (!this.process) throw new Error('The server is not running.');
    return this.process.pid;
  }

  /** The database that it uses; undefined for the SQLite file in its data folder. */
  get databaseUrl(): string | undefined {
    return this.parts.database.settings['WAYBILL_DATABASE_URL'];
  }

  /** What names the store of its files; nothing for the folder in its data folder. */
  get filesSettings(): Record<string, string> {
    const own = Object.entries(this.parts.settings);
    return Object.fromEntries(own.filter(([name]) => /^WAYBILL_(FILES|S3)_/.test(name)));
  }

  get database(): string {
    return this.databaseUrl ?? sqliteIn(this.dataDir);
  }

  /** Its tests know all of its projects: the name itself. */
  keyFor(name: string): string {
    return name;
  }

  /** What it wrote to its log so far. */
  get log(): string {
    return (this.process?.stderr ?? '') + (this.worker?.stderr ?? '');
  }

  /** The lines that it wrote for who started it, the last time. */
  get greeting(): readonly string[] {
    return this.process?.greeting ?? [];
  }

  /** With settings that hold for this start only. */
  async start(settings: Record<string, string> = {}): Promise<void> {
    const all = {
      ...plainSettings(this.dataDir),
      ...this.parts.database.settings,
      ...this.parts.settings,
      ...settings,
    };
    this.worker = undefined;
    const isPair = this.parts.isPair === true && settings['WAYBILL_ROLE'] === undefined;
    const pair = isPair ? settingsOfPair(all) : undefined;
    this.process = ServerProcess.spawn(this.dataDir, pair?.api ?? all);
    this.address = await this.process.ready();
    if (!pair) return;
    this.worker = ServerProcess.spawn(this.dataDir, pair.worker);
    await this.worker.ready();
  }

  get token(): string {
    return adminToken;
  }

  /** Ends the process and keeps the data. */
  async kill(signal: NodeJS.Signals): Promise<ProcessEnd> {
    if (!this.process) throw new Error('The server is not running.');
    const [end] = await Promise.all([this.process.kill(signal), this.worker?.kill(signal)]);
    this.process = undefined;
    return end;
  }

  /** Starts again on the same data, after a clean stop unless it was killed before. */
  async restart(settings: Record<string, string> = {}): Promise<void> {
    if (this.process) await this.kill('SIGTERM');
    await this.start(settings);
  }

  /** Ends the process and removes the data. */
  async stop(): Promise<void> {
    if (this.process) await this.kill('SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
    await this.parts.database.remove();
  }
}
