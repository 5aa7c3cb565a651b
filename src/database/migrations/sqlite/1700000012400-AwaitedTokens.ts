import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which tokens were shown at a start and never used: while there are only such, the next start shows another. */
export class AwaitedTokens1700000012400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE access_token ADD COLUMN is_awaited BOOLEAN NOT NULL DEFAULT FALSE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE access_token DROP COLUMN is_awaited');
  }
}
