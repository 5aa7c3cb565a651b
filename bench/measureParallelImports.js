/** Imports into different branches: one alone, and four at once. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeDatabase } from './benchDatabase.js';
import { writeBenchBundle } from './benchRecords.js';
import { ServerProcess } from './serverProcess.js';
import { timed } from './statistics.js';
import { createProject, importFile } from './transfers.js';

const parallelCount = 4;

/** Adds times in milliseconds, and MiB: of one import alone, and of four at once until the last of them has ended. */
export async function measureParallelImports({ dir, count, runs, database: kind }, measurements) {
  await mkdir(dir, { recursive: true });
  const file = path.join(dir, 'parallel.jsonl');
  await writeBenchBundle(file, { count });
  const database = await makeDatabase(kind);
  const server = await ServerProcess.start(path.join(dir, 'server'), { databaseUrl: database.url });
  try {
    const { api } = server;
    const importInto = async (key) => {
      const branchId = await createProject(api, key);
      await importFile(api, file, { branchId, expected: { createdCount: count } });
    };
    const importSome = (number, name) =>
      timed(() => Promise.all(Array.from({ length: number }, (_, place) => importInto(`${name}-${place}`))));
    await importSome(1, 'warm-up');
    for (let run = 0; run < runs; run += 1) {
      measurements.add('parallel: one', (await importSome(1, `one-${run}`)).ms);
      await server.resetEventLoop();
      await server.resetPeakMemory();
      measurements.add('parallel: four', (await importSome(parallelCount, `four-${run}`)).ms);
      measurements.add('parallel: event loop p99', (await server.eventLoop()).p99Ms);
      const peak = await server.peakMemoryMiB();
      if (peak !== undefined) measurements.add('parallel: peak memory', peak);
    }
  } finally {
    await server.stop();
    await database.drop();
    await rm(dir, { recursive: true });
  }
}
