export { StoredFile } from './storedFile.entity.js';
export { StoredFileRepository } from './storedFile.repository.js';
export { StoredFileResolver } from './storedFile.resolver.js';
export { removeStrays, storedFilePath, writeStream, type WrittenFile } from './fileStore.js';
