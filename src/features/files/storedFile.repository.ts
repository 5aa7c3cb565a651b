import { In } from 'typeorm';
import { readRows, sql, type Database } from '../../database/index.js';
import { groupedByKey, inKeyOrder } from '../../graphql/index.js';
import { StoredFile } from './storedFile.entity.js';

/** Every query on stored files. */
export class StoredFileRepository {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<StoredFile | null> {
    return this.database.read.findOneBy(StoredFile, { id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<(StoredFile | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(StoredFile, { id: In([...ids]) }), ({ id }) => id);

  readonly filesOfTasks = async (taskIds: readonly string[]): Promise<StoredFile[][]> => {
    const rows = await this.database.read.find(StoredFile, {
      where: { taskId: In([...taskIds]) },
      order: { id: 'ASC' },
    });
    return groupedByKey(taskIds, rows, ({ taskId }) => taskId);
  };

  /** Total size of the files of all tasks of a principal, on all servers. */
  async bytesOf(principalId: string): Promise<number> {
    const [row] = await readRows<{ total: number | null }>(
      this.database.read,
      sql`SELECT CAST(sum(f.size_bytes) AS DOUBLE PRECISION) AS total
        FROM task t JOIN stored_file f ON f.task_id = t.id WHERE t.principal_id = ${principalId}`,
    );
    return row?.total ?? 0;
  }

  async allIds(): Promise<Set<string>> {
    const rows = await this.database.read.find(StoredFile, { select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  }
}
