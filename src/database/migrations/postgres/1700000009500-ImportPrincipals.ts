import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who imports by a plan, and with what rights; where its items go; and the version and tenant that stand for those of a definition. */
export class ImportPrincipals1700000009500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_plan ADD COLUMN principal_id TEXT COLLATE "C"');
    await runner.query(`ALTER TABLE import_plan ADD COLUMN rights TEXT COLLATE "C" NOT NULL DEFAULT '{}'`);
    // The container on the branch that an item goes into, whatever the file says of it.
    await runner.query('ALTER TABLE import_item ADD COLUMN into_id TEXT COLLATE "C"');
    await runner.query('ALTER TABLE import_remap ADD COLUMN to_version TEXT COLLATE "C"');
    await runner.query('ALTER TABLE import_remap ADD COLUMN to_tenant TEXT COLLATE "C"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_remap DROP COLUMN to_tenant');
    await runner.query('ALTER TABLE import_remap DROP COLUMN to_version');
    await runner.query('ALTER TABLE import_item DROP COLUMN into_id');
    await runner.query('ALTER TABLE import_plan DROP COLUMN rights');
    await runner.query('ALTER TABLE import_plan DROP COLUMN principal_id');
  }
}
