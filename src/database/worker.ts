/** What worker threads use of the database: nothing of it loads the ORM. */
export { assignments } from './assignments.js';
export { sql, type Sql, type SqlInput } from './sql.js';
export type { BatchConnection, SqlConnection, SqlValue } from './sqlConnection.js';
export type { OpenWritingThread } from './openWritingThread.js';
export {
  concat,
  endingOf,
  evaluatedOnce,
  hasText,
  idOf,
  jsonText,
  placedTexts,
  siteInName,
  textAfter,
  textColumn,
  utf8Of,
} from './sqlFunctions.js';
