import { renderSql } from '../../src/database/renderSql.js';
import { sqliteDialect } from '../../src/database/sqlDialects.js';
import type { Sql, SqlConnection } from '../../src/database/worker.js';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { makeFileStore } from '../../src/features/files/worker.js';
import { EdgeTypes } from '../../src/features/kinds/worker.js';
import type { HeavyRead, WorkerCall, WorkerContext, Workers, WorkSignals } from '../../src/features/workers/index.js';
import { knownKinds } from '../../src/app/packs.js';
import type { WorkerSettings } from '../../src/app/workerSettings.js';
import { systemClock } from '../../src/shared/clock.js';

/** Does what workers do in this thread, one piece at a time, so that each statement can be seen. */
export class InlineWorkers implements Workers {
  private readonly connection: Promise<SqlConnection>;
  private readonly context: Promise<WorkerContext>;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(settings: WorkerSettings, onStatement: (sql: string) => void) {
    const { databaseUrl, busyTimeoutMs, files, instance, batchSize, fileLimits } = settings;
    this.connection = openSqlConnection(databaseUrl, busyTimeoutMs).then((connection) =>
      watched(connection, onStatement),
    );
    const kinds = knownKinds(settings);
    this.context = this.connection.then(async (connection) => ({
      ...{ connection, kinds, fileStore: makeFileStore(files), instance, batchSize, fileLimits },
      edgeTypes: await EdgeTypes.load(connection, kinds),
      clock: systemClock,
    }));
  }

  warmUp(): void {
    // There are no threads.
  }

  call<Args, Result>(call: WorkerCall<Args, Result>, args: Args): Promise<Result> {
    return this.run(call, args, { report: () => undefined, checkpoint: () => Promise.resolve() });
  }

  callHeavy<Args, Result>(call: HeavyRead<Args, Result>, args: Args): Promise<Result> {
    return this.run(call, args, { report: () => undefined, checkpoint: () => Promise.resolve() });
  }

  start<Args, Result>(call: WorkerCall<Args, Result>, args: Args, onProgress: (progress: unknown) => void) {
    const result = this.run(call, args, { report: onProgress, checkpoint: () => Promise.resolve() });
    return { result, stop: () => undefined };
  }

  async close(): Promise<void> {
    await this.turn;
    await (await this.connection).close();
  }

  private run<Args, Result>(call: WorkerCall<Args, Result>, args: Args, signals: WorkSignals): Promise<Result> {
    const result = this.turn.then(async () => call.run(await this.context, args, signals));
    this.turn = result.catch(() => undefined);
    return result;
  }
}

const statementMethods: ReadonlySet<unknown> = new Set(['all', 'get', 'run', 'windows']);

/** Tells of each statement before it runs. */
function watched(connection: SqlConnection, onStatement: (sql: string) => void): SqlConnection {
  return new Proxy(connection, {
    get: (target, key) => {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        if (statementMethods.has(key)) onStatement(renderSql(args[0] as Sql, sqliteDialect).text);
        return Reflect.apply(member, target, args);
      };
    },
  });
}
