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
  SELECT json_group_array(json_object('kind', k.kind, 'total', k.total, 'selected', k.selected, 'create', k.c, 'update', k.u,
    'referenceUpdate', k.r, 'unchanged', k.n, 'collision', k.x, 'skipped', k.s, 'blocked', k.b))
  FROM (SELECT i.kind, count(*) AS total, sum(i.is_selected) AS selected, sum(i.action = 'CREATE') AS c, sum(i.action = 'UPDATE') AS u,
      sum(i.action = 'REFERENCE_UPDATE') AS r, sum(i.action = 'UNCHANGED') AS n, sum(i.action = 'COLLISION') AS x,
      sum(i.action = 'SKIPPED') AS s, sum(i.action = 'BLOCKED') AS b
    FROM import_item i WHERE i.plan_no = import_plan.no GROUP BY i.kind ORDER BY i.kind) AS k), '[]')
  WHERE status IN ('READY', 'EXECUTING', 'EXECUTED')`;

const made = (
  columns: string,
  values: string,
  update: string,
) => `CREATE TRIGGER resource_count_made AFTER INSERT ON resource BEGIN
  INSERT INTO resource_count (branch_id, kind, ${columns}) VALUES (NEW.branch_id, NEW.kind, ${values})
    ON CONFLICT (branch_id, kind) DO UPDATE SET ${update};
END`;
const deleted = (update: string) => `CREATE TRIGGER resource_count_deleted AFTER DELETE ON resource BEGIN
  UPDATE resource_count SET ${update} WHERE branch_id = OLD.branch_id AND kind = OLD.kind;
END`;

const statements = [
  'DROP TRIGGER resource_count_made',
  'DROP TRIGGER resource_count_deleted',
  'ALTER TABLE resource_count ADD COLUMN reference_total INTEGER NOT NULL DEFAULT 0',
  `UPDATE resource_count SET reference_total = (SELECT count(*) FROM resource r
    WHERE r.branch_id = resource_count.branch_id AND r.kind = resource_count.kind AND r.mode = 'REFERENCE')`,
  made(
    'total, reference_total',
    "1, NEW.mode = 'REFERENCE'",
    'total = total + 1, reference_total = reference_total + excluded.reference_total',
  ),
  deleted("total = total - 1, reference_total = reference_total - (OLD.mode = 'REFERENCE')"),
  `CREATE TRIGGER resource_count_mode AFTER UPDATE OF mode ON resource WHEN NEW.mode <> OLD.mode BEGIN
    UPDATE resource_count SET reference_total = reference_total + (NEW.mode = 'REFERENCE') - (OLD.mode = 'REFERENCE')
      WHERE branch_id = NEW.branch_id AND kind = NEW.kind;
  END`,
  "ALTER TABLE import_plan ADD COLUMN kind_counts TEXT NOT NULL DEFAULT '[]'",
  kindCounts,
];

const undoing = [
  'ALTER TABLE import_plan DROP COLUMN kind_counts',
  ...['made', 'deleted', 'mode'].map((trigger) => `DROP TRIGGER resource_count_${trigger}`),
  'ALTER TABLE resource_count DROP COLUMN reference_total',
  made('total', '1', 'total = total + 1'),
  deleted('total = total - 1'),
];
