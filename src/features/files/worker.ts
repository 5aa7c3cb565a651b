/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
export { diskFile } from './diskFile.js';
export type { FileSource, FileTarget, HashedFile, WrittenFile } from './fileBytes.js';
export type { FileStore } from './fileStore.js';
export { makeFileStore } from './makeFileStore.js';
export { namesOfFiles } from './namesOfFiles.js';
export { forgetFiles } from './forgetFiles.js';
export { recordFile } from './recordFile.js';
export type { FilePurpose } from './storedFile.entity.js';
