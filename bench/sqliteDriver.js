/** The SQLite driver that the server uses, from the build. */
const built = new URL('../dist/src/database/sqlite/sqliteDriver.js', import.meta.url);

export const { openSqlite, sqliteDriver } = await import(built.href);
