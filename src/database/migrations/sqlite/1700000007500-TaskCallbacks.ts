import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is told that a task has ended. The index is in the order in which callbacks are tried, and holds only those that are open. */
export class TaskCallbacks1700000007500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE task_callback (
      task_id TEXT PRIMARY KEY REFERENCES task (id), url TEXT NOT NULL, key TEXT, status TEXT NOT NULL,
      attempts INTEGER NOT NULL, next_at TEXT, last_error TEXT, delivered_at TEXT)`);
    await runner.query(
      `CREATE INDEX task_callback_pending ON task_callback (attempts, task_id) WHERE status = 'PENDING'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE task_callback');
  }
}
