/** The composition root: opens what the features share, wires them, and closes everything. */
import type { Logger } from 'pino';
import type { Logger as StatementLog } from 'typeorm';
import { openDatabase } from '../database/index.js';
import { openSqlConnection } from '../database/openSqlConnection.js';
import { exportSettings } from '../features/exporting/index.js';
import { makeFileStore } from '../features/files/index.js';
import { importSettings } from '../features/importing/index.js';
import { EdgeTypes, registerEdgeTypes, type KindRegistry } from '../features/kinds/index.js';
import { copyBranchCall } from '../features/resources/index.js';
import type { WorkerPool, Workers } from '../features/workers/index.js';
import { AnswerBudgets } from '../graphql/index.js';
import type { RedisLink } from '../redis/redisLink.js';
import { systemClock } from '../shared/clock.js';
import { closeAll } from '../shared/closeAll.js';
import type { Config } from '../shared/config.js';
import { DispatchAgreement } from './dispatchAgreement.js';
import type { Background } from './featureList.js';
import { features } from './features.js';
import { ensureInstance } from './instance.js';
import { makeWorkerPool } from './makeWorkerPool.js';
import { tellBranches } from './tellBranches.js';
import { NodeResolver } from './node.resolver.js';
import { knownKinds } from './packs.js';
import { taskHandlers } from './workerFeatures.js';
import type { WorkerSettings } from './workerSettings.js';

/** The parts of the server and of all features. */
type AllParts = ReturnType<typeof features.wire>['parts'];

export interface Services extends AllParts {
  instanceId: string;
  answers: AnswerBudgets;
  /** An instance of each resolver class. */
  resolvers: readonly object[];
  background: readonly Background[];
  /** Undefined without one. */
  redis: RedisLink | undefined;
  /** With the other servers on the database; undefined where there can be none. */
  agreement: DispatchAgreement | undefined;
  close: () => Promise<void>;
}

/** Replaceable parts, for tests. */
export interface ServiceSeams {
  /** Sees every statement of the API thread. */
  statementLog?: StatementLog;
  makeWorkers?: (settings: WorkerSettings) => ClosableWorkers;
}

type ClosableWorkers = Workers & Pick<WorkerPool, 'close'>;

export async function createServices(config: Config, logger: Logger, seams: ServiceSeams = {}): Promise<Services> {
  // First: a wrong setting keeps the server from starting, and nothing is open yet.
  const kinds = knownKinds(config);
  const opened: (() => Promise<void> | void)[] = [];
  try {
    return await openServices({ config, logger, seams, kinds, opened });
  } catch (error) {
    // What stays open would keep the process of a failed start alive.
    await closeAll(opened.toReversed()).catch((failure: unknown) => {
      logger.warn({ error: failure }, 'not all parts of a start that failed could be closed');
    });
    throw error;
  }
}

interface ServiceParts {
  config: Config;
  logger: Logger;
  seams: ServiceSeams;
  kinds: KindRegistry;
  /** How to close what is open so far. */
  opened: (() => Promise<void> | void)[];
}

async function openServices({ config, logger, seams, kinds, opened }: ServiceParts): Promise<Services> {
  const { databaseUrl: url, busyTimeoutMs, poolSize } = config;
  const { entities } = features;
  const { statementLog } = seams;
  const logged = statementLog && { logger: statementLog };
  const database = await openDatabase({ url, entities, busyTimeoutMs, poolSize, ...logged });
  opened.push(() => database.close());
  const edgeTypes = await loadEdgeTypes(config, kinds);
  const fileStore = makeFileStore(config.files);
  const clock = systemClock;
  const { signingKey, ...instance } = await ensureInstance(database, { name: config.instanceName, clock });
  const workerData = workerSettingsOf(config, instance);
  const pool = seams.makeWorkers?.(workerData) ?? makeWorkerPool(config, workerData, database);
  opened.push(() => pool.close());
  const redis = await openRedis(config, { instanceId: instance.id, logger });
  opened.push(() => redis?.close());
  const { presence } = database;
  const agreement = presence && (await DispatchAgreement.reach({ logger, presence, redis }));
  opened.push(() => agreement?.close());
  const workers = redis ? tellBranches(pool, redis) : pool;
  const { parts, resolvers, nodes, background } = features.wire({
    ...{ config, logger, database, clock, kinds, edgeTypes, fileStore, workers, redis, signingKey, taskHandlers },
    startBranch: (branch, fromBranchId) => workers.call(copyBranchCall, { ...branch, fromBranchId }),
    templateShapes: { EXPORT: exportSettings, IMPORT: importSettings },
  });
  return {
    ...parts,
    instanceId: instance.id,
    answers: new AnswerBudgets(config.limits),
    resolvers: [...resolvers, new NodeResolver(nodes)],
    background,
    redis,
    agreement,
    // Users of a part are closed before it.
    close: () =>
      closeAll([
        ...background.map((work) => () => work.close()),
        () => pool.close(),
        () => agreement?.close(),
        () => database.close(),
        () => redis?.close(),
      ]),
  };
}

function workerSettingsOf(config: Config, instance: WorkerSettings['instance']): WorkerSettings {
  const { databaseUrl, busyTimeoutMs, files, batchSize, fileLimits, packStates, superuserPacks } = config;
  const isTraced = config.traces !== undefined;
  return { databaseUrl, busyTimeoutMs, isTraced, files, instance, batchSize, fileLimits, packStates, superuserPacks };
}

/** Registers the reference declarations of kinds in the database, and reads them. */
async function loadEdgeTypes(config: Config, kinds: KindRegistry): Promise<EdgeTypes> {
  const connection = await openSqlConnection(config.databaseUrl, config.busyTimeoutMs);
  try {
    await registerEdgeTypes(connection, kinds);
    return await EdgeTypes.load(connection, kinds);
  } finally {
    await connection.close();
  }
}

/** Undefined without one. */
async function openRedis(
  { redisUrl: url }: Config,
  { instanceId, logger }: { instanceId: string; logger: Logger },
): Promise<RedisLink | undefined> {
  if (url === undefined) return undefined;
  // Others do not load the library.
  const { RedisLink: Opened } = await import('../redis/redisLink.js');
  return Opened.open({ url, prefix: `waybill:${instanceId}`, logger });
}
