import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What of the files of a task, or of a plan, not everybody may read who sees their project: `holder_id` is the plan of an import or the
 * task of an export, `resource_id` a resource that was restricted when it went in or became so later. An empty `resource_id` is what is
 * no resource: then a file is for its owner and for managers.
 */
export class HeldResources1700000010400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE held_resource (
      holder_id TEXT COLLATE "C" NOT NULL, resource_id TEXT COLLATE "C" NOT NULL, PRIMARY KEY (holder_id, resource_id))`);
    for (const statement of known) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE held_resource');
  }
}

/** Of files from before, what may be in them: nobody wrote down what is. */
const known = [
  `INSERT INTO held_resource (holder_id, resource_id)
   SELECT t.id, r.id FROM resource_restriction x JOIN resource r ON r.id = x.resource_id
   JOIN task t ON t.branch_id = r.branch_id AND t.type = 'EXPORT' AND t.ended_at >= r.created_at`,
  `INSERT INTO held_resource (holder_id, resource_id)
   SELECT DISTINCT p.id, x.resource_id FROM import_plan p JOIN import_item i ON i.plan_no = p.no
   JOIN resource_restriction x ON x.resource_id = i.existing_id OR x.resource_id = i.resource_id`,
  `INSERT INTO held_resource (holder_id, resource_id)
   SELECT p.id, '' FROM import_plan p WHERE p.options LIKE '%"isPrivate":true%' AND p.status <> 'EXECUTED'`,
];
