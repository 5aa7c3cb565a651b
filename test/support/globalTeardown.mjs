import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Servers end within their drain time; a process that is still there after this is ended by force. */
const patienceMs = 20_000;

/** Ends what the workers of the run shared. Fails the run when a shared process ended before it was told to. */
export default async function globalTeardown() {
  const folder = process.env.TEST_RUN;
  if (folder === undefined) return;
  const records = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')).leftovers ?? {})
    // Servers leave before their databases do, and databases before their cluster.
    .sort((a, b) => rank(a) - rank(b));
  const faults = [];
  for (const record of records) faults.push(...(await endOf(record)));
  for (const pid of processesOf(folder)) faults.push(`A test left this running: ${commandOf(pid)} (process ${pid}).`);
  for (const made of [folder, process.env.TEST_MEMORY])
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Processes that were started with the mark of this run and are still there; none where the system does not show them. */
function processesOf(folder) {
  const pids = existsSync('/proc/self/environ') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return pids.filter((pid) => {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
      return environment.includes(`TEST_RUN=${folder}`) && isAlive(Number(pid));
    } catch {
      // It has ended meanwhile, or is another user's.
      return false;
    }
  });
}

function rank({ processes = [], database }) {
  if (processes.some(({ signal }) => signal === 'SIGTERM')) return 0;
  return database ? 1 : 2;
}

async function endOf({ processes = [], folder, log, database }) {
  const faults = [];
  for (const shared of processes) {
    if (isAlive(shared.pid)) await end(shared);
    else {
      const said = log !== undefined && existsSync(log) ? readFileSync(log, 'utf8') : '';
      faults.push(`The process ${shared.pid} that the tests shared ended before them. ${said}`);
    }
  }
  if (database) await drop(database);
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  return faults;
}

async function end({ pid, signal }) {
  process.kill(pid, signal);
  for (const start = Date.now(); isAlive(pid); await sleep(20)) {
    if (Date.now() - start > patienceMs) process.kill(pid, 'SIGKILL');
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A process that ended and was not waited for is still in the table.
  const state = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
  return !/\) Z/.test(state);
}

async function drop({ server, name }) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.end();
}

/** What was started, as the system shows it; of a worker of jest it says that a test left something open in it. */
function commandOf(pid) {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
}
