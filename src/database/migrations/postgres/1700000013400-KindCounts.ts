import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many of the resources of a kind are references, kept as their number is (see ResourceCounts); and the counts of plans, by kind. */
export class KindCounts1700000013400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undoing) await runner.query(statement);
  }
}

const kindCounts = `UPDATE import_plan SET kind_counts = coalesce((
  SELECT json_agg(json_build_object('kind', k.kind, 'total', k.total, 'selected', k.selected, 'create', k.c, 'update', k.u,
    'referenceUpdate', k.r, 'unchanged', k.n, 'collision', k.x, 'skipped', k.s, 'blocked', k.b) ORDER BY k.kind)::text
  FROM (SELECT i.kind, count(*) AS total, count(*) FILTER (WHERE i.is_selected) AS selected, count(*) FILTER (WHERE i.action = 'CREATE') AS c, count(*) FILTER (WHERE i.action = 'UPDATE') AS u,
      count(*) FILTER (WHERE i.action = 'REFERENCE_UPDATE') AS r, count(*) FILTER (WHERE i.action = 'UNCHANGED') AS n, count(*) FILTER (WHERE i.action = 'COLLISION') AS x,
      count(*) FILTER (WHERE i.action = 'SKIPPED') AS s, count(*) FILTER (WHERE i.action = 'BLOCKED') AS b
    FROM import_item i WHERE i.plan_no = import_plan.no GROUP BY i.kind) AS k), '[]')
  WHERE status IN ('READY', 'EXECUTING', 'EXECUTED')`;

const made = (columns: string, values: string, update: string) => `CREATE OR REPLACE FUNCTION count_made_resources()
  RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO resource_count AS c (branch_id, kind, ${columns}) SELECT branch_id, kind, ${values} FROM made GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT (branch_id, kind) DO UPDATE SET ${update};
    RETURN NULL; END $$`;
const deleted = (values: string, update: string) => `CREATE OR REPLACE FUNCTION count_deleted_resources()
  RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE resource_count AS c SET ${update}
      FROM (SELECT branch_id, kind, ${values} FROM deleted GROUP BY 1, 2) AS d
      WHERE c.branch_id = d.branch_id AND c.kind = d.kind;
    RETURN NULL; END $$`;
const references = "count(*) FILTER (WHERE mode = 'REFERENCE')";

const statements = [
  'ALTER TABLE resource_count ADD COLUMN reference_total INTEGER NOT NULL DEFAULT 0',
  `UPDATE resource_count AS c SET reference_total = r.total
    FROM (SELECT branch_id, kind, count(*) AS total FROM resource WHERE mode = 'REFERENCE' GROUP BY 1, 2) AS r
    WHERE c.branch_id = r.branch_id AND c.kind = r.kind`,
  made(
    'total, reference_total',
    `count(*), ${references}`,
    'total = c.total + EXCLUDED.total, reference_total = c.reference_total + EXCLUDED.reference_total',
  ),
  deleted(
    `count(*) AS total, ${references} AS reference_total`,
    'total = c.total - d.total, reference_total = c.reference_total - d.reference_total',
  ),
  `CREATE FUNCTION count_references() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE resource_count SET reference_total = reference_total + CASE WHEN NEW.mode = 'REFERENCE' THEN 1 ELSE -1 END
      WHERE branch_id = NEW.branch_id AND kind = NEW.kind;
    RETURN NULL; END $$`,
  // Few resources change their mode, so that a row of its own for each costs little.
  `CREATE TRIGGER resource_count_mode AFTER UPDATE OF mode ON resource FOR EACH ROW
    WHEN (NEW.mode <> OLD.mode) EXECUTE FUNCTION count_references()`,
  'ALTER TABLE import_plan ADD COLUMN kind_counts TEXT COLLATE "C" NOT NULL DEFAULT \'[]\'',
  kindCounts,
];

const undoing = [
  'ALTER TABLE import_plan DROP COLUMN kind_counts',
  'DROP TRIGGER resource_count_mode ON resource',
  'DROP FUNCTION count_references',
  made('total', 'count(*)', 'total = c.total + EXCLUDED.total'),
  deleted('count(*) AS total', 'total = c.total - d.total'),
  'ALTER TABLE resource_count DROP COLUMN reference_total',
];
