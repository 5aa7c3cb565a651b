import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index for each order that a list can be asked for in. A task that has not ended comes after all that have. */
export class ListOrders1700000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, index, columns] of indexes) await runner.query(`CREATE INDEX ${index} ON ${table} ${columns}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [, index] of indexes) await runner.query(`DROP INDEX ${index}`);
  }
}

const indexes: readonly (readonly [table: string, index: string, columns: string])[] = [
  ['resource', 'resource_updated', '(branch_id, updated_at, id)'],
  ['resource', 'resource_created', '(branch_id, created_at, id)'],
  ['task', 'task_project', '(project_id, id)'],
  ['task', 'task_ended', "(coalesce(ended_at, '9999'), id)"],
  ['import_plan', 'import_plan_branch', '(branch_id, id)'],
  ['import_plan', 'import_plan_updated', '(branch_id, updated_at, id)'],
  ['project', 'project_name', '(lower(name), id)'],
  ['project', 'project_created', '(created_at, id)'],
  ['project', 'project_updated', '(updated_at, id)'],
];
