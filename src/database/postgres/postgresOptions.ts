import pg from 'pg';
import { AppError } from '../../shared/appError.js';

const int8Oid = 20;
const numericOid = 1700;

/** Makes a value of its text. */
type ReadText = (text: string) => unknown;

/**
 * How the driver reads a column of a type. Counts, sums and content ids become numbers, as they are from SQLite: none of them comes
 * near 2^53. The driver alone would give texts, because it knows no bound.
 */
function readerOf(typeOid: number): ReadText {
  if (typeOid === int8Oid || typeOid === numericOid) return Number;
  return (pg.types.getTypeParser as (oid: number, format: 'text') => ReadText)(typeOid, 'text');
}

/**
 * What every connection has. Compiling statements just in time (`jit`) costs more than it brings for statements of a second.
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

/** A statement for the time of the server's clock: ISO 8601 in UTC, milliseconds. */
export const presentTime = `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`;

/** The address for people and logs: without the password. */
export function safeAddress(url: string): string {
  if (!URL.canParse(url)) return 'the given address';
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

/** The refusal of a database that can't be opened. */
export function unopened(url: string, error: unknown): AppError {
  const { message, code } = error as { message?: string; code?: unknown };
  const reason = message === undefined || message === '' ? String(code) : message;
  return AppError.configuration(
    `The database at ${safeAddress(url)} can't be opened: ${reason}. Is it running, and is WAYBILL_DATABASE_URL right?`,
    error,
  );
}

/** The address for programs of PostgreSQL, and the password, which they are given in their environment. */
export function libpqAddress(url: string): { address: string; password: string | undefined } {
  const parsed = new URL(url);
  const password = parsed.searchParams.get('password') ?? decodeURIComponent(parsed.password);
  parsed.password = '';
  parsed.searchParams.delete('password');
  // Known to the driver alone.
  parsed.searchParams.delete('uselibpqcompat');
  return { address: parsed.href, password: password === '' ? undefined : password };
}
