/** Imports of a few resources, one after the other, as a pipeline sends them: what an import costs before its first record. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeDatabase } from './benchDatabase.js';
import { writeBenchBundle } from './benchRecords.js';
import { ServerProcess } from './serverProcess.js';
import { createProject, importFile } from './transfers.js';

const importCount = 100;
const resourceCount = 20;
const warmUpCount = 5;
/** The default is too coarse for what takes some tens of milliseconds. */
const pollMs = 2;

/** Adds times in milliseconds, one for each import: `small: whole` and its parts. */
export async function measureSmallImports({ dir, database: kind }, measurements) {
  await mkdir(dir, { recursive: true });
  const file = path.join(dir, 'small.jsonl');
  const database = await makeDatabase(kind);
  const server = await ServerProcess.start(path.join(dir, 'server'), { databaseUrl: database.url });
  try {
    const { api } = server;
    api.pollMs = pollMs;
    const branchId = await createProject(api, 'small');
    for (let run = -warmUpCount; run < importCount; run += 1) {
      await writeBenchBundle(file, { count: resourceCount, prefix: `small${run + warmUpCount}` });
      if (run === 0) await server.resetEventLoop();
      const times = await importFile(api, file, { branchId, expected: { createdCount: resourceCount } });
      if (run < 0) continue;
      for (const [part, ms] of Object.entries(times)) measurements.add(`small: ${part}`, ms);
    }
    measurements.add('small: event loop p99', (await server.eventLoop()).p99Ms);
  } finally {
    await server.stop();
    await database.drop();
    await rm(dir, { recursive: true });
  }
}
