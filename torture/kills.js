/**
 * Kills a real server with SIGKILL at random moments of staging, planning, merging, updating, undoing, transferring and exporting, over
 * and over. After each restart the branch must be as it was before or as it is after, the task must end truthfully, counts must add up,
 * and a check of the whole database must find nothing wrong.
 *
 *     npm run torture -- --database postgres --cycles 200 --records 3000 --seed 1
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeBenchBundle } from '../bench/benchRecords.js';
import { ServerProcess } from '../bench/serverProcess.js';
import { branchState } from './branchState.js';
import { makeDatabase } from './databases.js';
import { randomFrom } from './random.js';
import { scenarios } from './scenarios.js';
import { countFault, endOfTask, stageOfTask } from './tasks.js';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'sqlite' },
    cycles: { type: 'string', default: '20' },
    records: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});

async function soundnessFault(api) {
  const { verifyDatabase } = await api
    .ask('{ verifyDatabase { isSound problems { code message } } }')
    .catch((error) => ({
      verifyDatabase: { isSound: false, problems: [{ message: error.message }] },
    }));
  return verifyDatabase.isSound ? undefined : verifyDatabase.problems.map(({ message }) => message).join(' ');
}

/** How many of the kills come at any moment after the task was asked for, and not only once it is under way. */
const earlyShare = 0.1;

const roundLength = 24;

class Torture {
  durations = new Map();
  /** How often each moment was hit, and what became of the task. */
  hits = new Map();

  constructor({ files, random }) {
    Object.assign(this, { files, random });
  }

  /** One interruption; gives the faults that were found. Whatever goes wrong, no server is left. */
  async cycle(number, name) {
    const server = await ServerProcess.start(this.dataDir);
    try {
      return await this.interrupt(server, number, name);
    } finally {
      server.child.kill('SIGKILL');
    }
  }

  async interrupt(server, number, name) {
    const scenario = await scenarios[name](server.api, { key: `torture-${number}`, files: this.files });
    const before = await branchState(server.api, scenario.branchId);
    const taskId = await scenario.begin();
    const moment = await this.killSomewhere(server, { name, taskId, fromStage: scenario.fromStage });
    return this.inspect({ name, scenario, before, taskId, moment });
  }

  /** The first run of a scenario is left to end, and says how long one takes. Gives the stage at which the server died. */
  async killSomewhere(server, { name, taskId, fromStage }) {
    // A worker takes longer to start than many a task takes: only now and then is it killed as early as that.
    const isBegun = ({ stage }) => (fromStage === undefined ? stage !== null : stage === fromStage);
    if (!this.durations.has(name) || this.random() > earlyShare)
      await stageOfTask(server.api, taskId, { until: isBegun });
    const start = performance.now();
    const duration = this.durations.get(name);
    const dieAt = duration === undefined ? Infinity : start + this.random() * duration * 1.1;
    const moment = await stageOfTask(server.api, taskId, { until: () => performance.now() >= dieAt });
    if (duration === undefined) this.durations.set(name, performance.now() - start);
    else await sleep(Math.max(0, dieAt - performance.now()));
    const exited = once(server.child, 'exit');
    server.child.kill('SIGKILL');
    await exited;
    server.api.close();
    return moment;
  }

  async inspect({ name, scenario, before, taskId, moment }) {
    const server = await ServerProcess.start(this.dataDir);
    const { api } = server;
    try {
      const task = await endOfTask(api, taskId);
      const isDone = task.status === 'COMPLETED';
      this.note(`${name} at ${moment}`, isDone ? 'carried out' : task.status);
      const after = await branchState(api, scenario.branchId);
      const mustChange = isDone && scenario.changesBranch === true;
      const faults = [
        (after !== before) === mustChange
          ? undefined
          : `${name}: ${task.status}, and the branch went from ${before} to ${after}`,
        scenario.isCounted !== true ? undefined : countFault(task),
        await scenario.faultAfter(api, isDone, task),
        await soundnessFault(api),
      ];
      return faults.filter((fault) => fault !== undefined);
    } finally {
      await server.stop();
    }
  }

  note(moment, outcome) {
    const outcomes = this.hits.get(moment) ?? new Map();
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    this.hits.set(moment, outcomes);
  }

  summary() {
    const lines = [...this.hits].sort(([a], [b]) => (a < b ? -1 : 1));
    return lines.map(([moment, outcomes]) => {
      const counts = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`);
      return `  ${moment.padEnd(28)} ${counts.join(', ')}`;
    });
  }
}

const workDir = await mkdtemp(path.join(os.tmpdir(), 'waybill-torture-'));
const files = { first: path.join(workDir, 'first.jsonl'), second: path.join(workDir, 'second.jsonl') };
const count = Number(values.records);
const cycleCount = Number(values.cycles);
const torture = new Torture({ files, random: randomFrom(Number(values.seed)) });
const names = Object.keys(scenarios);
let passed = 0;
let failed = 0;

/** Some cycles on a database of their own: all of it is checked after each of them, so that it must not grow without end. */
async function round(first, end) {
  const database = await makeDatabase(values.database);
  // The server inherits what this process has in its environment.
  Object.assign(process.env, database.settings);
  torture.dataDir = await mkdtemp(path.join(workDir, 'data-'));
  try {
    for (let number = first; number < end; number += 1) {
      const name = names[number % names.length];
      const faults = await torture.cycle(number, name).catch((error) => [`${name}: ${error.stack}`]);
      if (faults.length === 0) passed += 1;
      else failed += 1;
      for (const fault of faults) console.log(`cycle ${number} ${name}: ${fault}`);
    }
  } finally {
    await rm(torture.dataDir, { recursive: true, force: true });
    await database.remove();
  }
}

try {
  await writeBenchBundle(files.first, { count });
  await writeBenchBundle(files.second, { count, edition: 2 });
  for (let first = 0; first < cycleCount; first += roundLength) {
    await round(first, Math.min(first + roundLength, cycleCount));
    console.log(`${passed + failed} of ${cycleCount} kills: ${passed} passed, ${failed} failed`);
  }
  console.log(`${cycleCount} kills on ${values.database} (seed ${values.seed}), and what became of the tasks:`);
  for (const line of torture.summary()) console.log(line);
} finally {
  await rm(workDir, { recursive: true, force: true });
}
console.log(`torture: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
