/** The composition root: creates all services from the settings. */
import path from 'node:path';
import type { Logger } from 'pino';
import type { Logger as StatementLog } from 'typeorm';
import { openDatabase, type Database } from '../database/index.js';
import { openSqlConnection } from '../database/openSqlConnection.js';
import {
  AccessRepository,
  AttemptLimit,
  Authenticator,
  DenialLog,
  DownloadSigner,
  Guard,
  JwtVerifier,
  type NoteDenial,
  PlaceRepository,
  WrongCredentialLog,
} from '../features/access/index.js';
import { AuditRepository } from '../features/audit/index.js';
import { CallbackRepository, CallbackResolver } from '../features/callbacks/index.js';
import { DeletionResolver } from '../features/deleting/index.js';
import { DependencyRepository, DependencyResolver } from '../features/dependencies/index.js';
import { exportSettings } from '../features/exporting/index.js';
import { DownloadLog, StoredFileRepository, StoredFileResolver } from '../features/files/index.js';
import {
  ImportItemResolver,
  ImportPlanResolver,
  ImportRepository,
  ImportService,
  PlanMappingResolver,
  importSettings,
  PlanPrerequisiteResolver,
  PrerequisiteResolver,
} from '../features/importing/index.js';
import { EdgeTypes, KindResolver, registerEdgeTypes, type KindRegistry } from '../features/kinds/index.js';
import {
  BranchResolver,
  BranchWatch,
  ProjectPackRepository,
  ProjectPackResolver,
  ProjectPackService,
  ProjectRepository,
  ProjectResolver,
  ProjectService,
  type StartBranch,
} from '../features/projects/index.js';
import {
  copyBranchCall,
  HistoryRepository,
  HistoryResolver,
  ReaderRepository,
  ResourceRepository,
  ResourceResolver,
  ResourceRevisionResolver,
  ResourceService,
} from '../features/resources/index.js';
import {
  TaskHub,
  TaskRepository,
  TaskResolver,
  TaskRunner,
  TaskService,
  taskListUpdatesOf,
  taskUpdatesOf,
} from '../features/tasks/index.js';
import { TemplateRepository, TemplateResolver, TemplateService } from '../features/templates/index.js';
import { UndoResolver, UndoService } from '../features/undoing/index.js';
import { VerifyResolver } from '../features/verifying/index.js';
import type { WorkerPool, Workers } from '../features/workers/index.js';
import { AnswerBudgets } from '../graphql/index.js';
import { systemClock } from '../shared/clock.js';
import type { Config } from '../shared/config.js';
import { taskHandlers } from './calls.js';
import { entities } from './features.js';
import { ensureInstance } from './instance.js';
import { makeWorkerPool } from './makeWorkerPool.js';
import { accessResolvers } from './accessResolvers.js';
import { backgroundOf, type Background } from './background.js';
import { exportResolvers } from './exportResolvers.js';
import { listResolvers } from './listResolvers.js';
import { knownKinds } from './packs.js';
import type { WorkerSettings } from './workerSettings.js';

