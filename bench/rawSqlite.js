/**
 * The raw database, for comparison: the least that anybody could do with the same file on the same SQLite. Import: file stream,
 * lines, JSON.parse, Ajv, a prepared upsert into a table with a unique name, a transaction for each 1,000 rows. Export: JSON built
 * in SQL, one row at a time, to a file. Settings of the connection are those of the server.
 */
import { open } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { linesOf } from './rawLines.js';
import { openSqlite } from './sqliteDriver.js';

const rowsPerTransaction = 1000;
const pragmas = [
  'page_size = 8192',
  'journal_mode = WAL',
  'synchronous = FULL',
  'cache_size = -65536',
  'temp_store = MEMORY',
  'wal_autocheckpoint = 4000',
];

/** A database of one table, in a file. `schema` is the JSON Schema of the kind that is measured with. */
export class RawSqlite {
  constructor(path, schema) {
    this.database = openSqlite(path);
    for (const pragma of pragmas) this.database.pragma(pragma);
    this.database.exec(
      'CREATE TABLE record (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, spec TEXT NOT NULL)',
    );
    this.validate = new Ajv({ strict: false }).compile(schema);
  }

  /** Writes every record of a bundle; gives how many. */
  async import(path) {
    const upsert = this.database.prepare(
      `INSERT INTO record (name, kind, spec) VALUES (?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, spec = excluded.spec`,
    );
    const begin = this.database.prepare('BEGIN IMMEDIATE');
    const commit = this.database.prepare('COMMIT');
    let count = 0;
    for await (const lines of linesOf(path)) {
      for (const line of lines) {
        const record = JSON.parse(line);
        if (record.spec === undefined) continue;
        if (!this.validate(record.spec)) throw new Error(`Record ${record.name} breaks its schema.`);
        if (count % rowsPerTransaction === 0) begin.run();
        upsert.run(record.name, record.kind, JSON.stringify(record.spec));
        count += 1;
        if (count % rowsPerTransaction === 0) commit.run();
      }
    }
    if (this.database.inTransaction) commit.run();
    return count;
  }

  /** Writes every record to a file, one a line. */
  async export(path) {
    const rows = this.database
      .prepare(`SELECT json_object('kind', kind, 'name', name, 'spec', json(spec)) FROM record ORDER BY name`)
      .pluck()
      .iterate();
    const file = await open(path, 'w');
    try {
      let text = '';
      for (const row of rows) {
        text += `${row}\n`;
        if (text.length < 256 * 1024) continue;
        await file.write(text);
        text = '';
      }
      await file.write(text);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  close() {
    this.database.close();
  }
}
