/** What worker threads use of the database: nothing of it loads the ORM. */
export { sql, type Sql } from './sql.js';
export type { SqlConnection, SqlParams, SqlValue } from './sqlConnection.js';
export { endingOf, jsonText, siteInName, textAfter } from './sqlFunctions.js';
