/** Where the databases of a run live: files in its folder, or databases of its own on a PostgreSQL server, dropped at the end. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

const postgresUrl = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Makes an empty database; `url` is undefined for SQLite, whose file is made in the server's folder. */
export async function makeDatabase(kind) {
  if (kind === 'sqlite') return { url: undefined, drop: async () => undefined };
  const name = `waybill_bench_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(postgresUrl);
  url.pathname = name;
  return { url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** The version of the server, for the head of a result. */
export async function postgresVersion() {
  return (await onServer('SHOW server_version')).rows[0].server_version;
}

async function onServer(statement) {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
