/**
 * `npm run bench`: speed and memory of the built server, through its public API, against the raw database in the same run. Prints
 * tables and writes all measurements as JSON. bench/README.md says what each figure means.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { benchKind } from './benchRecords.js';
import { apiFigures, growthFigures, sizeFiguresOf } from './figures.js';
import { postgresVersion } from './benchDatabase.js';
import { describeMachine } from './machine.js';
import { measureAmendments } from './measureAmendments.js';
import { apiImportCount, measureApiThread } from './measureApiThread.js';
import { measureClosure } from './measureClosure.js';
import { measureConsole } from './measureConsole.js';
import { measureEntries } from './measureEntries.js';
import { measureImports } from './measureImports.js';
import { measureLoad, printLoad } from './measureLoad.js';
import { measureParallelImports } from './measureParallelImports.js';
import { measureRename } from './measureRename.js';
import { measureSmallImports } from './measureSmallImports.js';
import { printTable } from './printTable.js';
import { readOptions } from './readOptions.js';
import { ServerProcess } from './serverProcess.js';
import { Measurements } from './statistics.js';

// Beyond this a closure is larger than what one answer of the API is meant for.
const maxClosureCount = 100_000;
const resultsDir = path.join(import.meta.dirname, 'results');

const options = readOptions(process.argv.slice(2));
if (options) await bench(options);

async function bench({ sizes, runs, parts, dir: parentDir, profileDir, database }) {
  const machine = { ...(await describeMachine()), database };
  if (database === 'postgres') machine.postgres = await postgresVersion();
  console.log(
    `## ${Object.entries(machine)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
  );
  console.log(`Median of ${runs} runs. RAW is the raw database with the same file.`);
  const root = await mkdtemp(path.join(parentDir, 'waybill-bench-'));
  const dir = path.join(root, 'run');
  const bySize = [];
  const api = new Measurements();
  const loads = [];
  try {
    const schema = await readSchema(dir);
    for (const count of sizes) {
      const measurements = await measureSize({ dir, count, runs, parts, schema, profileDir, database });
      bySize.push({ count, measurements });
      printTable(`${count} resources`, sizeFiguresOf(database), measurements);
    }
    for (const count of parts.has('load') ? sizes : []) {
      const load = await measureLoad({ dir, count, database });
      loads.push({ count, ...load });
      printLoad(count, load);
    }
    if (parts.has('small')) await measureSmallImports({ dir, database }, api);
    if (parts.has('rename')) await measureRename({ dir, runs, database }, api);
    if (parts.has('api')) await measureApiThread({ dir, runs, database }, api);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  printTable(`The API thread meanwhile, ${apiImportCount} resources`, apiFigures, api);
  const [smaller, larger] = bySize.toSorted((a, b) => a.count - b.count).slice(-2);
  if (larger) printTable('Growth', growthFigures(smaller, larger));
  const resultPath = path.join(resultsDir, `latest-${database}.json`);
  await mkdir(resultsDir, { recursive: true });
  await writeFile(resultPath, `${JSON.stringify({ machine, runs, sizes: bySize, loads, api }, undefined, 2)}\n`);
  console.log(`\nAll measurements: ${resultPath}`);
}

async function measureSize({ dir, count, runs, parts, schema, profileDir, database }) {
  const measurements = new Measurements();
  if (parts.has('import')) {
    for (let run = 0; run < runs; run += 1)
      await measureImports({ dir, count, schema, profileDir, database }, measurements);
  }
  if (parts.has('entries')) {
    for (let run = 0; run < runs; run += 1) await measureEntries({ dir, count, profileDir, database }, measurements);
  }
  const closureCount = Math.min(count, maxClosureCount);
  if (parts.has('closure')) await measureClosure({ dir, count: closureCount, runs, database }, measurements);
  if (parts.has('console')) await measureConsole({ dir, count, runs, database }, measurements);
  if (parts.has('parallel')) await measureParallelImports({ dir, count, runs, database }, measurements);
  if (parts.has('amend')) await measureAmendments({ dir, count, runs, database }, measurements);
  return measurements;
}

/** The JSON Schema that specs are held against, as the server gives it. */
async function readSchema(dir) {
  const server = await ServerProcess.start(dir);
  try {
    const { kinds } = await server.api.ask('{ kinds { name schema } }');
    return kinds.find(({ name }) => name === benchKind).schema;
  } finally {
    await server.stop();
    await rm(dir, { recursive: true });
  }
}
