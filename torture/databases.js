/** A database of the torture's own, and the settings that let a server use it. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

const serverUrl = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export async function makeDatabase(product) {
  if (product === 'postgres') return makePostgresDatabase();
  // SQLite keeps its file in the server's data folder.
  if (product === 'sqlite') return { settings: { WAYBILL_DATABASE_URL: '' }, remove: () => Promise.resolve() };
  throw new Error(`"${product}" is no database; use sqlite or postgres.`);
}

async function makePostgresDatabase() {
  const name = `waybill_torture_${randomBytes(8).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return {
    settings: { WAYBILL_DATABASE_URL: url.href },
    remove: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(statement) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
