/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
import { checkUndoCall, indexUndoTextsCall, refuseUndoCall } from './checkUndo.call.js';
import { undoImportTask } from './undo.task.js';

/** What worker threads do for this feature. */
export const undoingWork = { calls: [checkUndoCall, indexUndoTextsCall, refuseUndoCall], tasks: [undoImportTask] };
