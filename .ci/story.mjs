/**
 * Does what the README and the pages of docs say, from top to bottom: starts a fresh server, pastes every shell block as it is written, and
 * looks for what is shown below it. Ids, times and secrets may differ, and `…` stands for anything. At the end the tree must be as it was: what the
 * story leaves lies in ignored folders. Prints a line for each block and `story: N passed, N failed` at the end.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Checks } from './checks.mjs';
import { deadLinks } from './deadLinks.mjs';
import { Client } from './mainJob.mjs';

const readyWithinMs = 180_000;
const shownWithinMs = 15_000;
const root = path.resolve(import.meta.dirname, '..');
const checks = new Checks();

/** A shell that blocks are pasted into. */
class Terminal {
  output = '';
  faults = '';

  constructor(env) {
    const options = { cwd: root, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'], detached: true };
    this.shell = spawn('bash', ['-s'], options);
    this.shell.stdout.on('data', (chunk) => (this.output += chunk));
    this.shell.stderr.on('data', (chunk) => (this.faults += chunk));
    this.ended = new Promise((resolve) => this.shell.once('close', resolve));
    this.count = 0;
    // What a server writes there is its log.
    this.isLogging = false;
  }

  /** Gives where its output begins, once it is over. */
  async run(text) {
    const [start, faultStart] = [this.output.length, this.faults.length];
    const mark = `end of block ${(this.count += 1)}`;
    this.shell.stdin.write(`${text}\nprintf '%s\\n' '${mark}'\n`);
    await until(() => this.output.includes(mark), readyWithinMs, 'The block does not end.');
    this.output = this.output.replace(`${mark}\n`, '');
    // The other stream may come a moment later.
    await sleep(20);
    const said = this.faults.slice(faultStart).trim();
    if (said !== '' && !this.isLogging) throw new Error(said);
    return start;
  }

  /** Ends it with all that it has started. */
  async close() {
    try {
      process.kill(-this.shell.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
    await this.ended;
  }
}

async function until(isTrue, withinMs, sentence) {
  for (const deadline = Date.now() + withinMs; !(await isTrue()); await sleep(30))
    if (Date.now() > deadline) throw new Error(sentence);
}

/** The shell blocks, each with what is shown below it before the next. */
function blocksOf(markdown) {
  const blocks = [];
  for (const { index, groups } of markdown.matchAll(/^```(?<language>\w*)\n(?<text>.*?)^```$/gms)) {
    const line = markdown.slice(0, index).split('\n').length;
    if (groups.language === 'sh') blocks.push({ line, text: groups.text, shown: undefined });
    else if (groups.language === '' && isBelow(markdown, index) && blocks.length > 0)
      blocks.at(-1).shown ??= groups.text;
  }
  return blocks;
}

/** Whether what stands at a place is shown by the block right before it, with nothing between them. */
function isBelow(markdown, index) {
  return markdown.slice(0, index).endsWith('```\n\n');
}

const volatile = [
  [/[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g, 'ID'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'TIME'],
  [/wbt_[\w-]{43}|wbt_3cT…/g, 'SECRET'],
  [/http:\/\/127\.0\.0\.1:\d+/g, 'ADDRESS'],
  [/\s+/g, ' '],
];

function plain(text) {
  return volatile.reduce((rest, [pattern, word]) => rest.replaceAll(pattern, word), text).trim();
}

/** The first part of what is shown that is not there, behind the parts before it; undefined when all of it is there. */
function missingIn(actual, shown) {
  const text = plain(actual);
  let at = 0;
  for (const part of plain(shown).split('…')) {
    const found = text.indexOf(part.trim(), at);
    if (found < 0) return part.trim();
    at = found + part.trim().length;
  }
  return undefined;
}

async function expectShown(textOf, shown) {
  const missing = () => missingIn(textOf(), shown);
  await until(() => missing() === undefined, shownWithinMs, '').catch(() => {
    throw new Error(`this is not shown:\n${missing()}\nbut this:\n${textOf()}`);
  });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

class Story {
  constructor({ port, receiverPort, dataDir }) {
    this.ports = { port, receiverPort };
    const env = { WAYBILL_URL: `http://127.0.0.1:${port}/graphql`, WAYBILL_DATA_DIR: dataDir, CI: 'true' };
    this.first = new Terminal({ WAYBILL_PORT: String(port), WAYBILL_DATA_DIR: dataDir });
    this.second = new Terminal(env);
    this.first.isLogging = true;
    this.address = env.WAYBILL_URL;
  }

  /** A server runs in the first terminal, and everything else in the second. */
  async play({ text, shown }) {
    const pasted = this.withOwnPorts(text);
    if (/^(\w+=\S+ )*npm start$/m.test(pasted)) await this.startServer(pasted, shown);
    else {
      const told = this.first.output.length;
      const start = await this.second.run(pasted.replace(/wbt_3cT…/, this.token));
      // A receiver of callbacks writes to the terminal that it was started in.
      const textOf = () => this.second.output.slice(start) + this.first.output.slice(told);
      if (shown !== undefined) await expectShown(textOf, shown);
    }
    await this.waitForTasks();
  }

  withOwnPorts(text) {
    const { port, receiverPort } = this.ports;
    const moved = text
      .replaceAll('127.0.0.1:4000', `127.0.0.1:${port}`)
      .replaceAll('127.0.0.1:4001', `127.0.0.1:${receiverPort}`);
    return moved.replace('examples/receive.mjs', `examples/receive.mjs ${receiverPort}`).replace(/^npm ci$/m, '');
  }

  async startServer(text, shown) {
    if (this.token !== undefined) await this.first.run('kill "$server"; wait "$server"');
    const start = await this.first.run(`${text.replace(/npm start$/m, 'npm start &')}\nserver=$!`);
    const isReady = () => this.first.output.slice(start).includes('Waybill is ready at ');
    await until(isReady, readyWithinMs, 'The server does not start.');
    if (shown !== undefined) await expectShown(() => this.first.output.slice(start), shown);
    this.token ??= /^The token of .*: (\S+)$/m.exec(this.first.output)?.[1];
    this.client = new Client(this.address, this.token);
  }

  /** A person needs longer to paste the next block than the tasks of this one take. */
  async waitForTasks() {
    const isOver = async () => {
      const { tasks } = await this.client.ask('{ tasks(first: 500) { nodes { endedAt } } }');
      return tasks.nodes.every(({ endedAt }) => endedAt !== null);
    };
    await until(isOver, readyWithinMs, 'A task does not end.');
  }

  async close() {
    await this.first.close();
    await this.second.close();
  }
}

/** In the order in which somebody would read them: what one makes, the next may use. */
const pages = [
  'README.md',
  'docs/first-import.md',
  'docs/cli.md',
  'docs/api.md',
  'docs/imports.md',
  'docs/import-tables.md',
  'docs/analytics.md',
  'docs/access.md',
  'docs/templates.md',
  'docs/callbacks.md',
  'docs/postgres.md',
  'docs/operating.md',
];

/** Blocks for another machine, or with what a machine may not have. */
const isForElsewhere = ({ text }) => /^docker /m.test(text);

const work = await mkdtemp(path.join(tmpdir(), 'waybill-story-'));
const ownFolders = ['downloads', 'backups', 'restored'].filter((name) => !existsSync(path.join(root, name)));
const story = new Story({ port: await freePort(), receiverPort: await freePort(), dataDir: path.join(work, 'data') });
try {
  for (const page of pages) {
    const blocks = blocksOf(await readFile(path.join(root, page), 'utf8'));
    for (const block of blocks.filter((each) => !isForElsewhere(each))) {
      if (page !== pages[0] && story.token === undefined) break;
      await checks.check(`${page}:${block.line}`, () => story.play(block));
    }
  }
  await checks.check('links of the documents lead to a file and a heading', async () => {
    const dead = await deadLinks(root);
    if (dead.length > 0) throw new Error(`these lead nowhere:\n${dead.join('\n')}`);
  });
  await checks.check('the files of the story are no part of the tree', async () => {
    await story.second.run(
      'npx prettier --check --log-level warn . 2>&1 && git status --short --untracked-files=all > /dev/null',
    );
  });
} finally {
  await story.close();
  await rm(work, { recursive: true, force: true });
  for (const name of ownFolders) await rm(path.join(root, name), { recursive: true, force: true });
}
if (checks.hasFailed) console.log(`\nThe first terminal:\n${story.first.output}\n${story.first.faults}`);
checks.end('story');
