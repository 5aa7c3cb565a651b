import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many resources of each kind a branch has, kept by the database itself, so that no list counts its rows; and an index in the order of
 * lists by kind, which finds names near another. The kind and the branch of a resource never change, which the last trigger sees to.
 */
export class ResourceCounts1700000010800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    for (const statistic of statistics) {
      await runner.query('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', [...statistic]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [, index] of statistics) await runner.query('DELETE FROM sqlite_stat1 WHERE idx = ?', [index]);
    for (const trigger of ['made', 'deleted', 'moved']) await runner.query(`DROP TRIGGER resource_count_${trigger}`);
    await runner.query('DROP TABLE resource_count');
    await runner.query('DROP INDEX resource_kind');
  }
}

const statements = [
  'CREATE INDEX resource_kind ON resource (branch_id, kind, lower(name), namespace, name)',
  `CREATE TABLE resource_count (
     branch_id TEXT NOT NULL, kind TEXT NOT NULL, total INTEGER NOT NULL, PRIMARY KEY (branch_id, kind)) WITHOUT ROWID`,
  'INSERT INTO resource_count (branch_id, kind, total) SELECT branch_id, kind, count(*) FROM resource GROUP BY 1, 2',
  `CREATE TRIGGER resource_count_made AFTER INSERT ON resource BEGIN
     INSERT INTO resource_count (branch_id, kind, total) VALUES (NEW.branch_id, NEW.kind, 1)
       ON CONFLICT (branch_id, kind) DO UPDATE SET total = total + 1;
   END`,
  `CREATE TRIGGER resource_count_deleted AFTER DELETE ON resource BEGIN
     UPDATE resource_count SET total = total - 1 WHERE branch_id = OLD.branch_id AND kind = OLD.kind;
   END`,
  `CREATE TRIGGER resource_count_moved BEFORE UPDATE OF branch_id, kind ON resource
     WHEN NEW.branch_id <> OLD.branch_id OR NEW.kind <> OLD.kind BEGIN
     SELECT RAISE(ABORT, 'The branch and the kind of a resource never change.');
   END`,
];

/** See PlannerStatistics. */
const statistics: readonly (readonly [table: string, index: string, stat: string])[] = [
  ['resource', 'resource_kind', '1000000 100000 20000 2 1 1'],
  ['resource_count', 'resource_count', '1000 10 1'],
];
