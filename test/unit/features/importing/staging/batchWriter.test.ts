import { SqliteConnection } from '../../../../../src/database/sqlite/sqliteConnection.js';
import { ThreadedSqlite } from '../../../../../src/database/sqlite/threadedSqlite.js';
import { sql, type BatchConnection } from '../../../../../src/database/worker.js';
import { StagedFile } from '../../../../../src/features/importing/staging/stagedFile.js';
import type { TaskContext } from '../../../../../src/features/tasks/worker.js';
import { castFunction } from '../../../../support/fastDataRecords.js';
import { fileItem, PlanScene } from '../../../../support/planScene.js';

const names = ['a', 'b', 'c', 'd', 'e'];
const batchSize = 2;

describe('the batches of a staged file', () => {
  let scene: PlanScene;
  let settings: { file: string; busyTimeoutMs: number };
  beforeAll(async () => {
    scene = await PlanScene.open();
    const database = await scene.connection.get<{ file: string }>(sql`SELECT file FROM pragma_database_list`);
    settings = { file: database!.file, busyTimeoutMs: 1000 };
  });
  let threads: ThreadedSqlite[] = [];
  afterEach(async () => {
    // A thread that was left open would keep the worker of the tests from ending.
    for (const thread of threads) await thread.close();
    threads = [];
    await scene.clear();
  });
  afterAll(() => scene.close());

  const openThread = async () => {
    const thread = await ThreadedSqlite.open(settings);
    threads.push(thread);
    return thread;
  };

  /** Reads a file of these items in a context of its own; gives what was written, and how. */
  async function read(items: readonly string[], openWritingThread: TaskContext['openWritingThread']) {
    const planId = await scene.stage([]);
    await scene.connection.run(sql`DELETE FROM provenance WHERE id <> 'from-there'`);
    const context = { ...scene.context, batchSize, openWritingThread };
    const file = new StagedFile(context, await scene.planRow(planId), 'waybill/json');
    try {
      for (const name of items) await file.add([{ type: 'item', item: fileItem(castFunction(name)), bytesRead: 0 }]);
      await file.add([{ type: 'end', bundleDigest: '', claimedDigest: null, claimedCount: null }]);
      await file.written();
    } finally {
      await file.written().catch(() => undefined);
      await file.close();
    }
    return (await scene.items(planId)).map(({ name }) => name);
  }

  /** A connection that counts its transactions, and whether it was closed. */
  function counted(connection: BatchConnection) {
    const count = { transactions: 0, closed: 0 };
    const methods: Partial<BatchConnection> = {
      transaction: (work) => {
        count.transactions += 1;
        return connection.transaction(work);
      },
      close: () => {
        count.closed += 1;
        return connection.close();
      },
    };
    const proxy = new Proxy(connection, {
      get: (target, name) => {
        const value: unknown = methods[name as keyof BatchConnection] ?? target[name as keyof BatchConnection];
        return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).bind(target) : value;
      },
    });
    return { proxy, count };
  }

  it('are written by another thread from the second one on, which is closed in the end', async () => {
    const { proxy, count } = counted(await openThread());
    expect(await read(names, () => Promise.resolve(proxy))).toEqual(names);
    expect(count).toEqual({ transactions: 2, closed: 1 });
  });

  it('need no other thread if there is one batch', async () => {
    const open = jest.fn();
    expect(await read(['a'], open)).toEqual(['a']);
    expect(open).not.toHaveBeenCalled();
  });

  it('are written by the thread that reads if no other can be started', async () => {
    expect(await read(names, () => Promise.reject(new Error('no thread')))).toEqual(names);
    expect(await read(names, undefined)).toEqual(names);
  });

  it('end the reading with the reason why one could not be written', async () => {
    const other = SqliteConnection.open(settings.file, 1000);
    await other.run(
      sql`CREATE TRIGGER refuse BEFORE INSERT ON import_item WHEN NEW.name = 'd' BEGIN SELECT RAISE(ABORT, 'no d'); END`,
    );
    await expect(read(names, openThread)).rejects.toThrow('no d');
    await other.run(sql`DROP TRIGGER refuse`);
    await other.close();
    const kept = await scene.connection.all<{ name: string }>(sql`SELECT name FROM import_item ORDER BY name`);
    expect(kept.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});
