export type { Database } from './database.js';
export { openDatabase, dataSourceOptions } from './openDatabase.js';
export type { SqlConnection, SqlParams, SqlValue } from './sqlConnection.js';
export { sql, type Sql } from './sql.js';
export { andWhere, readRows, runSql } from './runSql.js';
export { meaningOf } from './postgres/postgresErrors.js';
export { timeColumn, nullableTimeColumn, nullableTextColumn } from './columns.js';
export { countsTogether, keysetPage, rowsTogether } from './keysetPage.js';
export { copyDatabase, databaseFileBytes } from './copyDatabase.js';
