/**
 * Several processes on one PostgreSQL, one Redis and one object store, of which something dies in each round while clients import, export,
 * undo, subscribe and download: a worker, an API process, Redis, the store, PostgreSQL, or the network of a worker. No task may end twice or
 * never, no branch may be between before and after, no file without a row or row without a file, no subscriber without the end.
 *
 *     npm run torture -- --scale --rounds 200 --seed 1
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeBenchBundle } from '../bench/benchRecords.js';
import { randomFrom } from './random.js';
import { Checks } from './scale/checks.js';
import { endsFault, filesFault, openTasksFault, soundnessFault } from './scale/ending.js';
import { rollingRestart, throughput } from './scale/figures.js';
import { PatientApi } from './scale/patientApi.js';
import { faultOrder, round } from './scale/rounds.js';
import { ScaleClient } from './scale/scaleClient.js';
import { Site } from './scale/site.js';

const { values } = parseArgs({
  options: {
    scale: { type: 'boolean' },
    rounds: { type: 'string', default: '8' },
    clients: { type: 'string', default: '4' },
    records: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});
const [rounds, clientCount, count, seed] = ['rounds', 'clients', 'records', 'seed'].map((name) => Number(values[name]));
const checks = new Checks();
const takeOvers = new Map();

async function makeClients(site, files) {
  const parts = (number) => ({
    ...{ api: new PatientApi(site.apiUrls, number), checks, files },
    random: randomFrom(seed + number),
  });
  const first = await ScaleClient.make('learner', parts(0));
  const full = await first.learn();
  checks.that('changes of a branch', await first.versionFault());
  const clients = [first];
  for (let number = 1; number < clientCount; number += 1)
    clients.push(await ScaleClient.make(`client-${number}`, parts(number)));
  for (const client of clients) client.full = full;
  return clients;
}

async function torture(site, clients) {
  let isOver = false;
  const work = Promise.all(clients.map((client) => client.work(() => isOver)));
  try {
    const restart = await rollingRestart({ site, checks, branchId: clients[0].branchId });
    console.log(
      `rolling restart: ${restart.requests} requests, ${restart.attempts} sent again, ${restart.failed} failed in spite of it`,
    );
    const random = randomFrom(seed);
    const order = faultOrder(random);
    // What nobody works with shows nothing.
    for (let number = 1; number <= rounds && !clients.every(({ isLost }) => isLost); number += 1) {
      const name = String(order.next().value);
      const start = performance.now();
      await round({ site, checks, random, takeOvers }, name);
      console.log(`round ${number} of ${rounds}, ${name}: ${Math.round(performance.now() - start)} ms`);
    }
  } finally {
    isOver = true;
    await work;
  }
}

async function end(site, clients) {
  checks.that('open tasks', await openTasksFault(site));
  for (const client of clients) {
    checks.that('changes of a branch', client.isLost ? `${client.key} gave up` : await client.versionFault());
    checks.that('cycles', client.cycles > 0 ? undefined : `${client.key} came to the end of none`);
    client.api.close();
  }
  checks.that('ends of tasks', await endsFault(site));
  for (const name of [...site.processes.keys()]) {
    const { code, signal } = await site.remove(name);
    checks.that('stop', code === 0 ? undefined : `${name} ended with ${signal ?? code}`);
  }
  await site.add('api-1');
  checks.that('files', await filesFault(site));
  checks.that('verify', await soundnessFault(site, site.settings(false)));
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'waybill-scale-files-'));
let site;
try {
  const files = [path.join(folder, 'first.jsonl'), path.join(folder, 'second.jsonl')];
  for (const [at, file] of files.entries()) await writeBenchBundle(file, { count, edition: at + 1 });
  site = await Site.make();
  for (const name of ['api-1', 'api-2']) await site.add(name);
  const rates = await throughput({ site, checks, path: files[0], count });
  for (const [workers, rate] of rates)
    console.log(`throughput of ${workers} workers on as many branches: ${(rate / rates[0][1]).toFixed(2)}`);
  for (const name of ['worker-1', 'worker-2']) await site.add(name);
  await site.add('worker-3', { isLinked: true });
  const clients = await makeClients(site, files);
  await torture(site, clients);
  await end(site, clients);
} catch (error) {
  checks.that('the torture itself', error.stack);
} finally {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
}
console.log(`${rounds} rounds, ${clientCount} clients, seed ${seed}:`);
for (const line of checks.lines()) console.log(line);
for (const [name, times] of takeOvers) {
  const sorted = times.map((ms) => Math.round(ms)).sort((one, other) => one - other);
  console.log(`begun again after "${name}": ${sorted.join(', ')} ms`);
}
console.log(`scale: ${checks.passed} passed, ${checks.failed} failed`);
process.exitCode = checks.failed === 0 ? 0 : 1;
