/**
 * Imports and exports of one size against the raw database. Each run starts both from nothing: a new raw database, a new server
 * on an empty folder, each warmed by a small file first. One after the other, never at the same time.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeBenchBundle } from './benchRecords.js';
import { makeDatabase } from './benchDatabase.js';
import { openRaw } from './openRaw.js';
import { ServerProcess } from './serverProcess.js';
import { timed } from './statistics.js';
import { createProject, exportBranch, importFile } from './transfers.js';

const warmUpCount = 2000;
/** Into a branch that holds all of the others already. */
const moreCount = 100_000;
const microsecondsPerMs = 1000;
/** Every hundredth record of the file with few changes is of another edition than the one before. */
const changedEach = 100;

/** Adds the figures of one run to `measurements`, times in milliseconds, memory in MiB. */
export async function measureImports({ dir, count, schema, profileDir, database: kind }, measurements) {
  await mkdir(dir, { recursive: true });
  const fileOf = (name) => path.join(dir, `${name}.jsonl`);
  const files = {
    first: fileOf('first'),
    changed: fileOf('changed'),
    more: fileOf('more'),
    warmUp: fileOf('warm'),
    few: fileOf('few'),
  };
  await writeBenchBundle(files.first, { count });
  await writeBenchBundle(files.changed, { count, edition: 2 });
  await writeBenchBundle(files.few, { count, edition: (place) => (place % changedEach === 0 ? 3 : 2) });
  await writeBenchBundle(files.more, { count: Math.min(count, moreCount), prefix: 'more' });
  await writeBenchBundle(files.warmUp, { count: warmUpCount });
  await measureRaw({ dir, files, schema, kind }, measurements);
  const database = await makeDatabase(kind);
  const server = await ServerProcess.start(path.join(dir, 'server'), { profileDir, databaseUrl: database.url });
  try {
    await measureServer({ server, files, count }, measurements);
  } finally {
    await server.stop();
    await database.drop();
    await rm(dir, { recursive: true });
  }
}

async function measureRaw({ dir, files, schema, kind }, measurements) {
  const warm = await openRaw(kind, path.join(dir, 'warm.sqlite'), schema);
  await warm.import(files.warmUp);
  await warm.export(path.join(dir, 'warm.out'));
  await warm.close();
  const raw = await openRaw(kind, path.join(dir, 'raw.sqlite'), schema);
  const before = process.cpuUsage();
  measurements.add('raw import, all new', (await timed(() => raw.import(files.first))).ms);
  const { user, system } = process.cpuUsage(before);
  // Of PostgreSQL only this process' share would be seen.
  if (kind === 'sqlite') measurements.add('raw import, all new: processor', (user + system) / microsecondsPerMs);
  measurements.add('raw import, nothing changed', (await timed(() => raw.import(files.first))).ms);
  measurements.add('raw export', (await timed(() => raw.export(path.join(dir, 'raw.out')))).ms);
  measurements.add('raw import, all changed', (await timed(() => raw.import(files.changed))).ms);
  measurements.add('raw import, 1 % changed', (await timed(() => raw.import(files.few))).ms);
  measurements.add('raw import, more', (await timed(() => raw.import(files.more))).ms);
  await raw.close();
}

async function measureServer({ server, files, count }, measurements) {
  const { api } = server;
  const warmBranch = await createProject(api, 'warm-up');
  await importFile(api, files.warmUp, { branchId: warmBranch, expected: { createdCount: warmUpCount } });
  await exportBranch(api, warmBranch);

  const copies = await createProject(api, 'copies');
  const measure = async (name, file, target) => {
    await server.resetPeakMemory();
    const processorMs = await server.processorMs();
    const times = await importFile(api, file, target);
    for (const [part, ms] of Object.entries(times)) measurements.add(`${name}: ${part}`, ms);
    if (processorMs === undefined) return;
    measurements.add(`${name}: processor`, (await server.processorMs()) - processorMs);
    measurements.add(`${name}: peak memory`, await server.peakMemoryMiB());
  };
  await measure('all new', files.first, { branchId: copies, expected: { createdCount: count } });
  await measure('nothing changed', files.first, { branchId: copies, expected: { unchangedCount: count } });
  await server.resetPeakMemory();
  const { task, whole } = await exportBranch(api, copies);
  measurements.addAll({ 'export: task': task, 'export: whole': whole });
  const exportPeak = await server.peakMemoryMiB();
  if (exportPeak !== undefined) measurements.add('export: peak memory', exportPeak);
  await measure('more', files.more, { branchId: copies, expected: { createdCount: Math.min(count, moreCount) } });

  // A copy is never overwritten by an import; a reference is, when it comes from the same source.
  const references = { branchId: await createProject(api, 'references'), mode: 'REFERENCE' };
  await measure('all new, as references', files.first, { ...references, expected: { createdCount: count } });
  await measure('all changed', files.changed, { ...references, expected: { updatedCount: count } });
  const updatedCount = Math.ceil(count / changedEach);
  const unchangedCount = count - updatedCount;
  await measure('1 % changed', files.few, { ...references, expected: { updatedCount, unchangedCount } });
}
