import { In } from 'typeorm';
import type { Database } from '../../database/index.js';
import { groupedByKey } from '../../graphql/index.js';
import { StoredFile } from './storedFile.entity.js';

/** Every query on stored files. */
export class StoredFileRepository {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<StoredFile | null> {
    return this.database.read.findOneBy(StoredFile, { id });
  }

  readonly filesOfTasks = async (taskIds: readonly string[]): Promise<StoredFile[][]> => {
    const rows = await this.database.read.find(StoredFile, {
      where: { taskId: In([...taskIds]) },
      order: { id: 'ASC' },
    });
    return groupedByKey(taskIds, rows, ({ taskId }) => taskId);
  };

  async allIds(): Promise<Set<string>> {
    const rows = await this.database.read.find(StoredFile, { select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  }
}
