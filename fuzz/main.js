/**
 * Sends a real server files and requests that are wrong in random ways. It must answer each: no internal error, no crash, no standstill;
 * and at the end the whole database must be sound, and the server must have kept to its memory.
 *
 *     npm run fuzz -- --database postgres --files 2500 --requests 2000 --seed 1
 *     npm run fuzz -- --seconds 30                                  (as many as there is time for)
 *     npm run fuzz -- --seed 1 --only file:17                       (one case again)
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ServerProcess } from '../bench/serverProcess.js';
import { makeDatabase } from '../torture/databases.js';
import { FuzzTarget } from './fuzzTarget.js';
import { RequestMaker } from './makeRequest.js';
import { mutateFile } from './mutateFile.js';
import { randomOfCase } from './random.js';
import { seedFiles } from './seedFiles.js';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'sqlite' },
    files: { type: 'string', default: '2500' },
    requests: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '86400' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const maxPeakMiB = 600;
/** Some cases are under way at once, as clients are. */
const casesAtOnce = 4;

const counts = { passed: 0, failed: 0 };
const workDir = await mkdtemp(path.join(os.tmpdir(), 'waybill-fuzz-'));

/** Runs the cases of a kind until all are done or time is up; the clock is shared out evenly. */
async function runCases(kind, { count, endsAt, run }) {
  const numbers = values.only === undefined ? Array.from({ length: count }, (_, at) => at) : onlyOf(kind);
  let next = 0;
  const worker = async () => {
    while (next < numbers.length && Date.now() < endsAt) {
      const number = numbers[next++];
      const faults = await run(number, randomOfCase(seed, number)).catch((error) => [error.stack ?? String(error)]);
      if (faults.length === 0) counts.passed += 1;
      else counts.failed += 1;
      for (const fault of faults) tell(kind, number, fault);
    }
  };
  await Promise.all(Array.from({ length: casesAtOnce }, worker));
  console.log(`${next} ${kind}s on ${values.database}, ${counts.failed} failures so far`);
}

function onlyOf(kind) {
  const [wanted, number] = values.only.split(':');
  return wanted === kind ? [Number(number)] : [];
}

function tell(kind, number, fault) {
  console.log(`${kind} ${number}: ${fault}`);
  console.log(`  again: npm run fuzz -- --database ${values.database} --seed ${seed} --only ${kind}:${number}`);
}

/** What must hold at the end, whatever was sent. */
async function checkEnd(server, target) {
  const peakMiB = await server.peakMemoryMiB();
  const soundness = await target.soundnessFault();
  const faults = [
    server.child.exitCode === null && server.child.signalCode === null ? undefined : 'the server has ended',
    soundness,
    peakMiB !== undefined && peakMiB > maxPeakMiB ? `the server took ${Math.round(peakMiB)} MiB` : undefined,
  ].filter((fault) => fault !== undefined);
  console.log(
    `peak memory ${Math.round(peakMiB ?? 0)} MiB, the database is ${soundness === undefined ? 'sound' : 'unsound'}`,
  );
  counts.passed += faults.length === 0 ? 1 : 0;
  counts.failed += faults.length;
  for (const fault of faults) console.log(fault);
}

console.log(`fuzzing on ${values.database} with seed ${seed}`);
const database = await makeDatabase(values.database);
Object.assign(process.env, database.settings, { WAYBILL_TASK_WORKERS: '2', WAYBILL_TASKS_EACH: '1000' });
const server = await ServerProcess.start(await mkdtemp(path.join(workDir, 'data-')));
try {
  const target = new FuzzTarget(server);
  const scene = await target.makeScene();
  const files = [...seedFiles(), ...scene.exported];
  const halfMs = (Number(values.seconds) * 1000) / 2;
  await runCases('file', {
    count: Number(values.files),
    endsAt: Date.now() + halfMs,
    run: async (number, random) => {
      const file = await mutateFile(random.pick(files), random);
      const faults = await target.sendFile(file, random);
      if (faults.length === 0) return [];
      const kept = path.join(os.tmpdir(), `waybill-fuzz-${seed}-${number}`);
      await writeFile(kept, file.bytes);
      return [...faults, `the file is kept as ${kept}, sent as ${JSON.stringify(file.name.slice(0, 80))}`];
    },
  });
  const maker = new RequestMaker(scene.ids);
  await runCases('request', {
    count: Number(values.requests),
    endsAt: Date.now() + halfMs,
    run: (number, random) => target.sendRequest(maker, random),
  });
  await checkEnd(server, target);
} finally {
  await server.stop().catch(() => undefined);
  server.child.kill('SIGKILL');
  await rm(workDir, { recursive: true, force: true });
  await database.remove();
}
console.log(`fuzz: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
