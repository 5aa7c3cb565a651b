import { createRequire } from 'node:module';
import type Sqlite from 'better-sqlite3';
import { AppError } from '../../shared/appError.js';

const require = createRequire(import.meta.url);

/** The current driver crashes on an older Node, see docs/adr/0020. */
const firstMajorOfCurrentDriver = 22;
const currentDriver = ['better-sqlite3-13'];
/** The second is what `npm install better-sqlite3@12` brings. */
const driverOfNode20 = ['waybill-sqlite-node20', 'better-sqlite3'];

/**
 * The SQLite driver for the running Node version; the only place that loads it. Both drivers have the same interface.
 * @throws AppError CONFIGURATION_INVALID if it is not installed, or was built for another Node
 */
export function sqliteDriver(): typeof Sqlite {
  const isCurrent = Number.parseInt(process.versions.node, 10) >= firstMajorOfCurrentDriver;
  let fault: unknown;
  for (const name of isCurrent ? currentDriver : driverOfNode20) {
    try {
      return loaded(name);
    } catch (error) {
      fault ??= error;
    }
  }
  throw AppError.configuration(isCurrent ? missingCurrent : missingOfNode20, fault);
}

/** Opens a database file with the driver. */
export function openSqlite(file: string, options?: Sqlite.Options): Sqlite.Database {
  const Driver = sqliteDriver();
  return new Driver(file, options);
}

function loaded(name: string): typeof Sqlite {
  const Driver = require(name) as typeof Sqlite;
  // The native part is loaded when the first database is opened.
  new Driver(':memory:').close();
  return Driver;
}

const missingCurrent = `Node ${process.version} finds no SQLite driver that it can load: run \`npm ci\` with this version of Node.`;

/** npm omits it silently if it can be neither downloaded nor compiled; the second command shows the reason. */
const missingOfNode20 = `${missingCurrent.slice(0, -1)}; if that does not help, \`npm install --no-save better-sqlite3@12\` shows what is missing to build one.`;
