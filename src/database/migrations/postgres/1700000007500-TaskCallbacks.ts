import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is told that a task has ended. The index is in the order in which callbacks are tried, and holds only those that are open. */
export class TaskCallbacks1700000007500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE task_callback (
      task_id TEXT COLLATE "C" PRIMARY KEY REFERENCES task (id), url TEXT COLLATE "C" NOT NULL, key TEXT COLLATE "C", status TEXT COLLATE "C" NOT NULL,
      attempts INTEGER NOT NULL, next_at TEXT COLLATE "C", last_error TEXT COLLATE "C", delivered_at TEXT COLLATE "C")`);
    await runner.query(
      `CREATE INDEX task_callback_pending ON task_callback (attempts, task_id) WHERE status = 'PENDING'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE task_callback');
  }
}
