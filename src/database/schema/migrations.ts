/**
 * The schema of both databases, in the order of its migrations. Ids are UUIDv7 as text; times are ISO 8601 in UTC as text, whose order is that
 * of the times.
 */
import type { MigrationInterface } from 'typeorm';
import { accessTables } from './accessTables.js';
import { auditTables } from './auditTables.js';
import { bindingTables } from './bindingTables.js';
import { importTables } from './importTables.js';
import { projectTables } from './projectTables.js';
import { resourceTables } from './resourceTables.js';
import { scheduleTables } from './scheduleTables.js';
import type { DialectName } from '../sql.js';
import { sessionTables } from './sessionTables.js';
import { dialects, migrationOf, type TableGroup } from './tableGroup.js';
import { taskTables } from './taskTables.js';
import { templateTables } from './templateTables.js';

const groups: readonly TableGroup[] = [
  projectTables,
  resourceTables,
  taskTables,
  importTables,
  accessTables,
  templateTables,
  auditTables,
  sessionTables,
  bindingTables,
  scheduleTables,
];

/** The migrations of a database. */
export function migrationsOf(dialect: DialectName): (new () => MigrationInterface)[] {
  return groups.map((group) => migrationOf(group, dialects[dialect]));
}
