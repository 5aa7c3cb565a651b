import { ImportPlan } from './tables/importPlan.entity.js';
import { ImportItem } from './tables/importItem.entity.js';
import { ImportPlanResolver } from './importPlan.resolver.js';
import { PlanPrerequisiteResolver, PrerequisiteResolver } from './prerequisite.resolver.js';
import { PlanMappingResolver } from './mapping/planMapping.resolver.js';
import { ImportItemResolver } from './importItem.resolver.js';
import { BranchPlansResolver, TaskPlanResolver } from './planList.resolver.js';
import { TransferResolver } from './transferring/transfer.resolver.js';

export { ImportRepository } from './tables/import.repository.js';
export { importSettings } from './importSettings.js';
export { ImportService } from './import.service.js';
export { ImportPlanResolver } from './importPlan.resolver.js';
export { PlanPrerequisiteResolver, PrerequisiteResolver } from './prerequisite.resolver.js';
export { PlanMappingResolver } from './mapping/planMapping.resolver.js';
export { ImportItemResolver } from './importItem.resolver.js';
export { PlanListRepository } from './tables/planList.repository.js';
export { BranchPlansResolver, TaskPlanResolver, type PlanContext } from './planList.resolver.js';

export { TransferResolver } from './transferring/transfer.resolver.js';
export { TransferService } from './transferring/transfer.service.js';

/**
 * What the API thread uses of this feature: an upload or a transfer becomes an import plan, the user changes the plan, and its
 * execution writes to the branch. `worker.ts` lists the work that runs in worker threads.
 */
export const importingApi = {
  entities: [ImportItem, ImportPlan],
  resolvers: [
    BranchPlansResolver,
    ImportItemResolver,
    PlanPrerequisiteResolver,
    PrerequisiteResolver,
    ImportPlanResolver,
    PlanMappingResolver,
    TaskPlanResolver,
    TransferResolver,
  ],
};
