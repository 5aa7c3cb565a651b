import { deletingWork } from '../features/deleting/worker.js';
import { dependenciesWork } from '../features/dependencies/worker.js';
import { exportingWork } from '../features/exporting/worker.js';
import { importingWork } from '../features/importing/worker.js';
import { resourcesWork } from '../features/resources/worker.js';
import { notDoneCall, recoverTasksCall, runTaskCall, type AnyTaskHandler } from '../features/tasks/worker.js';
import { undoingWork } from '../features/undoing/worker.js';
import { verifyingWork } from '../features/verifying/worker.js';
import type { AnyWorkerCall } from '../features/workers/index.js';

const features: readonly FeatureWork[] = [
  deletingWork,
  dependenciesWork,
  exportingWork,
  importingWork,
  resourcesWork,
  undoingWork,
  verifyingWork,
];

interface FeatureWork {
  calls: readonly AnyWorkerCall[];
  tasks?: readonly AnyTaskHandler[];
}

/** Every type of task that this server does. */
export const taskHandlers = features.flatMap(({ tasks = [] }) => tasks);

/** Everything that is done off the API thread. */
export const workerCalls: readonly AnyWorkerCall[] = [
  ...features.flatMap(({ calls }) => calls),
  notDoneCall(taskHandlers),
  recoverTasksCall(taskHandlers),
  runTaskCall(taskHandlers),
];
