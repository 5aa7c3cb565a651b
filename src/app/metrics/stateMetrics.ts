import { Gauge, Histogram, type Registry } from 'prom-client';
import type { Database } from '../../database/index.js';
import type { TaskRepository } from '../../features/tasks/index.js';
import type { RedisLink } from '../../redis/redisLink.js';
import type { Config } from '../../shared/config.js';
import { observed } from '../../shared/observed.js';
import { ownVersion } from '../../shared/packageFile.js';
import { RecentValue } from './recentValue.js';

/** What is read when a scrape comes. */
export interface StateSources {
  config: Pick<Config, 'taskWorkerCount' | 'role'>;
  database: Pick<Database, 'now' | 'pool' | 'isShared'>;
  tasks: Pick<TaskRepository, 'queue'>;
  runningTaskCount: () => number;
  /** Undefined without one. */
  redis?: Pick<RedisLink, 'answers'> | undefined;
}

/** More are not counted, so that no scrape reads a long queue. */
const mostQueued = 10_000;
const waitBuckets = [0.001, 0.01, 0.05, 0.1, 0.5, 1, 5];
const ofAllServers =
  'Read from the database, so all servers on one database report the same: take the maximum, not the sum.';

export function stateMetrics(registers: Registry[], sources: StateSources): void {
  buildInfo(registers, sources);
  taskGauges(registers, sources);
  queueGauges(registers, sources);
  poolMetrics(registers, sources);
  redisGauge(registers, sources);
}

function buildInfo(registers: Registry[], { database }: StateSources): void {
  new Gauge({
    name: 'waybill_build_info',
    help: 'Always 1; the labels are the versions of Waybill and Node, and the kind of the database.',
    labelNames: ['version', 'node_version', 'database'],
    registers,
  }).set(
    { version: ownVersion(), node_version: process.version, database: database.isShared ? 'postgres' : 'sqlite' },
    1,
  );
}

function taskGauges(registers: Registry[], { config, runningTaskCount }: StateSources): void {
  new Gauge({
    name: 'waybill_tasks_running',
    help: 'Tasks that this server runs at this moment.',
    registers,
    collect() {
      this.set(runningTaskCount());
    },
  });
  new Gauge({
    name: 'waybill_task_workers',
    help: 'How many tasks this server can run at the same time (WAYBILL_TASK_WORKERS); 0 if it runs none.',
    registers,
  }).set(config.role === 'api' ? 0 : config.taskWorkerCount);
}

/** Without a sample while the database does not answer: an old one would look like a queue that stands still. */
function queueGauges(registers: Registry[], { database, tasks }: StateSources): void {
  const queue = new RecentValue(async () => {
    const { total, oldestAt } = await tasks.queue(mostQueued);
    const ageMs = oldestAt === null ? 0 : Date.parse(await database.now()) - Date.parse(oldestAt);
    // Clocks of servers differ.
    return { total, ageSeconds: Math.max(0, ageMs / 1000) };
  });
  const show = (gauge: Gauge, value: number | undefined) => {
    if (value === undefined) gauge.remove();
    else gauge.set(value);
  };
  new Gauge({
    name: 'waybill_database_up',
    help: 'Whether the database answered this server within two seconds, a few seconds ago: 1 or 0.',
    registers,
    async collect() {
      this.set((await queue.read()) === undefined ? 0 : 1);
    },
  });
  new Gauge({
    name: 'waybill_tasks_queued',
    help: `Tasks that wait for a worker, ${mostQueued} if there are more. ${ofAllServers}`,
    registers,
    async collect() {
      show(this, (await queue.read())?.total);
    },
  });
  new Gauge({
    name: 'waybill_oldest_queued_task_age_seconds',
    help: `How long ago the oldest task in the queue was started by its user, 0 if none waits. ${ofAllServers}`,
    registers,
    async collect() {
      show(this, (await queue.read())?.ageSeconds);
    },
  });
}

/** The listener stays: the process has one pool, and ends with it. */
function poolMetrics(registers: Registry[], { database }: StateSources): void {
  new Gauge({
    name: 'waybill_database_pool_connections',
    help: 'Connections of the API thread to PostgreSQL, busy and idle; none on SQLite. Workers have one more each.',
    labelNames: ['state'],
    registers,
    collect() {
      const { busyCount = 0, idleCount = 0 } = database.pool() ?? {};
      this.set({ state: 'busy' }, busyCount);
      this.set({ state: 'idle' }, idleCount);
    },
  });
  new Gauge({
    name: 'waybill_database_pool_waiting',
    help: 'How many statements wait for a connection to PostgreSQL at this moment; 0 on SQLite.',
    registers,
    collect() {
      this.set(database.pool()?.waitingCount ?? 0);
    },
  });
  const waits = new Histogram({
    name: 'waybill_database_pool_wait_seconds',
    help: 'How long statements waited for a connection to PostgreSQL, with the time to open one; empty on SQLite.',
    buckets: waitBuckets,
    registers,
  });
  observed.connectionTaken.listen((seconds) => {
    waits.observe(seconds);
  });
}

/** Without a sample where there is no Redis. */
function redisGauge(registers: Registry[], { redis }: StateSources): void {
  new Gauge({
    name: 'waybill_redis_up',
    help: 'Whether Redis answered this server just now: 1 or 0; nothing without WAYBILL_REDIS_URL.',
    registers,
    async collect() {
      if (redis) this.set((await redis.answers()) ? 1 : 0);
      else this.remove();
    },
  });
}
