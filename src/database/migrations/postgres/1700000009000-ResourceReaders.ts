import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Resources that not everybody may read who sees their project, and who may. Rows outlive their resource: an undo may bring it back
 * under the same id, and it must not be open to everybody then.
 */
export class ResourceReaders1700000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE resource_restriction (resource_id TEXT COLLATE "C" PRIMARY KEY, created_at TEXT COLLATE "C" NOT NULL)`,
    );
    // `tenants`: a JSON array of those that a reader may use; null: all.
    await runner.query(`CREATE TABLE resource_reader (
      resource_id TEXT COLLATE "C" NOT NULL REFERENCES resource_restriction (resource_id),
      principal_id TEXT COLLATE "C" NOT NULL REFERENCES principal (id), tenants TEXT COLLATE "C", PRIMARY KEY (resource_id, principal_id))`);
    await runner.query('CREATE INDEX resource_reader_principal ON resource_reader (principal_id, resource_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE resource_reader');
    await runner.query('DROP TABLE resource_restriction');
  }
}
