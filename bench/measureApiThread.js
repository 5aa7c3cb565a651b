/** What clients feel while a file is imported and exported: delays of the API thread's event loop, and of a trivial query. */
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { writeBenchBundle } from './benchRecords.js';
import { makeDatabase } from './benchDatabase.js';
import { ServerProcess } from './serverProcess.js';
import { percentile } from './statistics.js';
import { createProject, exportBranch, importFile } from './transfers.js';

export const apiImportCount = 30_000;
const idleMs = 3000;

export async function measureApiThread({ dir, runs, database: kind }, measurements) {
  await mkdir(dir, { recursive: true });
  const file = path.join(dir, 'import.jsonl');
  await writeBenchBundle(file, { count: apiImportCount });
  const database = await makeDatabase(kind);
  const server = await ServerProcess.start(path.join(dir, 'server'), { databaseUrl: database.url });
  try {
    await whileProbed(server, () => sleep(idleMs));
    for (let run = 0; run < runs; run += 1) await measureRun({ server, file, run }, measurements);
  } finally {
    await server.stop();
    await database.drop();
    await rm(dir, { recursive: true });
  }
}

async function measureRun({ server, file, run }, measurements) {
  const { api } = server;
  const measure = async (name, work) => {
    const { eventLoop, latencies } = await whileProbed(server, work);
    measurements.addAll({
      [`${name}: event loop p99`]: eventLoop.p99Ms,
      [`${name}: event loop max`]: eventLoop.maxMs,
      [`${name}: query p50`]: percentile(latencies, 0.5),
      [`${name}: query p99`]: percentile(latencies, 0.99),
      [`${name}: query max`]: percentile(latencies, 1),
    });
  };
  const branchId = await createProject(api, `import-${run}`);
  await measure('idle', () => sleep(idleMs));
  await measure('import', () => importFile(api, file, { branchId, expected: { createdCount: apiImportCount } }));
  await measure('export', () => exportBranch(api, branchId));
}

async function whileProbed(server, work) {
  const probe = new Worker(new URL('./probeQueries.js', import.meta.url), { workerData: { url: server.url } });
  await sleep(200);
  await server.resetEventLoop();
  await work();
  const eventLoop = await server.eventLoop();
  probe.postMessage('stop');
  const [latencies] = await once(probe, 'message');
  return { eventLoop, latencies };
}
