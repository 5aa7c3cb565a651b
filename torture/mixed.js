/**
 * Many clients at once do everything that the schema lets be done, undos of undos included, on a few things that they share. No answer
 * may be an internal error, no task may fail by one, memory stays bounded and stops growing, and the database must be sound at the end.
 *
 *     npm run torture:mixed -- --database postgres --clients 30 --seconds 180 --seed 1
 */
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ApiClient } from '../bench/apiClient.js';
import { ServerProcess } from '../bench/serverProcess.js';
import { codesIn } from './codesIn.js';
import { makeDatabase } from './databases.js';
import { writeMixedBundles } from './mixedFiles.js';
import { operations, World } from './mixedOperations.js';
import { randomFrom } from './random.js';
import { endOfTask } from './tasks.js';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'sqlite' },
    clients: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});
const maxMemoryMiB = 600;
const bundleCount = 24;

const tenths = 10;
/** From this long on, memory that still grows at the end is a leak. */
const soakSeconds = 600;
/** The last three tenths may take so much more than the three in the middle. */
const maxGrowth = 1.2;

/** What went on: by mutation how often it was answered, by code how often it was refused, and what must not be. */
class Tally {
  answered = new Map();
  refused = new Map();
  faults = [];

  count(map, key) {
    map.set(key, (map.get(key) ?? 0) + 1);
  }
}

class MixedClient extends ApiClient {
  constructor(url, parts) {
    super(url);
    Object.assign(this, parts);
    const { random, world } = parts;
    this.use = {
      world,
      client: this,
      pick: { random, one: (list) => list[Math.floor(random() * list.length)] },
      resourcesOf: (branchId) => this.resourcesOf(branchId),
      someOf: async () => this.use.pick.one(await this.resourcesOf(this.use.pick.one(world.branches).id)),
    };
  }

  async work(until) {
    while (performance.now() < until) {
      const name = this.choose();
      try {
        await this.perform(name);
      } catch (error) {
        this.judge(name, error);
      }
    }
  }

  choose() {
    let rest = this.random() * totalWeight;
    for (const [name, { weight }] of Object.entries(operations)) {
      rest -= weight;
      if (rest <= 0) return name;
    }
    return 'createResource';
  }

