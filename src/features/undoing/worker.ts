/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
export { checkUndoCall, indexUndoTextsCall, refuseUndoCall } from './checkUndo.call.js';
export { undoImportTask } from './undo.task.js';
