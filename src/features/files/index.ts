export { StoredFile } from './storedFile.entity.js';
export { StoredFileRepository } from './storedFile.repository.js';
export { StoredFileResolver } from './storedFile.resolver.js';
export { recordFile } from './recordFile.js';
export { removeStrays, storedFilePath, writeStream, writeText, type WrittenFile } from './fileStore.js';
