/**
 * Does in plain folders what the Dockerfile says, since no engine for images is needed for that: copies what `.dockerignore` lets through,
 * runs the steps of the stage `build` with the Node of the image, copies its result into an empty folder, and runs the smoke test, the health check and
 * the command of the image there. Steps of the last stage that change the system of the image do not run. `npm run smoke:image` prints `image: N passed, N failed` at the end.
 */
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DockerfileParser } from 'dockerfile-ast';
import { Checks } from './checks.mjs';
import { fetchNode, run } from './otherNode.mjs';

const timeoutMs = 1_200_000;
const healthyWithinMs = 120_000;
const repository = path.resolve(import.meta.dirname, '..');
const work = await mkdtemp(path.join(tmpdir(), 'waybill-image-'));
const checks = new Checks();

/** The folder that is `place` in a stage, such as `/build/release`. */
const folderOf = (stage, place) => path.join(work, `stage-${stage}`, place);

/** What a build sees of the repository. The file excludes everything, and names exceptions. */
async function copyContext(target) {
  const lines = (await readFile(path.join(repository, '.dockerignore'), 'utf8')).split('\n');
  const names = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  if (!lines.includes('*') || names.length === 0) throw new Error('.dockerignore excludes not everything first.');
  await mkdir(target, { recursive: true });
  for (const name of names) await cp(path.join(repository, name), path.join(target, name), { recursive: true });
}

/** Copies folders with their content, and files into the folder, as COPY does. */
async function copy({ args, flags, cwd }) {
  const from = flags.find((flag) => flag.getName() === 'from')?.getValue();
  const target = path.resolve(cwd, args.at(-1));
  const isFolder = args.length > 2 || args.at(-1).endsWith('/');
  for (const source of args.slice(0, -1)) {
    const file = from === undefined ? path.join(work, 'context', source) : folderOf(from, source);
    const isWhole = from !== undefined || source === '.' || !isFolder;
    await cp(file, isWhole ? target : path.join(target, path.basename(source)), { recursive: true });
  }
}

/** Fetches the Node that the image has, `node:24.11.1-bookworm-slim` being 24.11.1. */
function nodeOf(dockerfile) {
  const versions = dockerfile.getFROMs().map((from) => /^node:([\d.]+)-/.exec(from.getImage())?.[1]);
  if (new Set(versions).size !== 1 || versions[0] === undefined) throw new Error('Every stage starts from one Node.');
  return fetchNode(versions[0], work);
}

/** Runs the file; gives the folder in which the image starts. */
async function buildFrom(dockerfile, { searchPath }) {
  let stage;
  let cwd;
  for (const instruction of dockerfile.getInstructions()) {
    const args = instruction.getArguments().map((argument) => argument.getValue());
    if (instruction.getKeyword() === 'FROM') stage = args[2] ?? 'last';
    if (instruction.getKeyword() === 'WORKDIR') {
      cwd = folderOf(stage, args[0]);
      await mkdir(cwd, { recursive: true });
    }
    if (instruction.getKeyword() === 'COPY') await copy({ args, flags: instruction.getFlags(), cwd });
    if (instruction.getKeyword() === 'RUN' && stage === 'build')
      await run('/bin/sh', ['-c', instruction.getArgumentsContent()], { cwd, searchPath, timeoutMs });
  }
  return cwd;
}

const commandOf = (dockerfile, keyword) => {
  const found = dockerfile.getInstructions().filter((each) => each.getKeyword() === keyword);
  return JSON.parse(/\[.*\]\s*$/.exec(found.at(-1).getArgumentsContent())[0]);
};

async function smoke(folder, { searchPath }) {
  const script = path.join(import.meta.dirname, 'smoke.mjs');
  const output = await run(process.execPath, [script, folder], { cwd: work, searchPath }).catch(
    ({ message }) => message,
  );
  checks.addSmoke(output);
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

/** Starts the command of the image, and asks its health check until it answers well; afterwards it must answer badly. */
async function checkHealth(dockerfile, cwd, { program }) {
  const [, ...args] = commandOf(dockerfile, 'CMD');
  const [, ...checkArgs] = commandOf(dockerfile, 'HEALTHCHECK');
  const own = { WAYBILL_HOST: '127.0.0.1', WAYBILL_PORT: await freePort(), WAYBILL_DATA_DIR: path.join(work, 'data') };
  const options = { cwd, env: { ...process.env, NODE_ENV: 'production', ...own } };
  const start = (given) => {
    const child = spawn(program, given, { ...options, stdio: 'ignore' });
    return { child, end: new Promise((resolve) => child.on('close', resolve)) };
  };
  const isHealthy = async () => (await start(checkArgs).end) === 0;
  const server = start(args);
  try {
    const deadline = Date.now() + healthyWithinMs;
    while (!(await isHealthy())) {
      if (Date.now() > deadline || server.child.exitCode !== null) throw new Error('the health check never succeeded');
      await sleep(200);
    }
  } finally {
    server.child.kill('SIGTERM');
  }
  const code = await server.end;
  if (code !== 0) throw new Error(`the command ended with ${code} on SIGTERM`);
  if (await isHealthy()) throw new Error('the health check succeeds without a server');
}

try {
  const dockerfile = DockerfileParser.parse(await readFile(path.join(repository, 'Dockerfile'), 'utf8'));
  await copyContext(path.join(work, 'context'));
  const node = await checks.check('the Node of the image is fetched', () => nodeOf(dockerfile));
  const title = 'the steps of the Dockerfile make a folder';
  const folder = node && (await checks.check(title, () => buildFrom(dockerfile, node)));
  if (folder !== undefined) {
    // Nothing above it has packages that would hide a missing one.
    await checks.check('the build is gone', () => rm(folderOf('build', '/'), { recursive: true }));
    await smoke(folder, node);
    const health = 'the health check tells a running server from none';
    await checks.check(health, () => checkHealth(dockerfile, folder, node));
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
checks.end('image');
