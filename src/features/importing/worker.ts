/** The part of this feature that runs in worker threads. It must not load the ORM or the schema library. */
import { selectItemsCall, setModeCall } from './amending/amendItems.call.js';
import { remapCall } from './amending/remap.call.js';
import { renameItemCall } from './amending/renameItem.call.js';
import { setOptionsCall } from './amending/setOptions.call.js';
import { checkTargetCall } from './prerequisites/checkTarget.call.js';
import { discardImportCall } from './executing/discardImport.call.js';
import { checkExecutionCall } from './executing/checkExecution.call.js';
import { executeImportTask } from './executing/execute.task.js';
import { planGraphCall } from './graph/planGraph.call.js';
import { describeMappingCall } from './mapping/describeMapping.call.js';
import { checkNewMappingCall } from './mapping/checkNewMapping.call.js';
import { itemDifferencesCall, itemSpecSizesCall } from './reporting/itemDifferences.call.js';
import { itemProblemsCall } from './reporting/itemProblems.call.js';
import { requiringItemsCall, prerequisitesCall } from './prerequisites/prerequisites.call.js';
import { planFingerprintCall } from './sealing/planFingerprint.call.js';
import { stageImportTask } from './staging/stage.task.js';

export { deletePlans } from './tables/deletePlans.js';

/**
 * Calls that a request waits for, and tasks that run in the background. In the life of a plan: `stageImportTask` reads the file
 * and derives the plan; `select…`, `set…`, `rename…` and `remapCall` store a choice and derive the plan again;
 * `checkExecutionCall` and `executeImportTask` execute it.
 */
export const importingWork = {
  calls: [
    checkExecutionCall,
    checkNewMappingCall,
    checkTargetCall,
    describeMappingCall,
    discardImportCall,
    itemDifferencesCall,
    itemProblemsCall,
    itemSpecSizesCall,
    planFingerprintCall,
    planGraphCall,
    requiringItemsCall,
    prerequisitesCall,
    remapCall,
    renameItemCall,
    selectItemsCall,
    setModeCall,
    setOptionsCall,
  ],
  tasks: [executeImportTask, stageImportTask],
};
