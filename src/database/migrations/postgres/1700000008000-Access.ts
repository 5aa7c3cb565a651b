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
    id TEXT COLLATE "C" PRIMARY KEY, type TEXT COLLATE "C" NOT NULL, name TEXT COLLATE "C" NOT NULL, issuer TEXT COLLATE "C" NOT NULL, subject TEXT COLLATE "C" NOT NULL,
    is_superuser BOOLEAN NOT NULL, created_at TEXT COLLATE "C" NOT NULL, UNIQUE (type, issuer, subject))`,
  // `is_claimed`: the issuer said so, and may take it back; else somebody here did.
  `CREATE TABLE group_member (
    group_id TEXT COLLATE "C" NOT NULL REFERENCES principal (id), principal_id TEXT COLLATE "C" NOT NULL REFERENCES principal (id),
    is_claimed BOOLEAN NOT NULL, PRIMARY KEY (principal_id, group_id))`,
  'CREATE INDEX group_member_group ON group_member (group_id, principal_id)',
  `CREATE TABLE access_token (
    id TEXT COLLATE "C" PRIMARY KEY, principal_id TEXT COLLATE "C" NOT NULL REFERENCES principal (id), name TEXT COLLATE "C" NOT NULL,
    secret_hash TEXT COLLATE "C" NOT NULL UNIQUE, is_superuser BOOLEAN NOT NULL, created_at TEXT COLLATE "C" NOT NULL, expires_at TEXT COLLATE "C",
    revoked_at TEXT COLLATE "C")`,
  'CREATE INDEX access_token_principal ON access_token (principal_id, id)',
  `CREATE TABLE membership (
    project_id TEXT COLLATE "C" NOT NULL REFERENCES project (id), principal_id TEXT COLLATE "C" NOT NULL REFERENCES principal (id),
    role TEXT COLLATE "C" NOT NULL, created_at TEXT COLLATE "C" NOT NULL, PRIMARY KEY (principal_id, project_id))`,
  'CREATE INDEX membership_project ON membership (project_id, principal_id)',
  'ALTER TABLE task ADD COLUMN principal_id TEXT COLLATE "C"',
  'ALTER TABLE task ADD COLUMN principal_name TEXT COLLATE "C"',
  // What the addresses of downloads are signed with.
  'ALTER TABLE instance ADD COLUMN signing_key TEXT COLLATE "C"',
];
