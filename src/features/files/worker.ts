/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
export { storedFilePath, writeText } from './fileStore.js';
export { recordFile } from './recordFile.js';
