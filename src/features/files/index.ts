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
export { countStored, removeStrays, storedFilePath, storedFilesOf, wholeFilesOf } from './fileStore.js';
export { writeWholeStream, type WrittenFile } from './wholeFile.js';

/** The table, the resolver and the services of this feature. */
export const filesApi = {
  entities: [StoredFile],
  resolvers: [StoredFileResolver],
  wire: ({ database, clock }: { database: Database; clock: Clock }) => ({
    parts: { files: new StoredFileRepository(database), downloadLog: new DownloadLog({ database, clock }) },
    resolvers: [new StoredFileResolver()],
  }),
};
