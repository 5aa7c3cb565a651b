import { dependencyGraphCall } from '../features/dependencies/worker.js';
import {
  checkSelectionCall,
  exportFieldsCall,
  exportPreviewCall,
  exportTask,
  missingResourcesCall,
} from '../features/exporting/worker.js';
import {
  checkExecutionCall,
  checkRemappingCall,
  describeMappingCall,
  discardImportCall,
  executeImportTask,
  itemDifferencesCall,
  itemSpecSizesCall,
  itemProblemsCall,
  needingItemsCall,
  prerequisitesCall,
  remapCall,
  renameItemCall,
  selectItemsCall,
  setModeCall,
  setOptionsCall,
  checkTargetCall,
  stageImportTask,
} from '../features/importing/worker.js';
import {
  copyBranchCall,
  createResourceCall,
  deleteResourceCall,
  detachReferenceCall,
  renameResourceCall,
  restoreRevisionCall,
  updateResourceCall,
} from '../features/resources/worker.js';
import { notDoneCall, recoverTasksCall, runTaskCall, type AnyTaskHandler } from '../features/tasks/worker.js';
import { checkUndoCall, indexUndoTextsCall, refuseUndoCall, undoImportTask } from '../features/undoing/worker.js';
import { verifyCall } from '../features/verifying/worker.js';
import type { AnyWorkerCall } from '../features/workers/index.js';

/** Every type of task that this server does. */
export const taskHandlers: readonly AnyTaskHandler[] = [exportTask, stageImportTask, executeImportTask, undoImportTask];

/** Everything that is done off the API thread. */
export const workerCalls: readonly AnyWorkerCall[] = [
  checkExecutionCall,
  checkRemappingCall,
  checkSelectionCall,
  checkUndoCall,
  indexUndoTextsCall,
  copyBranchCall,
  createResourceCall,
  deleteResourceCall,
  dependencyGraphCall,
  describeMappingCall,
  detachReferenceCall,
  discardImportCall,
  exportFieldsCall,
  exportPreviewCall,
  itemDifferencesCall,
  itemSpecSizesCall,
  itemProblemsCall,
  missingResourcesCall,
  notDoneCall(taskHandlers),
  needingItemsCall,
  prerequisitesCall,
  refuseUndoCall,
  recoverTasksCall(taskHandlers),
  remapCall,
  renameItemCall,
  renameResourceCall,
  restoreRevisionCall,
  runTaskCall(taskHandlers),
  selectItemsCall,
  setModeCall,
  setOptionsCall,
  checkTargetCall,
  updateResourceCall,
  verifyCall,
];
