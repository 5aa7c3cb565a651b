/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
export { hasReader, isOpenTo, isPrincipalOrGroup } from './readers.sql.js';
