import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { writeBundleFile } from './bundleFiles.js';
import { makeSingleView } from './fastDataResources.js';
import type { GraphqlClient } from './graphqlClient.js';
import { createProject } from './projectScene.js';
import { RedisServer } from './redisServer.js';
import { makePostgresDatabase, type TestDatabase } from './testDatabase.js';
import { TestServer } from './testServer.js';

type BundleFile = Awaited<ReturnType<typeof writeBundleFile>>;

/** Views of which reading takes some seconds. */
const slowCount = 60_000;
const smallCount = 10;

interface SceneParts {
  redis: RedisServer;
  dataDir: string;
  database: TestDatabase;
  small: BundleFile;
  large: BundleFile;
}

/** Two processes that answer requests, on a PostgreSQL database and a Redis of their own, and as many workers as a test starts. */
export class ProcessScene {
  readonly counts = { small: smallCount, large: slowCount };
  readonly apis: TestServer[] = [];
  branchId = '';
  private readonly workers: TestServer[] = [];

  private constructor(private readonly parts: SceneParts) {}

  static async make(): Promise<ProcessScene> {
    const file = (count: number) =>
      writeBundleFile(
        Array.from({ length: count }, (_, index) => makeSingleView(`view_${index}`)),
        { format: 'JSONL' },
      );
    const [small, large] = await Promise.all([file(smallCount), file(slowCount)]);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    const [redis, database] = await Promise.all([RedisServer.make(), makePostgresDatabase()]);
    const scene = new ProcessScene({ redis, dataDir, database, small, large });
    scene.apis.push(...(await Promise.all([scene.start('api'), scene.start('api')])));
    ({ branchId: scene.branchId } = await createProject(scene.api(0), 'shared'));
    return scene;
  }

  get redis(): RedisServer {
    return this.parts.redis;
  }

  get dataDir(): string {
    return this.parts.dataDir;
  }

  get databaseSettings(): Record<string, string> {
    return this.parts.database.settings;
  }

  api(at: 0 | 1): TestServer {
    return this.apis[at]!;
  }

  async start(role: string, more: Record<string, string> = {}): Promise<TestServer> {
    const { redis, dataDir, database } = this.parts;
    const settings = {
      ...{ WAYBILL_ROLE: role, WAYBILL_REDIS_URL: redis.url, WAYBILL_TASK_WORKERS: '2' },
      ...{ WAYBILL_FILES_URL: path.join(dataDir, 'shared'), ...more },
    };
    const server = new TestServer({ dataDir, database, settings });
    await server.start();
    return server;
  }

  /** Ended by `endWorkers`, unless the test ends it. */
  async startWorker(more: Record<string, string> = {}): Promise<TestServer> {
    const worker = await this.start('worker', more);
    this.workers.push(worker);
    return worker;
  }

  async endWorkers(): Promise<void> {
    for (const worker of this.workers.splice(0)) if (worker.isRunning) await worker.kill('SIGTERM');
  }

  async remove(): Promise<void> {
    const { redis, dataDir, database, small, large } = this.parts;
    for (const server of this.apis) await server.kill('SIGTERM');
    await redis.remove();
    await database.remove();
    for (const file of [small, large]) await file.remove();
    await rm(dataDir, { recursive: true, force: true });
  }

  /** Starts the reading of a file, and gives the id of the task. */
  async stage(size: 'small' | 'large', client: Pick<GraphqlClient, 'upload'> = this.api(0)): Promise<string> {
    const { plan, problems } = await client.upload({ path: this.parts[size].path }, { branchId: this.branchId });
    if (!plan) throw new Error(JSON.stringify(problems));
    return plan.task.id;
  }

  async query(sql: string): Promise<Record<string, unknown>[]> {
    const client = await this.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** Keeps what a statement took for its session, until the function that it gives is called. */
  async hold(sql: string): Promise<() => Promise<void>> {
    const client = await this.connect();
    await client.query(sql);
    return () => client.end();
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.databaseSettings['WAYBILL_DATABASE_URL'] });
    await client.connect();
    return client;
  }

  /** Waits until a task runs, and gives the id of the process that runs it. */
  async runnerOf(taskId: string): Promise<unknown> {
    for (;;) {
      const [row] = await this.query(`SELECT runner_id FROM task WHERE id = '${taskId}' AND status = 'RUNNING'`);
      if (row) return row['runner_id'];
    }
  }

  async attemptsOf(taskId: string): Promise<unknown> {
    const [row] = await this.query(`SELECT attempt FROM task WHERE id = '${taskId}'`);
    return row?.['attempt'];
  }

  async statusOf(taskId: string): Promise<string | undefined> {
    return (await this.api(0).operation('Task', { id: taskId })).task?.status;
  }
}

/** What a process answers at `/health` or `/ready`. */
export async function stateOf(server: TestServer, where: string): Promise<[number, unknown]> {
  const response = await fetch(`${server.url}${where}`);
  return [response.status, await response.json()];
}
