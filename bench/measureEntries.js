/** Imports of object entries, held against their definition, in each format, against the raw database. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { badCount, definitionFile, entryDefinition, entryFormats, entrySchema, writeEntries } from './benchEntries.js';
import { makeDatabase } from './benchDatabase.js';
import { openRaw } from './openRaw.js';
import { ServerProcess } from './serverProcess.js';
import { timed } from './statistics.js';
import { createProject, importFile } from './transfers.js';

const warmUpCount = 2000;
const options = { kind: 'objects/ObjectEntry', definitionErc: entryDefinition, createStrategy: 'UPSERT' };

/** Adds the figures of one run to `measurements`, times in milliseconds, memory in MiB. */
export async function measureEntries({ dir, count, profileDir, database: kind }, measurements) {
  await mkdir(dir, { recursive: true });
  const fileOf = (name) => path.join(dir, name);
  await writeFile(fileOf('definition'), definitionFile);
  await writeEntries(fileOf('warm'), 'JSONL', { count: warmUpCount });
  await measureRaw({ fileOf, count, kind }, measurements);
  for (const format of entryFormats) {
    const database = await makeDatabase(kind);
    const server = await ServerProcess.start(fileOf('server'), { profileDir, databaseUrl: database.url });
    try {
      await measureFormat({ server, fileOf, format, count }, measurements);
    } finally {
      await server.stop();
      await database.drop();
      await rm(fileOf('server'), { recursive: true });
    }
  }
  await rm(dir, { recursive: true });
}

async function measureRaw({ fileOf, count, kind }, measurements) {
  await writeEntries(fileOf('raw-warm'), 'RAW', { count: warmUpCount });
  await writeEntries(fileOf('raw-first'), 'RAW', { count });
  await writeEntries(fileOf('raw-changed'), 'RAW', { count, edition: 2 });
  const warm = await openRaw(kind, fileOf('warm.sqlite'), entrySchema);
  await warm.import(fileOf('raw-warm'));
  await warm.close();
  const raw = await openRaw(kind, fileOf('raw.sqlite'), entrySchema);
  measurements.add('raw entries, all new', (await timed(() => raw.import(fileOf('raw-first')))).ms);
  measurements.add('raw entries, all changed', (await timed(() => raw.import(fileOf('raw-changed')))).ms);
  await raw.close();
}

async function measureFormat({ server, fileOf, format, count }, measurements) {
  const { api } = server;
  const makeProject = async (key) => {
    const branchId = await createProject(api, key);
    await importFile(api, fileOf('definition'), { branchId, expected: { createdCount: 1 } });
    return branchId;
  };
  const warmBranch = await makeProject('warm-up');
  await importFile(api, fileOf('warm'), { branchId: warmBranch, options, expected: { createdCount: warmUpCount } });

  const measure = async (name, { branchId, expected, ...file }) => {
    await writeEntries(fileOf('entries'), format, { count, ...file });
    await server.resetPeakMemory();
    const strategy = file.hasBad ? 'ON_ERROR_CONTINUE' : undefined;
    const { whole } = await importFile(api, fileOf('entries'), { branchId, options, expected, strategy });
    measurements.add(`entries ${format}, ${name}`, whole);
    const peak = await server.peakMemoryMiB();
    if (peak !== undefined) measurements.add(`entries ${format}, ${name}: peak memory`, peak);
  };
  const branchId = await makeProject('entries');
  await measure('all new', { branchId, expected: { createdCount: count } });
  await measure('all changed', { branchId, edition: 2, expected: { updatedCount: count } });
  const failedCount = badCount(count);
  const expected = { createdCount: count - failedCount, failedCount };
  await measure('1 % bad', { branchId: await makeProject('bad'), hasBad: true, expected });
}
