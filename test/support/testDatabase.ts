import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { PostgresCluster, postgresPrograms } from './postgresCluster.js';
import { RedisServer } from './redisServer.js';
import { arePairsWanted } from './serverPair.js';
import { oncePerRun, type Leftovers } from './testRun.js';

/** A database of its own for one test server. */
export interface TestDatabase {
  /** Settings that let the server use it. */
  settings: Record<string, string>;
  remove: () => Promise<void>;
  /** What is left to do when `remove` is not called. */
  leftovers: Pick<Leftovers, 'database'>;
}

/** Whether the tests are to run on PostgreSQL (`TEST_DATABASE=postgres`); else they run on SQLite. */
export function isPostgresWanted(): boolean {
  return process.env['TEST_DATABASE'] === 'postgres';
}

/** Whether Redis is to dispatch the tasks of the servers on PostgreSQL (`TEST_REDIS=true`); else they find them by their rows. */
function isRedisWanted(): boolean {
  return process.env['TEST_REDIS'] === 'true' || arePairsWanted();
}

/** Makes what the environment asks for; SQLite keeps its file in the server's data folder. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  if (isPostgresWanted()) {
    const database = await makePostgresDatabase();
    if (!isRedisWanted()) return database;
    const url = await oncePerRun('redis', startRedis);
    return { ...database, settings: { ...database.settings, WAYBILL_REDIS_URL: url } };
  }
  return { settings: {}, remove: () => Promise.resolve(), leftovers: {} };
}

/**
 * Makes a database without rows, with the schema of the server that was built: a copy of one that was migrated once. It is on the
 * server that `TEST_POSTGRES_URL` names, by default on a cluster that this run starts.
 */
export async function makePostgresDatabase(): Promise<TestDatabase> {
  const server = await serverOfRun();
  return makeCopy(server, await oncePerRun('postgres-template', () => makeTemplate(server)));
}

/** Makes a database without tables, as an administrator does. */
export async function makeEmptyPostgresDatabase(): Promise<TestDatabase> {
  return makeCopy(await serverOfRun(), 'template0');
}

async function serverOfRun(): Promise<string> {
  return process.env['TEST_POSTGRES_URL'] ?? (await oncePerRun('postgres', startCluster));
}

async function makeCopy(server: string, template: string): Promise<TestDatabase> {
  const name = newName();
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    settings: { WAYBILL_DATABASE_URL: addressOf(server, name) },
    remove: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    leftovers: { database: { server, name } },
  };
}

async function startCluster(): Promise<{ value: string; leftovers: Leftovers }> {
  const programs = postgresPrograms();
  if (programs === undefined)
    throw new Error('There is no PostgreSQL here: install it, or name a server in TEST_POSTGRES_URL.');
  const cluster = await PostgresCluster.make(programs);
  return { value: cluster.url, leftovers: cluster.leftovers };
}

async function startRedis(): Promise<{ value: string; leftovers: Leftovers }> {
  const redis = await RedisServer.make();
  return { value: redis.url, leftovers: redis.leftovers };
}

async function makeTemplate(server: string): Promise<{ value: string; leftovers: Leftovers }> {
  const name = newName();
  // A locale that sorts and folds unlike SQLite: it must make no difference.
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'`);
  // Loaded here only: the ORM costs each test file that would import it a second.
  const { openDatabase } = await import('../../src/database/index.js');
  const database = await openDatabase({ url: addressOf(server, name), entities: [], busyTimeoutMs: 1000 });
  await database.close();
  return { value: name, leftovers: { database: { server, name } } };
}

function newName(): string {
  return `waybill_test_${randomBytes(8).toString('hex')}`;
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = database;
  return url.href;
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
