/** Renaming a resource that many others refer to: one request, one transaction; what other clients feel meanwhile. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeDatabase } from './benchDatabase.js';
import { firstOnly, nameAt, writeBenchBundle } from './benchRecords.js';
import { idOf } from './measureClosure.js';
import { ServerProcess } from './serverProcess.js';
import { timed } from './statistics.js';
import { createProject, importFile } from './transfers.js';

const dependentCount = 10_000;
const rename = `mutation ($input: RenameResourceInput!) {
  renameResource(input: $input) { resource { name } rewrittenCount problems { code message } } }`;

export async function measureRename({ dir, runs, database: kind }, measurements) {
  await mkdir(dir, { recursive: true });
  const file = path.join(dir, 'rename.jsonl');
  const count = dependentCount + 1;
  await writeBenchBundle(file, { count, namesOf: firstOnly });
  const database = await makeDatabase(kind);
  const server = await ServerProcess.start(path.join(dir, 'server'), { databaseUrl: database.url });
  try {
    const { api } = server;
    const branchId = await createProject(api, 'rename');
    await importFile(api, file, { branchId, expected: { createdCount: count } });
    const id = await idOf(api, branchId, nameAt(0));
    for (let run = 0; run < runs; run += 1) {
      await server.resetEventLoop();
      const { ms, result } = await timed(() => api.ask(rename, { input: { id, name: `renamed_${run}` } }));
      const { rewrittenCount } = result.renameResource;
      if (rewrittenCount !== dependentCount)
        throw new Error(`${rewrittenCount} of ${dependentCount} dependents were rewritten.`);
      measurements.addAll({ rename: ms, 'rename: event loop p99': (await server.eventLoop()).p99Ms });
    }
  } finally {
    await server.stop();
    await database.drop();
    await rm(dir, { recursive: true });
  }
}