  async perform(name) {
    const { input, run, result = '', done } = operations[name];
    if (run) await run(this.use);
    else {
      const variables = { input: await input(this.use) };
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${result} problems { code message } } }`;
      const data = await this.ask(document, variables);
      await done?.(this.use, data[name], variables.input);
    }
    this.tally.count(this.tally.answered, name);
  }

  /** A refusal is an answer too; what is no answer of the server's own is a fault. Nothing to work on yet is neither. */
  judge(name, error) {
    if (error instanceof TypeError) return;
    const codes = codesIn(error);
    for (const code of codes ?? []) this.tally.count(this.tally.refused, code);
    if (codes === undefined || codes.some((code) => faultCodes.has(code))) {
      this.tally.faults.push(`${name}: ${error.message.slice(0, 400)}`);
    } else this.tally.count(this.tally.answered, name);
  }

  async resourcesOf(branchId) {
    const { resources } = await this.ask(
      'query ($branchId: ID!) { resources(branchId: $branchId, first: 100) { edges { node { id name kind { name } spec } } } }',
      { branchId },
    );
    return resources.edges.map(({ node }) => node);
  }

  async end(taskId) {
    const { type, status, errorMessage } = await endOfTask(this, taskId);
    this.tally.count(this.tally.answered, `task ${type} ${status}`);
    if (errorMessage?.includes('Internal error')) this.tally.faults.push(`task ${taskId} (${type}): ${errorMessage}`);
  }
}

const totalWeight = Object.values(operations).reduce((sum, { weight }) => sum + weight, 0);
const faultCodes = new Set(['INTERNAL', 'INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED', 'DATABASE_UNAVAILABLE']);

/** Tasks that nobody has waited for. */
async function endAllTasks(client) {
  for (;;) {
    const { tasks } = await client.ask(
      'query { tasks(first: 100, filter: { statuses: [QUEUED, RUNNING] }) { edges { node { id } } } }',
    );
    if (tasks.edges.length === 0) return;
    for (const { node } of tasks.edges) await client.end(node.id);
  }
}

async function internalTasks(client) {
  const found = [];
  for (let after = null; ;) {
    const { tasks } = await client.ask(
      `query ($after: String) { tasks(first: 500, after: $after, filter: { statuses: [FAILED] }) {
        edges { node { id type errorMessage } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    found.push(
      ...tasks.edges.map(({ node }) => node).filter(({ errorMessage }) => /Internal/.test(errorMessage ?? '')),
    );
    if (!tasks.pageInfo.hasNextPage) return found;
    after = tasks.pageInfo.endCursor;
  }
}

async function mutationsOfSchema() {
  const schema = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8');
  const [, fields = ''] = /^type Mutation \{\n(.*?)^\}/ms.exec(schema) ?? [];
  return [...fields.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
}

async function mix(server, { files, tally }) {
  const seed = Number(values.seed);
  const world = new World(files);
  const clients = Array.from(
    { length: Number(values.clients) },
    (_, number) => new MixedClient(server.url, { world, tally, random: randomFrom(seed + number) }),
  );
  const [first] = clients;
  // One of each to begin with, and each mutation at least once.
  for (const name of ['createProject', 'createProject', 'createToken', 'createGroup']) await first.perform(name);
  for (const name of Object.keys(operations)) await first.perform(name).catch((error) => first.judge(name, error));
  const until = performance.now() + Number(values.seconds) * 1000;
  await Promise.all(clients.map((client) => client.work(until)));
  await sleep(100);
  await endAllTasks(first);
  for (const { id, type, errorMessage } of await internalTasks(first))
    tally.faults.push(`${type} ${id}: ${errorMessage}`);
  for (const name of await mutationsOfSchema())
    if (!operations[name]) tally.faults.push(`${name} is not among the mutations.`);
  const { verifyDatabase } = await first
    .ask('{ verifyDatabase { isSound found: problems { severity message } } }')
    .catch((error) => ({
      verifyDatabase: { isSound: false, found: [{ severity: 'ERROR', message: error.message }] },
    }));
  if (!verifyDatabase.isSound) tally.faults.push(...verifyDatabase.found.map(({ message }) => message));
  for (const client of clients) client.close();
}

/** Peak memory of the server in each tenth of the time, in MiB; none where the system does not tell. */
async function memoryByTenth(server) {
  const peaks = [];
  for (let tenth = 0; tenth < tenths; tenth += 1) {
    await server.resetPeakMemory();
    await sleep((Number(values.seconds) * 1000) / tenths);
    const peak = await server.peakMemoryMiB();
    if (peak === undefined) return [];
    peaks.push(Math.round(peak));
  }
  return peaks;
}

function memoryFaults(peaks, atEnd) {
  const faults = [...peaks, atEnd]
    .filter((peak) => peak > maxMemoryMiB)
    .map((peak) => `The server used ${peak} MiB, more than ${maxMemoryMiB}.`);
  const [middle, last] = [peaks.slice(4, 7), peaks.slice(7)].map((some) => Math.max(...some));
  if (Number(values.seconds) >= soakSeconds && peaks.length > 0 && last > middle * maxGrowth)
    faults.push(`Memory still grows at the end: ${peaks.join(', ')} MiB.`);
  return faults;
}

function line(map) {
  return [...map]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => `${key} ${count}`)
    .join(', ');
}

const workDir = await mkdtemp(path.join(os.tmpdir(), 'waybill-mixed-'));
const database = await makeDatabase(values.database);
// The server inherits what this process has in its environment.
Object.assign(process.env, database.settings);
const tally = new Tally();
let server;
try {
  const files = await writeMixedBundles(workDir, { count: bundleCount, random: randomFrom(Number(values.seed)) });
  server = await ServerProcess.start(path.join(workDir, 'data'));
  const [peaks] = await Promise.all([memoryByTenth(server), mix(server, { files, tally })]);
  // The last tasks and the check of the database come after the time is over.
  tally.faults.push(...memoryFaults(peaks, Math.round((await server.peakMemoryMiB()) ?? 0)));
  console.log(
    `${values.clients} clients for ${values.seconds} s on ${values.database} (seed ${values.seed}), memory by tenth of the time: ${peaks.join(', ')} MiB`,
  );
  console.log(`  answered: ${line(tally.answered)}`);
  console.log(`  refused: ${line(tally.refused)}`);
} catch (error) {
  tally.faults.push(error.stack);
} finally {
  await server?.stop();
  await rm(workDir, { recursive: true, force: true });
  await database.remove();
}
for (const fault of tally.faults.slice(0, 50)) console.log(`fault: ${fault}`);
const passed = [...tally.answered.values()].reduce((sum, count) => sum + count, 0);
console.log(`mixed: ${passed} passed, ${tally.faults.length} failed`);
process.exitCode = tally.faults.length === 0 ? 0 : 1;
