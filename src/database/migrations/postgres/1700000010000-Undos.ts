import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The task that an undo takes back. Of the undos of a task at most one is open or was carried out: whoever comes second is refused when
 * they ask, and the index holds where two servers share the database.
 */
export class Undos1700000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE task ADD COLUMN undoes_task_id TEXT COLLATE "C"');
    await runner.query(`UPDATE task SET undoes_task_id = d.undone
      FROM (SELECT id, (input::json ->> 'taskId') AS undone, row_number() OVER (
              PARTITION BY (input::json ->> 'taskId') ORDER BY status IN ('QUEUED', 'RUNNING'), id) AS place
            FROM task WHERE type = 'UNDO_IMPORT' AND status NOT IN ('FAILED', 'CANCELLED')) AS d
      WHERE d.id = task.id AND d.place = 1`);
    // Of several that waited for the same task, one is carried out.
    await runner.query(`UPDATE task SET status = 'FAILED', ended_at = coalesce(started_at, created_at),
        error_message = 'Another task takes the same import back. Nothing was changed.'
      WHERE type = 'UNDO_IMPORT' AND status IN ('QUEUED', 'RUNNING') AND undoes_task_id IS NULL`);
    await runner.query(`CREATE UNIQUE INDEX task_undoes ON task (undoes_task_id)
      WHERE undoes_task_id IS NOT NULL AND status NOT IN ('FAILED', 'CANCELLED')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX task_undoes');
    await runner.query('ALTER TABLE task DROP COLUMN undoes_task_id');
  }
}
