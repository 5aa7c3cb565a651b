/**
 * The raw database, for comparison, on PostgreSQL. Import: file stream, lines, JSON.parse, Ajv, COPY into a staging table, one merge by
 * name. Export: JSON built in SQL, by COPY to a file.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Ajv } from 'ajv';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { makeDatabase } from './benchDatabase.js';
import { linesOf } from './rawLines.js';

/** A database of one table. `schema` is the JSON Schema of the kind that is measured with. */
export class RawPostgres {
  static async open(schema) {
    const database = await makeDatabase('postgres');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `CREATE TABLE record (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
         spec TEXT NOT NULL)`,
    );
    await client.query('CREATE UNLOGGED TABLE staging (name TEXT NOT NULL, kind TEXT NOT NULL, spec TEXT NOT NULL)');
    return new RawPostgres({ database, client, validate: new Ajv({ strict: false }).compile(schema) });
  }

  constructor({ database, client, validate }) {
    this.database = database;
    this.client = client;
    this.validate = validate;
  }

  /** Writes every record of a bundle; gives how many. */
  async import(path) {
    await this.client.query('BEGIN');
    await this.client.query('TRUNCATE staging');
    await pipeline(
      Readable.from(this.rowsOf(path)),
      this.client.query(copyFrom('COPY staging (name, kind, spec) FROM STDIN')),
    );
    const { rowCount } = await this.client.query(
      `INSERT INTO record (name, kind, spec) SELECT name, kind, spec FROM staging
       ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, spec = excluded.spec`,
    );
    await this.client.query('COMMIT');
    return rowCount;
  }

  /** Writes every record to a file, one a line. */
  async export(path) {
    // Not escaped as COPY would: each row is one line of JSON.
    const select = `SELECT json_build_object('kind', kind, 'name', name, 'spec', spec::json) FROM record ORDER BY name`;
    const copy = `COPY (${select}) TO STDOUT WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;
    await pipeline(this.client.query(copyTo(copy)), createWriteStream(path, { flush: true }));
  }

  async close() {
    await this.client.end();
    await this.database.drop();
  }

  async *rowsOf(path) {
    for await (const lines of linesOf(path)) {
      let text = '';
      for (const line of lines) {
        const record = JSON.parse(line);
        if (record.spec === undefined) continue;
        if (!this.validate(record.spec)) throw new Error(`Record ${record.name} breaks its schema.`);
        text += `${escaped(record.name)}\t${escaped(record.kind)}\t${escaped(JSON.stringify(record.spec))}\n`;
      }
      if (text !== '') yield text;
    }
  }
}

function escaped(text) {
  return text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character]);
}

const escapes = { '\\': String.raw`\\`, '\t': String.raw`\t`, '\n': String.raw`\n`, '\r': String.raw`\r` };