export interface Services extends Background {
  database: Database;
  projects: ProjectRepository;
  projectService: ProjectService;
  importService: ImportService;
  files: StoredFileRepository;
  tasks: TaskRepository;
  filesDir: string;
  instanceId: string;
  taskUpdates: ReturnType<typeof taskUpdatesOf>;
  taskListUpdates: ReturnType<typeof taskListUpdatesOf>;
  branchUpdates: BranchWatch['updatesOf'];
  authenticator: Authenticator;
  guard: Guard;
  readers: ReaderRepository;
  noteDenial: NoteDenial;
  signer: DownloadSigner;
  answers: AnswerBudgets;
  downloadLog: DownloadLog;
  /** An instance of each resolver class. */
  resolvers: object[];
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
  const { databaseUrl: url, busyTimeoutMs } = config;
  const { statementLog } = seams;
  const database = await openDatabase({ url, entities, busyTimeoutMs, ...(statementLog && { logger: statementLog }) });
  const edgeTypes = await loadEdgeTypes(config, kinds);
  const filesDir = path.join(config.dataDir, 'files');
  const { signingKey, ...instance } = await ensureInstance(database, { name: config.instanceName, clock: systemClock });
  const workerData: WorkerSettings = {
    databaseUrl: url,
    busyTimeoutMs,
    filesDir,
    instance,
    batchSize: config.batchSize,
    fileLimits: config.fileLimits,
    packStates: config.packStates,
    superuserPacks: config.superuserPacks,
  };
  const workers = seams.makeWorkers?.(workerData) ?? makeWorkerPool(config, workerData, database);
  const parts = { config, logger, database, kinds, edgeTypes, filesDir, workers, signingKey };
  return { ...wire(parts), instanceId: instance.id };
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

interface Parts {
  config: Config;
  logger: Logger;
  database: Database;
  kinds: KindRegistry;
  edgeTypes: EdgeTypes;
  filesDir: string;
  workers: ClosableWorkers;
  signingKey: string;
}

/** Those that need no service. */
function plainResolvers(of: ReturnType<typeof repositoriesOf>, workers: Workers): object[] {
  return [
    new BranchResolver(of.projects),
    new CallbackResolver(of.callbacks),
    new DeletionResolver(workers),
    new PrerequisiteResolver({ imports: of.imports, workers }),
    new ResourceRevisionResolver(of),
    new StoredFileResolver(),
    new VerifyResolver(workers),
  ];
}

function wire(parts: Parts): Omit<Services, 'instanceId'> {
  const { config, logger, database, kinds, edgeTypes, filesDir, workers } = parts;
  const clock = systemClock;
  const hub = new TaskHub();
  const repositories = repositoriesOf(database, hub);
  const { access, readers, projects, resources, files, tasks, imports, packChoices, edges } = repositories;
  const runner = new TaskRunner({ workers, hub, handlers: taskHandlers, workerCount: config.taskWorkerCount, logger });
  const taskService = new TaskService(tasks, runner);
  const projectParts = { database, projects, kinds, clock };
  const projectService = new ProjectService({ ...projectParts, startBranch: branchStarter(workers) });
  const projectPacks = new ProjectPackService({ ...projectParts, choices: packChoices });
  const resourceService = new ResourceService(workers, resources);
  const templates = makeTemplates({ database, projects, clock, templates: repositories.templates }, projectPacks);
  const background = backgroundOf({ ...parts, ...repositories, runner, hub, clock });
  const { hosts: callbackHosts } = config.callbacks;
  const common = { database, workers, projects, tasks, taskService, templates, clock, callbackHosts };
  const { maxUploadBytes } = config;
  const importing = { ...common, ...config.limits, kinds, imports, resources, readers, filesDir, maxUploadBytes };
  const importService = new ImportService(importing);
  return {
    ...{ database, projects, projectService, importService, files, tasks, filesDir, ...background },
    ...{ taskUpdates: taskUpdatesOf(hub, tasks), taskListUpdates: taskListUpdatesOf(hub, tasks) },
    branchUpdates: new BranchWatch(projects).updatesOf,
    ...accessParts(parts, access),
    ...{ readers, answers: new AnswerBudgets(config.limits) },
    resolvers: [
      ...accessResolvers({ database, access, projects, clock, resources, readers }),
      new DependencyResolver(workers, edges, { resources, projects, readers }, { kinds, edgeTypes }),
      ...plainResolvers(repositories, workers),
      ...listResolvers({ ...repositories, database, kinds }),
      ...exportResolvers(importing),
      new HistoryResolver({ service: resourceService, history: new HistoryRepository(database), resources, tasks }),
      new ImportItemResolver(importing),
      new ImportPlanResolver({ service: importService, imports, tasks, resources, projects, files, kinds }),
      new KindResolver(kinds, projectPacks.offPacks),
      new PlanPrerequisiteResolver({ service: importService, imports, kinds, workers }),
      new PlanMappingResolver(workers, config.limits.maxAnswerBytes),
      new ProjectPackResolver(projectPacks, packChoices),
      new ProjectResolver(projectService, projects),
      new ResourceResolver(resourceService, resources, projects, kinds),
      new TaskResolver({ service: taskService, tasks, files, projects }),
      new TemplateResolver(templates),
      new UndoResolver(new UndoService(common)),
    ],
    close: () => closeAll({ ...background, workers, database }),
  };
}

function repositoriesOf(database: Database, hub: TaskHub) {
  return {
    access: new AccessRepository(database),
    audit: new AuditRepository(database),
    readers: new ReaderRepository(database),
    projects: new ProjectRepository(database),
    resources: new ResourceRepository(database),
    files: new StoredFileRepository(database),
    tasks: new TaskRepository(database, hub),
    imports: new ImportRepository(database),
    packChoices: new ProjectPackRepository(database),
    callbacks: new CallbackRepository(database),
    edges: new DependencyRepository(database),
    templates: new TemplateRepository(database),
  };
}

interface Closables extends Background, Pick<Services, 'database'> {
  workers: ClosableWorkers;
}

/** Users of a part are closed before it. */
async function closeAll({
  runner,
  taskWatch,
  callbackSender,
  retentionSweep,
  workers,
  database,
}: Closables): Promise<void> {
  runner.close();
  await taskWatch?.close();
  await callbackSender.close();
  await retentionSweep.close();
  await workers.close();
  await database.close();
}

/** Templates, checked against the settings of exports and imports and the kinds of the project. */
function makeTemplates(
  parts: Pick<ConstructorParameters<typeof TemplateService>[0], 'database' | 'projects' | 'clock' | 'templates'>,
  projectPacks: ProjectPackService,
): TemplateService {
  return new TemplateService({
    ...parts,
    kindNamesIn: (projectId) => projectPacks.kindNamesIn(projectId),
    shapes: { EXPORT: exportSettings, IMPORT: importSettings },
  });
}

/** The parts for authentication and access control. */
function accessParts({ config, database, signingKey, logger }: Parts, access: AccessRepository) {
  const clock = systemClock;
  const jwtVerifier = config.oidc && new JwtVerifier(config.oidc);
  const attempts = new AttemptLimit();
  const wrongCredentials = new WrongCredentialLog({ database, clock, logger });
  return {
    authenticator: new Authenticator({ database, access, jwtVerifier, attempts, wrongCredentials, clock }),
    noteDenial: new DenialLog({ database, clock }).note,
    guard: new Guard(new PlaceRepository(database)),
    signer: new DownloadSigner(signingKey, clock),
    downloadLog: new DownloadLog({ database, clock }),
  };
}

/** Branches that start from another are copied by a worker. */
function branchStarter(workers: Workers): StartBranch {
  return (branch, fromBranchId) => workers.call(copyBranchCall, { ...branch, fromBranchId });
}
