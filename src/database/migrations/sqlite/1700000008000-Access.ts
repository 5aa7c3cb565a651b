import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may do what: principals, their groups, tokens and roles; and who asked for what. */
export class Access1700000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['membership', 'access_token', 'group_member', 'principal'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE task DROP COLUMN principal_id');
    await runner.query('ALTER TABLE task DROP COLUMN principal_name');
    await runner.query('ALTER TABLE instance DROP COLUMN signing_key');
  }
}

const statements = [
  // `subject`: what the issuer calls a user, or the value of the claim that makes a user one of a group.
  `CREATE TABLE principal (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, issuer TEXT NOT NULL, subject TEXT NOT NULL,
    is_superuser BOOLEAN NOT NULL, created_at TEXT NOT NULL, UNIQUE (type, issuer, subject))`,
  // `is_claimed`: the issuer said so, and may take it back; else somebody here did.
  `CREATE TABLE group_member (
    group_id TEXT NOT NULL REFERENCES principal (id), principal_id TEXT NOT NULL REFERENCES principal (id),
    is_claimed BOOLEAN NOT NULL, PRIMARY KEY (principal_id, group_id))`,
  'CREATE INDEX group_member_group ON group_member (group_id, principal_id)',
  `CREATE TABLE access_token (
    id TEXT PRIMARY KEY, principal_id TEXT NOT NULL REFERENCES principal (id), name TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE, is_superuser BOOLEAN NOT NULL, created_at TEXT NOT NULL, expires_at TEXT,
    revoked_at TEXT)`,
  'CREATE INDEX access_token_principal ON access_token (principal_id, id)',
  `CREATE TABLE membership (
    project_id TEXT NOT NULL REFERENCES project (id), principal_id TEXT NOT NULL REFERENCES principal (id),
    role TEXT NOT NULL, created_at TEXT NOT NULL, PRIMARY KEY (principal_id, project_id))`,
  'CREATE INDEX membership_project ON membership (project_id, principal_id)',
  'ALTER TABLE task ADD COLUMN principal_id TEXT',
  'ALTER TABLE task ADD COLUMN principal_name TEXT',
  // What the addresses of downloads are signed with.
  'ALTER TABLE instance ADD COLUMN signing_key TEXT',
];
