import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks by who asked for them: what their files come to is counted whenever one is begun. */
export class TaskPrincipal1700000011600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ${index} ON task (principal_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ${index}`);
  }
}

const index = 'task_principal';
