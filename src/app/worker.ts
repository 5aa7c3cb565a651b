/** The worker thread: a connection of its own, and every call that is made off the API thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { openSqlConnection } from '../database/openSqlConnection.js';
import { writingThreadOf } from '../database/openWritingThread.js';
import { makeFileStore } from '../features/files/worker.js';
import { EdgeTypes } from '../features/kinds/worker.js';
import { serveCalls } from '../features/workers/index.js';
import { lowerPriority } from '../shared/lowerPriority.js';
import { spanEnded } from '../shared/spans.js';
import { systemClock } from '../shared/clock.js';
import { workerCalls } from './workerFeatures.js';
import { knownKinds } from './packs.js';
import type { WorkerSettings } from './workerSettings.js';

if (!parentPort) throw new Error('This module runs in a worker thread.');
const settings = workerData as WorkerSettings;
if (settings.yieldsToOthers) lowerPriority();
const port = parentPort;
if (settings.isTraced)
  spanEnded.listen((span) => {
    port.postMessage({ type: 'span', span });
  });
const connection = await openSqlConnection(settings.databaseUrl, settings.busyTimeoutMs, settings);
const kinds = knownKinds(settings);
const edgeTypes = await EdgeTypes.load(connection, kinds);
const { instance, batchSize, fileLimits } = settings;
serveCalls(
  port,
  {
    connection,
    openWritingThread: writingThreadOf(settings.databaseUrl, settings.busyTimeoutMs),
    kinds,
    edgeTypes,
    clock: systemClock,
    fileStore: makeFileStore(settings.files),
    instance,
    batchSize,
    fileLimits,
  },
  workerCalls,
);
