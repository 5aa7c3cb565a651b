import pg from 'pg';
import { AppError } from '../../shared/appError.js';

const int8Oid = 20;
const numericOid = 1700;

/** Parses the text of a value. */
type ReadText = (text: string) => unknown;

/**
 * How the driver reads the columns of each type. Counts, sums and content ids become numbers, as with SQLite: all are far below 2^53. By
 * default the driver returns them as texts, because it knows no limit.
 */
function readerOf(typeOid: number): ReadText {
  if (typeOid === int8Oid || typeOid === numericOid) return Number;
  return (pg.types.getTypeParser as (oid: number, format: 'text') => ReadText)(typeOid, 'text');
}

/**
 * Settings of every connection. For statements of a second, compiling them just in time (`jit`) costs more time than it saves.
 */
export function connectionOptions(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    types: { getTypeParser: readerOf as pg.CustomTypesConfig['getTypeParser'] },
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'waybill',
    options: '-c jit=off -c client_min_messages=warning',
  };
}

/** A statement that reads the database's clock: ISO 8601 in UTC, with milliseconds. */
export const presentTime = `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`;

/** The address without the password, for messages and logs. */
export function safeAddress(url: string): string {
  if (!URL.canParse(url)) return 'the given address';
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

/** The error for a database that cannot be opened. */
export function unopened(url: string, error: unknown): AppError {
  const { message, code } = error as { message?: string; code?: unknown };
  const reason = message === undefined || message === '' ? String(code) : message;
  return AppError.configuration(
    `The database at ${safeAddress(url)} can't be opened: ${reason}. Is it running, and is WAYBILL_DATABASE_URL right?`,
    error,
  );
}

/** The address for PostgreSQL's programs, and the password, which is passed in their environment. */
export function libpqAddress(url: string): { address: string; password: string | undefined } {
  const parsed = new URL(url);
  const password = parsed.searchParams.get('password') ?? decodeURIComponent(parsed.password);
  parsed.password = '';
  parsed.searchParams.delete('password');
  // Only the driver knows it.
  parsed.searchParams.delete('uselibpqcompat');
  return { address: parsed.href, password: password === '' ? undefined : password };
}
