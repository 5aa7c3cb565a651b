import { dependencyGraphCall } from '../features/dependencies/index.js';
import { checkSelectionCall, exportPreviewCall, exportTask } from '../features/exporting/index.js';
import {
  checkExecutionCall,
  discardImportCall,
  executeImportTask,
  itemDifferencesCall,
  itemProblemsCall,
  renameItemCall,
  selectItemsCall,
  setModeCall,
  stageImportTask,
} from '../features/importing/index.js';
import {
  copyBranchCall,
  createResourceCall,
  deleteResourceCall,
  detachReferenceCall,
  renameResourceCall,
  updateResourceCall,
} from '../features/resources/index.js';
import { notDoneCall, recoverTasksCall, runTaskCall, type TaskHandler } from '../features/tasks/index.js';
import type { AnyWorkerCall } from '../features/workers/index.js';

/** Every type of task that this server does. */
export const taskHandlers: readonly TaskHandler[] = [exportTask, stageImportTask, executeImportTask];

/** Everything that is done off the API thread. */
export const workerCalls: readonly AnyWorkerCall[] = [
  checkExecutionCall,
  checkSelectionCall,
  copyBranchCall,
  createResourceCall,
  deleteResourceCall,
  dependencyGraphCall,
  detachReferenceCall,
  discardImportCall,
  exportPreviewCall,
  itemDifferencesCall,
  itemProblemsCall,
  notDoneCall(taskHandlers),
  recoverTasksCall(taskHandlers),
  renameItemCall,
  renameResourceCall,
  runTaskCall(taskHandlers),
  selectItemsCall,
  setModeCall,
  updateResourceCall,
];
