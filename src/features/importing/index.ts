export { ImportPlan } from './tables/importPlan.entity.js';
export { ImportItem } from './tables/importItem.entity.js';
export { ImportRepository } from './tables/import.repository.js';
export { importSettings } from './importSettings.js';
export { ImportService } from './import.service.js';
export { ImportPlanResolver } from './importPlan.resolver.js';
export { PlanPrerequisiteResolver, PrerequisiteResolver } from './prerequisite.resolver.js';
export { PlanMappingResolver } from './mapping/planMapping.resolver.js';
export { ImportItemResolver } from './importItem.resolver.js';
