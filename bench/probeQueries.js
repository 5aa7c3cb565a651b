/**
 * A thread that asks the server one trivial query after the other and notes how long each took, until it is told to stop. A
 * thread of its own, so that an upload from the same process doesn't hold its answers up.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { ApiClient } from './apiClient.js';

const pauseMs = 2;

const api = new ApiClient(workerData.url);
let isStopped = false;
parentPort.once('message', () => (isStopped = true));

const latencies = [];
while (!isStopped) {
  const start = performance.now();
  await api.ask('{ projects(first: 1) { totalCount } }');
  latencies.push(performance.now() - start);
  await sleep(pauseMs);
}
api.close();
parentPort.postMessage(latencies);
