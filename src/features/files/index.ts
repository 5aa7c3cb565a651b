import { StoredFile } from './storedFile.entity.js';
import { StoredFileResolver } from './storedFile.resolver.js';

export { DownloadLog } from './downloadLog.js';
export { StoredFile } from './storedFile.entity.js';
export { StoredFileRepository } from './storedFile.repository.js';
export { shownFileName, StoredFileResolver, type DownloadContext } from './storedFile.resolver.js';
export { countStored, removeStrays, storedFilePath, storedFilesOf, wholeFilesOf } from './fileStore.js';
export { writeWholeStream, type WrittenFile } from './wholeFile.js';

/** Tables and resolvers of this feature. */
export const filesApi = { entities: [StoredFile], resolvers: [StoredFileResolver] };
