import type { MigrationInterface, QueryRunner } from 'typeorm';
import { siteInNameSql } from '../../siteInNameSql.js';

/** Entries of one definition may have one external reference code on each site: the site stands in their name. */
export class EntrySites1700000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX resource_erc');
    await runner.query(`CREATE UNIQUE INDEX resource_erc
      ON resource (branch_id, kind, external_reference_code, coalesce(parent_id, ''), (${siteInNameSql('name', 'strpos')}))
      WHERE external_reference_code IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX resource_erc');
    await runner.query(`CREATE UNIQUE INDEX resource_erc ON resource (branch_id, kind, external_reference_code, coalesce(parent_id, ''))
      WHERE external_reference_code IS NOT NULL`);
  }
}
