/** The processes of an installation: two that answer requests, some workers, and a PostgreSQL, a Redis and an object store of their own. */
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { adminToken } from '../../bench/apiClient.js';
import { PostgresCluster, postgresPrograms } from '../../dist/test/support/postgresCluster.js';
import { RedisServer } from '../../dist/test/support/redisServer.js';
import { S3Server, s3Settings } from '../../dist/test/support/s3Server.js';
import { ServerProcess } from '../../dist/test/support/serverProcess.js';
import { Link } from './link.js';

const readyWithinMs = 180_000;
const filesPrefix = 'scale';

export class Site {
  /** By name: `{ name, settings, process, url }`. */
  processes = new Map();

  static async make() {
    const programs = postgresPrograms();
    if (programs === undefined) throw new Error('There is no PostgreSQL here: install it, or set TEST_POSTGRES_BIN.');
    const site = new Site();
    site.folder = await mkdtemp(path.join(os.tmpdir(), 'waybill-scale-'));
    site.postgres = await PostgresCluster.make(programs);
    site.redis = await RedisServer.make();
    site.store = await new S3Server().start();
    site.filesPrefix = filesPrefix;
    site.links = await site.makeLinks();
    return site;
  }

  /** Those of the worker that can be cut off. */
  async makeLinks() {
    const ports = [this.postgres.url, this.redis.url, this.store.url].map((url) => Number(new URL(url).port));
    return Promise.all(ports.map((port) => Link.to(port)));
  }

  get apiUrls() {
    return this.running('api').map(({ url }) => url);
  }

  running(role) {
    return [...this.processes.values()].filter(({ name }) => name.startsWith(role));
  }

  settings(isLinked) {
    const urls = [this.postgres.url, this.redis.url, this.store.url].map((address, at) => {
      if (!isLinked) return address;
      const url = new URL(address);
      url.port = String(this.links[at].port);
      return url.href.replace(/\/$/, '');
    });
    const [databaseUrl, redisUrl, storeUrl] = urls;
    return {
      ...{ WAYBILL_DATABASE_URL: databaseUrl, WAYBILL_REDIS_URL: redisUrl, ...s3Settings(storeUrl, filesPrefix) },
      ...{ WAYBILL_ADMIN_TOKEN: adminToken, WAYBILL_DEMO: 'false', WAYBILL_LOG_LEVEL: 'error' },
      WAYBILL_TASKS_EACH: '1000',
    };
  }

  /** Starts a process, on a port that it keeps. */
  async add(name, { isLinked = false } = {}) {
    const dataDir = path.join(this.folder, name);
    await mkdir(dataDir, { recursive: true });
    const port = await freePort();
    const role = name.replace(/-.*/, '');
    const own = {
      WAYBILL_ROLE: role,
      WAYBILL_PORT: String(port),
      WAYBILL_DATA_DIR: dataDir,
      WAYBILL_TASK_WORKERS: '1',
    };
    const settings = { ...this.settings(isLinked), ...own };
    this.processes.set(name, { name, dataDir, settings, url: `http://127.0.0.1:${port}` });
    await this.start(name);
  }

  async start(name) {
    const place = this.processes.get(name);
    place.process = ServerProcess.spawn(place.dataDir, place.settings);
    place.isStopping = false;
    const { process: child } = place;
    void child.end().then(({ code, signal }) => {
      if (!place.isStopping) place.fault = `${name} ended by itself (${signal ?? code}): ${child.stderr.slice(-500)}`;
    });
    await child.ready();
  }

  /** Gives how it ended, with the end of its log. */
  async stop(name, signal) {
    const place = this.processes.get(name);
    place.isStopping = true;
    const { process: child } = place;
    const end = await child.kill(signal);
    return { ...end, said: child.stderr.slice(-1000) };
  }

  async remove(name, signal = 'SIGTERM') {
    const end = await this.stop(name, signal);
    this.processes.delete(name);
    return end;
  }

  /** Waits until every process is ready; gives what is wrong. */
  async fault() {
    const giveUpAt = performance.now() + readyWithinMs;
    for (;;) {
      const faults = await Promise.all([...this.processes.values()].map(faultOf));
      const found = faults.filter((fault) => fault !== undefined);
      if (found.length === 0) return undefined;
      const isLost = [...this.processes.values()].some((place) => place.fault !== undefined);
      if (isLost || performance.now() > giveUpAt) return found.join(' ');
      await sleep(100);
    }
  }

  /** The rows of a query, as soon as the database answers. */
  async query(sql) {
    for (;;) {
      const client = new pg.Client({ connectionString: this.postgres.url });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return (await client.query(sql)).rows;
      } catch (error) {
        if (!isOutage(error)) throw error;
        await sleep(50);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  async close() {
    for (const name of [...this.processes.keys()]) await this.remove(name, 'SIGKILL');
    for (const link of this.links) link.close();
    await this.redis.remove();
    await this.postgres.remove();
    // Last: nothing else that is left keeps this process alive.
    await this.store.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function faultOf({ name, url, fault }) {
  if (fault !== undefined) return fault;
  const answer = await fetch(`${url}/ready`).catch((error) => error);
  const text = answer instanceof Error ? answer.message : await answer.text().catch((error) => error.message);
  return answer.status === 200 && !text.includes('unavailable') ? undefined : `${name} is not ready: ${text}`;
}

/** PostgreSQL is away, starts or stops. */
function isOutage({ code, message }) {
  return (
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    /^57P0/.test(code ?? '') ||
    /terminated|not queryable/.test(message)
  );
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
