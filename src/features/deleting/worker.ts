/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
import { deleteBranchCall } from './deleteBranch.call.js';
import { deleteProjectCall } from './deleteProject.call.js';
import { deleteTaskCall } from './deleteTask.call.js';
import { sweepOldCall } from './sweepOld.call.js';

/** What worker threads do for this feature. */
export const deletingWork = { calls: [deleteBranchCall, deleteProjectCall, deleteTaskCall, sweepOldCall] };
