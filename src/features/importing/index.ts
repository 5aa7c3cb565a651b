export { ImportPlan } from './importPlan.entity.js';
export { ImportItem } from './importItem.entity.js';
export { ImportRepository } from './import.repository.js';
export { ImportService } from './import.service.js';
export { ImportPlanResolver } from './importPlan.resolver.js';
export { ImportItemResolver } from './importItem.resolver.js';
export { UndoService } from './undoing/undo.service.js';
export { UndoResolver } from './undoing/undo.resolver.js';
