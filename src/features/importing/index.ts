import type { Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import type { Config } from '../../shared/config.js';
import type { ExportService } from '../exporting/index.js';
import type { FileStore, StoredFileRepository } from '../files/index.js';
import type { KindRegistry } from '../kinds/index.js';
import type { ProjectRepository } from '../projects/index.js';
import type { ReaderRepository, ResourceRepository } from '../resources/index.js';
import type { TaskRepository, TaskService } from '../tasks/index.js';
import type { TemplateService } from '../templates/index.js';
import type { Workers } from '../workers/index.js';
import { AmendingResolver } from './amending/amending.resolver.js';
import { AmendingService } from './amending/amending.service.js';
import { ExecutionResolver } from './executing/execution.resolver.js';
import { ExecutionService } from './executing/execution.service.js';
import { PlanFingerprintResolver } from './sealing/planFingerprint.resolver.js';
import { StagingResolver } from './staging/staging.resolver.js';
import { StagingService } from './staging/staging.service.js';
import { ImportRepository } from './tables/import.repository.js';
import { PlanListRepository } from './tables/planList.repository.js';
import { TransferService } from './transferring/transfer.service.js';
import { ImportPlan } from './tables/importPlan.entity.js';
import { ImportItem } from './tables/importItem.entity.js';
import { itemSpecsOf } from './tables/itemSpecs.js';
import { PlanGraphResolver } from './graph/planGraph.resolver.js';
import { ImportPlanResolver } from './importPlan.resolver.js';
import { PlanPrerequisiteResolver, PrerequisiteResolver } from './prerequisites/prerequisite.resolver.js';
import { PlanMappingResolver } from './mapping/planMapping.resolver.js';
import { ImportItemResolver } from './importItem.resolver.js';
import { BranchPlansResolver, TaskPlanResolver } from './planList.resolver.js';
import { TransferResolver } from './transferring/transfer.resolver.js';

export { importSettings } from './importSettings.js';
export { type PlanContext } from './planList.resolver.js';
export type { ExecutionService } from './executing/execution.service.js';
export type { TransferService } from './transferring/transfer.service.js';

interface ImportingParts {
  config: Pick<Config, 'callbacks' | 'limits' | 'maxUploadBytes'>;
  database: Database;
  workers: Workers;
  kinds: KindRegistry;
  clock: Clock;
  fileStore: FileStore;
  projects: ProjectRepository;
  files: StoredFileRepository;
  resources: ResourceRepository;
  readers: ReaderRepository;
  tasks: TaskRepository;
  taskService: TaskService;
  templates: TemplateService;
  exportService: ExportService;
}

/**
 * What the API thread uses of this feature: an upload or a transfer becomes an import plan, the user changes the plan, and its
 * execution writes to the branch. `worker.ts` lists the work that runs in worker threads.
 */
export const importingApi = {
  entities: [ImportItem, ImportPlan],
  resolvers: [
    AmendingResolver,
    BranchPlansResolver,
    ExecutionResolver,
    ImportItemResolver,
    PlanFingerprintResolver,
    PlanGraphResolver,
    PlanPrerequisiteResolver,
    PrerequisiteResolver,
    ImportPlanResolver,
    PlanMappingResolver,
    StagingResolver,
    TaskPlanResolver,
    TransferResolver,
  ],
  wire: (parts: ImportingParts) => {
    const { config, database, workers, projects } = parts;
    const { maxUploadBytes, callbacks, limits } = config;
    const imports = new ImportRepository(database);
    const all = { ...parts, imports, maxUploadBytes, callbackHosts: callbacks.hosts };
    const stagingService = new StagingService(all);
    const executionService = new ExecutionService(all);
    const transferService = new TransferService(all, parts.exportService);
    return {
      parts: { stagingService, executionService, transferService },
      resolvers: [
        new AmendingResolver(new AmendingService({ ...all, staging: stagingService })),
        new BranchPlansResolver(new PlanListRepository(database), projects),
        new ExecutionResolver(executionService),
        new ImportItemResolver({ ...all, specs: itemSpecsOf(database), maxAnswerBytes: limits.maxAnswerBytes }),
        new PlanFingerprintResolver(workers),
        new PlanGraphResolver(workers, parts.kinds),
        new PlanPrerequisiteResolver(all),
        new PrerequisiteResolver(all),
        new ImportPlanResolver(all),
        new PlanMappingResolver(workers, limits.maxAnswerBytes),
        new StagingResolver(stagingService),
        new TaskPlanResolver(imports),
        new TransferResolver(transferService),
      ],
      nodes: [(id: string) => imports.byId(id), (id: string) => imports.itemById(id)],
    };
  },
};
