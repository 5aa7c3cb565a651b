/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
export { selectItemsCall, setModeCall } from './amending/amendItems.call.js';
export { remapCall } from './amending/remap.call.js';
export { renameItemCall } from './amending/renameItem.call.js';
export { setOptionsCall } from './amending/setOptions.call.js';
export { checkTargetCall } from './needs/checkTarget.call.js';
export { discardImportCall } from './discardImport.call.js';
export { checkExecutionCall } from './executing/checkExecution.call.js';
export { executeImportTask } from './executing/execute.task.js';
export { describeMappingCall } from './mapping/describeMapping.call.js';
export { checkRemappingCall } from './mapping/checkRemapping.call.js';
export { itemDifferencesCall, itemSpecSizesCall } from './reporting/itemDifferences.call.js';
export { itemProblemsCall } from './reporting/itemDetails.call.js';
export { needingItemsCall, prerequisitesCall } from './reporting/prerequisites.call.js';
export { stageImportTask } from './staging/stage.task.js';
