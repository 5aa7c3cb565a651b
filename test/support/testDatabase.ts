import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test server. */
export interface TestDatabase {
  /** Settings that let the server use it. */
  settings: Record<string, string>;
  remove: () => Promise<void>;
}

/** Whether the tests are to run on PostgreSQL (`TEST_DATABASE=postgres`); else they run on SQLite. */
export function isPostgresWanted(): boolean {
  return process.env['TEST_DATABASE'] === 'postgres';
}

/** Makes what the environment asks for; SQLite keeps its file in the server's data folder. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  return isPostgresWanted() ? makePostgresDatabase() : { settings: {}, remove: () => Promise.resolve() };
}

/** Makes an empty database on the server that `TEST_POSTGRES_URL` names, by default the one on this machine. */
export async function makePostgresDatabase(): Promise<TestDatabase> {
  const name = `waybill_test_${randomBytes(8).toString('hex')}`;
  // A locale that sorts and folds unlike SQLite: it must make no difference.
  await onServer(`CREATE DATABASE ${name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'`);
  const url = new URL(serverUrl());
  url.pathname = name;
  return {
    settings: { WAYBILL_DATABASE_URL: url.href },
    remove: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function serverUrl(): string {
  return process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
