import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many resources of each kind a branch has, kept by the database itself, so that no list counts its rows; and an index in the order of
 * lists by kind, which finds names near another. Counted once for each statement, not for each row. The kind and the branch of a resource
 * never change, which the last trigger sees to.
 */
export class ResourceCounts1700000010800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const trigger of ['made', 'deleted', 'moved']) {
      await runner.query(`DROP TRIGGER resource_count_${trigger} ON resource`);
    }
    for (const name of ['count_made_resources', 'count_deleted_resources', 'refuse_moved_resource']) {
      await runner.query(`DROP FUNCTION ${name}`);
    }
    await runner.query('DROP TABLE resource_count');
    await runner.query('DROP INDEX resource_kind');
  }
}

const statements = [
  'CREATE INDEX resource_kind ON resource (branch_id, kind, lower(name), namespace, name)',
  `CREATE TABLE resource_count (
    branch_id TEXT COLLATE "C" NOT NULL, kind TEXT COLLATE "C" NOT NULL, total INTEGER NOT NULL, PRIMARY KEY (branch_id, kind))`,
  'INSERT INTO resource_count (branch_id, kind, total) SELECT branch_id, kind, count(*) FROM resource GROUP BY 1, 2',
  `CREATE FUNCTION count_made_resources() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO resource_count AS c (branch_id, kind, total) SELECT branch_id, kind, count(*) FROM made GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT (branch_id, kind) DO UPDATE SET total = c.total + EXCLUDED.total;
    RETURN NULL; END $$`,
  `CREATE TRIGGER resource_count_made AFTER INSERT ON resource REFERENCING NEW TABLE AS made
    FOR EACH STATEMENT EXECUTE FUNCTION count_made_resources()`,
  `CREATE FUNCTION count_deleted_resources() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE resource_count AS c SET total = c.total - d.total
      FROM (SELECT branch_id, kind, count(*) AS total FROM deleted GROUP BY 1, 2) AS d
      WHERE c.branch_id = d.branch_id AND c.kind = d.kind;
    RETURN NULL; END $$`,
  `CREATE TRIGGER resource_count_deleted AFTER DELETE ON resource REFERENCING OLD TABLE AS deleted
    FOR EACH STATEMENT EXECUTE FUNCTION count_deleted_resources()`,
  `CREATE FUNCTION refuse_moved_resource() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'The branch and the kind of a resource never change.'; END $$`,
  `CREATE TRIGGER resource_count_moved BEFORE UPDATE OF branch_id, kind ON resource FOR EACH ROW
    WHEN (NEW.branch_id <> OLD.branch_id OR NEW.kind <> OLD.kind) EXECUTE FUNCTION refuse_moved_resource()`,
];
