/**
 * Triggers that maintain `resource_count`. The last one prevents changes of the branch and the kind of a resource. PostgreSQL counts once
 * per statement; changes of the mode are counted per row, because they are rare.
 */
import type { DialectName } from '../sql.js';

const references = "count(*) FILTER (WHERE mode = 'REFERENCE')";

export const countTriggers: Readonly<Record<DialectName, readonly string[]>> = {
  sqlite: [
    `CREATE TRIGGER resource_count_made AFTER INSERT ON resource BEGIN
       INSERT INTO resource_count (branch_id, kind, total, reference_total) VALUES (NEW.branch_id, NEW.kind, 1, NEW.mode = 'REFERENCE')
         ON CONFLICT (branch_id, kind) DO UPDATE SET total = total + 1, reference_total = reference_total + excluded.reference_total;
     END`,
    `CREATE TRIGGER resource_count_deleted AFTER DELETE ON resource BEGIN
       UPDATE resource_count SET total = total - 1, reference_total = reference_total - (OLD.mode = 'REFERENCE')
         WHERE branch_id = OLD.branch_id AND kind = OLD.kind;
     END`,
    `CREATE TRIGGER resource_count_mode AFTER UPDATE OF mode ON resource WHEN NEW.mode <> OLD.mode BEGIN
       UPDATE resource_count SET reference_total = reference_total + (NEW.mode = 'REFERENCE') - (OLD.mode = 'REFERENCE')
         WHERE branch_id = NEW.branch_id AND kind = NEW.kind;
     END`,
    `CREATE TRIGGER resource_count_moved BEFORE UPDATE OF branch_id, kind ON resource
       WHEN NEW.branch_id <> OLD.branch_id OR NEW.kind <> OLD.kind BEGIN
       SELECT RAISE(ABORT, 'The branch and the kind of a resource never change.');
     END`,
  ],
  postgres: [
    `CREATE FUNCTION count_made_resources() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       INSERT INTO resource_count AS c (branch_id, kind, total, reference_total)
         SELECT branch_id, kind, count(*), ${references} FROM made GROUP BY 1, 2 ORDER BY 1, 2
         ON CONFLICT (branch_id, kind) DO UPDATE
           SET total = c.total + EXCLUDED.total, reference_total = c.reference_total + EXCLUDED.reference_total;
       RETURN NULL; END $$`,
    `CREATE TRIGGER resource_count_made AFTER INSERT ON resource REFERENCING NEW TABLE AS made
       FOR EACH STATEMENT EXECUTE FUNCTION count_made_resources()`,
    `CREATE FUNCTION count_deleted_resources() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       UPDATE resource_count AS c SET total = c.total - d.total, reference_total = c.reference_total - d.reference_total
         FROM (SELECT branch_id, kind, count(*) AS total, ${references} AS reference_total FROM deleted GROUP BY 1, 2) AS d
         WHERE c.branch_id = d.branch_id AND c.kind = d.kind;
       RETURN NULL; END $$`,
    `CREATE TRIGGER resource_count_deleted AFTER DELETE ON resource REFERENCING OLD TABLE AS deleted
       FOR EACH STATEMENT EXECUTE FUNCTION count_deleted_resources()`,
    `CREATE FUNCTION count_references() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       UPDATE resource_count SET reference_total = reference_total + CASE WHEN NEW.mode = 'REFERENCE' THEN 1 ELSE -1 END
         WHERE branch_id = NEW.branch_id AND kind = NEW.kind;
       RETURN NULL; END $$`,
    `CREATE TRIGGER resource_count_mode AFTER UPDATE OF mode ON resource FOR EACH ROW
       WHEN (NEW.mode <> OLD.mode) EXECUTE FUNCTION count_references()`,
    `CREATE FUNCTION refuse_moved_resource() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       RAISE EXCEPTION 'The branch and the kind of a resource never change.'; END $$`,
    `CREATE TRIGGER resource_count_moved BEFORE UPDATE OF branch_id, kind ON resource FOR EACH ROW
       WHEN (NEW.branch_id <> OLD.branch_id OR NEW.kind <> OLD.kind) EXECUTE FUNCTION refuse_moved_resource()`,
  ],
};
