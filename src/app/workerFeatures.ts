/** The work of all features in worker threads. It loads neither the ORM nor the schema library. */
import { deletingWork } from '../features/deleting/worker.js';
import { dependenciesWork } from '../features/dependencies/worker.js';
import { exportingWork } from '../features/exporting/worker.js';
import { importingWork } from '../features/importing/worker.js';
import { resourcesWork } from '../features/resources/worker.js';
import { callsOfTasks, type AnyTaskHandler } from '../features/tasks/worker.js';
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

/** The handlers of all types of tasks. */
export const taskHandlers = features.flatMap(({ tasks = [] }) => tasks);

/** All calls that run in worker threads. */
export const workerCalls: readonly AnyWorkerCall[] = [
  ...features.flatMap(({ calls }) => calls),
  ...callsOfTasks(taskHandlers),
];
