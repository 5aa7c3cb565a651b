/**
 * Starts the server as a person does, with `npm start`, in an empty data folder and on a free port; lets it do its main job; stops
 * it with SIGTERM and looks whether anything is left. Prints one line for each check and `smoke: N passed, N failed` at the end.
 * `node .ci/smoke.mjs FOLDER` starts the one in another folder.
 *
 * The server runs in a process group of its own, so that "nothing is left" is a question to the kernel about that group alone.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Checks } from './checks.mjs';
import { Client, answerOf, exportView, importView } from './mainJob.mjs';

// npm start builds first, on a machine that may be slow and busy.
const readyWithinMs = 180_000;
const endWithinMs = 20_000;
const answerWithinMs = 10_000;
const tokenLine = /^The token of the superuser "admin", shown this once: (\S+)$/m;
const readyLine = /^Waybill is ready at (http:\/\/127\.0\.0\.1:\d+\/graphql)$/m;

const [folder = path.resolve(import.meta.dirname, '..')] = process.argv.slice(2);
const checks = new Checks();

function start(dataDir) {
  const child = spawn('npm', ['start'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, WAYBILL_PORT: '0', WAYBILL_HOST: '127.0.0.1', WAYBILL_DATA_DIR: dataDir },
  });
  const end = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: null, signal: null, error }));
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const server = { child, stdout: '', stderr: '', end };
  child.stdout.on('data', (chunk) => (server.stdout += chunk));
  child.stderr.on('data', (chunk) => (server.stderr += chunk));
  return server;
}

async function addressOf(server) {
  let ended = false;
  void server.end.then(() => (ended = true));
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    const found = readyLine.exec(server.stdout);
    if (found) return found[1];
    if (ended) throw new Error('it ended before it was ready');
    await sleep(50);
  }
  throw new Error(`no line "Waybill is ready at …" within ${readyWithinMs / 1000} s`);
}

function tokenIn(server) {
  const found = tokenLine.exec(server.stdout);
  if (!found) throw new Error('no line "The token of the superuser …" before it was ready');
  return found[1];
}

async function refuseWithoutToken(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(answerWithinMs) });
  if (response.status !== 401) throw new Error(`${address} answered ${response.status}`);
}

/** What Node itself says there is for whoever maintains the server, never for whoever runs it. */
function findNoWarning({ stderr }) {
  const found = /^.*(\(node:\d+\)|Warning: ).*$/m.exec(stderr);
  if (found) throw new Error(found[0]);
}

async function endByTerm(server) {
  server.child.kill('SIGTERM');
  const end = await Promise.race([server.end, sleep(endWithinMs, undefined, { ref: false })]);
  if (!end) throw new Error(`it still runs ${endWithinMs / 1000} s after SIGTERM`);
  if (end.code !== 0) throw new Error(`it ended with code ${end.code}, signal ${end.signal}`);
}

/** Claims that a process of the server's group is alive. */
function isGroupAlive({ child }) {
  try {
    process.kill(-child.pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

async function findNothingLeft(server, address) {
  if (isGroupAlive(server)) throw new Error('a process that it started still runs');
  const isAnswered = await fetch(address, { signal: AbortSignal.timeout(answerWithinMs) }).then(
    () => true,
    () => false,
  );
  if (isAnswered) throw new Error(`${address} still answers`);
}

async function smoke(server) {
  const address = await checks.check('npm start says where it is ready', () => addressOf(server));
  if (address === undefined) return;
  const token = await checks.check('the first start shows a token', () => tokenIn(server));
  await checks.check('it answers nothing without a token', () => refuseWithoutToken(address));
  const client = new Client(address, token);
  const text = await checks.check('it exports a single view with all that it needs', () => exportView(client));
  await checks.check('it imports that into another project', () => importView(client, text));
  await checks.check('/health answers 200', () => answerOf(new URL('/health', address)));
  await checks.check('/ready answers 200', () => answerOf(new URL('/ready', address)));
  await checks.check('it ends with code 0 on SIGTERM', () => endByTerm(server));
  await checks.check('nothing is left running', () => findNothingLeft(server, address));
  await checks.check('Node has warned of nothing', () => findNoWarning(server));
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-smoke-'));
const server = start(dataDir);
try {
  await smoke(server);
} finally {
  if (server.child.pid !== undefined && isGroupAlive(server)) process.kill(-server.child.pid, 'SIGKILL');
  await server.end;
  await rm(dataDir, { recursive: true, force: true });
}
if (checks.hasFailed) console.log(`\nThe server's output:\n${server.stdout}\n${server.stderr}`);
checks.end('smoke');
