import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index for each order that a list can be asked for in. A task that has not ended comes after all that have. */
export class ListOrders1700000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, index, columns, stat] of indexes) {
      await runner.query(`CREATE INDEX ${index} ON ${table} ${columns}`);
      await runner.query('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', [table, index, stat]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [, index] of indexes) {
      await runner.query('DELETE FROM sqlite_stat1 WHERE idx = ?', [index]);
      await runner.query(`DROP INDEX ${index}`);
    }
  }
}

/** The last column: see PlannerStatistics. */
const indexes: readonly (readonly [table: string, index: string, columns: string, stat: string])[] = [
  ['resource', 'resource_updated', '(branch_id, updated_at, id)', '1000000 100000 1000 1'],
  ['resource', 'resource_created', '(branch_id, created_at, id)', '1000000 100000 1000 1'],
  ['task', 'task_project', '(project_id, id)', '10000 500 1'],
  ['task', 'task_ended', "(coalesce(ended_at, '9999'), id)", '10000 2 1'],
  ['import_plan', 'import_plan_branch', '(branch_id, id)', '10000 50 1'],
  ['import_plan', 'import_plan_updated', '(branch_id, updated_at, id)', '10000 50 2 1'],
  ['project', 'project_name', '(lower(name), id)', '1000 2 1'],
  ['project', 'project_created', '(created_at, id)', '1000 2 1'],
  ['project', 'project_updated', '(updated_at, id)', '1000 2 1'],
];
