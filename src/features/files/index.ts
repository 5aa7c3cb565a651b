import type { Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import { DownloadLog } from './downloadLog.js';
import { StoredFileRepository } from './storedFile.repository.js';
import { StoredFile } from './storedFile.entity.js';
import { StoredFileResolver } from './storedFile.resolver.js';

export { DownloadLog } from './downloadLog.js';
export { StoredFile } from './storedFile.entity.js';
export { StoredFileRepository } from './storedFile.repository.js';
export { shownFileName, type DownloadContext } from './storedFile.resolver.js';
export type { ByteRange, FileTarget, WrittenFile } from './fileBytes.js';
export { sweepFiles, type FileStore } from './fileStore.js';
export { idFileName } from './folderStore.js';
export { makeFileStore } from './makeFileStore.js';

/** The table, the resolver and the services of this feature. */
export const filesApi = {
  entities: [StoredFile],
  resolvers: [StoredFileResolver],
  wire: ({ database, clock }: { database: Database; clock: Clock }) => ({
    parts: { files: new StoredFileRepository(database), downloadLog: new DownloadLog({ database, clock }) },
    resolvers: [new StoredFileResolver()],
  }),
};
