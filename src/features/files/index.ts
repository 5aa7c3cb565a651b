export { StoredFile, type FilePurpose } from './storedFile.entity.js';
export { StoredFileRepository } from './storedFile.repository.js';
export { StoredFileResolver } from './storedFile.resolver.js';
export { recordFile, type NewFile } from './recordFile.js';
export { hashFile, removeStrays, storedFilePath, writeStream, writeText, type WrittenFile } from './fileStore.js';
