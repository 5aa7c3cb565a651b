export { Database } from './database.js';
export { openDatabase, dataSourceOptions } from './openDatabase.js';
export { openSqlConnection } from './openSqlConnection.js';
export type { SqlConnection, SqlParams, SqlValue } from './sqlConnection.js';
export { timeColumn, nullableTimeColumn, nullableTextColumn } from './columns.js';
