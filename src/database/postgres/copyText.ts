/** Rows in the text format of COPY: tabs between columns, a line break after each row, NULL as `\N` (PostgreSQL manual, "COPY"). */
import type { SqlValue } from '../sqlConnection.js';

const chunkLength = 64 * 1024;

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The rows, in texts of about 64 KiB. */
export function* copyChunks(rows: readonly (readonly SqlValue[])[]): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    let separator = '';
    for (const value of row) {
      chunk += separator + copyValue(value);
      separator = '\t';
    }
    chunk += '\n';
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function copyValue(value: SqlValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return /[\\\n\r\t]/.test(value) ? value.replace(/[\\\n\r\t]/g, escape) : value;
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return String(value);
}

function escape(character: string): string {
  return escapes[character] ?? character;
}
