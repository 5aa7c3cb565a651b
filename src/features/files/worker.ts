/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
export { storedFilePath } from './fileStore.js';
export { type HashedFile, type WrittenFile, writeWholeFile, writeWholeStream } from './wholeFile.js';
export { namesOfFiles } from './namesOfFiles.js';
export { forgetFiles } from './forgetFiles.js';
export { recordFile } from './recordFile.js';
export type { FilePurpose } from './storedFile.entity.js';
