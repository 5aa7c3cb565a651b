import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../src/database/index.js';
import { isPostgresWanted, makeEmptyPostgresDatabase } from '../../support/testDatabase.js';

describe('the schema', () => {
  let source: DataSource;
  let cleanUp: () => Promise<void>;
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'waybill-schema-'));
    const database = isPostgresWanted() ? await makeEmptyPostgresDatabase() : undefined;
    const url = database?.settings['WAYBILL_DATABASE_URL'] ?? `sqlite:${path.join(folder, 'schema.sqlite')}`;
    source = await new DataSource(await dataSourceOptions(url, [])).initialize();
    cleanUp = async () => {
      await source.destroy();
      await database?.remove();
      await rm(folder, { recursive: true });
    };
  });
  afterAll(() => cleanUp());

  // Of the table in which TypeORM keeps what it did.
  const isOfTypeOrm = (name: string) => /^(?:migrations|PK_)/.test(name);
  const namesOf = async (sql: string) => (await source.query<{ name: string }[]>(sql)).map(({ name }) => name).sort();
  const made = () =>
    namesOf(
      isPostgresWanted()
        ? `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
           UNION ALL SELECT proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace`
        : `SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'`,
    );

  it('is made, taken away without a rest, and made again', async () => {
    await source.runMigrations();
    const whole = await made();
    expect(whole).toEqual(expect.arrayContaining(['project', 'resource', 'task', 'import_item', 'audit_event']));
    for (let count = source.migrations.length; count > 0; count -= 1) await source.undoLastMigration();
    expect((await made()).filter((name) => !isOfTypeOrm(name))).toEqual([]);
    await source.runMigrations();
    expect(await made()).toEqual(whole);
  });

  it('compares every text by its bytes', async () => {
    const other = isPostgresWanted()
      ? await namesOf(`SELECT table_name || '.' || column_name AS name FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name <> 'migrations' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'`)
      : await namesOf(`SELECT name FROM sqlite_schema WHERE sql LIKE '%COLLATE%'`);
    expect(other).toEqual([]);
  });

  (isPostgresWanted() ? it.skip : it)('has statistics of indexes that exist', async () => {
    const lost = await namesOf(
      `SELECT s.tbl || '.' || coalesce(s.idx, '') AS name FROM sqlite_stat1 s WHERE NOT EXISTS (
         SELECT 1 FROM sqlite_schema t WHERE t.name = coalesce(s.idx, s.tbl))`,
    );
    expect(lost).toEqual([]);
  });
});
