/**
 * Does what a newcomer does, `npm ci` and `npm start`, with each Node that is supported beside the one that runs this, and runs the
 * smoke test on that server. `npm run smoke:nodes` prints `nodes: N passed, N failed` at the end.
 *
 * Packages of the registry hold the programs; npm is the one that runs this, under the other Node.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Checks } from './checks.mjs';

const majors = ['20', '22', '24', '26'];
/** What is needed to install, build and start. */
const parts = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  '.swcrc',
  'client',
  'console',
  'drivers',
  'examples',
  'ormconfig.ts',
  'scripts',
  'src',
];
/** From here on the driver comes built: there is no compiler where it is installed. */
const firstWithoutCompiler = 22;
/** A connection to the registry that stalls is given up after a minute, and tried again. */
const quiet = ['--no-audit', '--no-fund', '--fetch-timeout=60000', '--fetch-retries=4'];
const stepWithinMs = 300_000;
const ownMajor = process.versions.node.split('.')[0];
const npmFile = process.env.npm_execpath;
if (npmFile === undefined) throw new Error('Run it as `npm run smoke:nodes`.');
const repository = path.resolve(import.meta.dirname, '..');
const checks = new Checks();
const work = await mkdtemp(path.join(tmpdir(), 'waybill-nodes-'));

/** Runs a program to its end; gives all that it wrote. Another exit code than 0 is a failure. */
async function run(program, args, { cwd, searchPath = process.env.PATH }) {
  const env = { ...process.env, PATH: searchPath };
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd, env, timeout: stepWithinMs });
    return stdout + stderr;
  } catch (error) {
    throw new Error(`${error.message}\n${error.stdout}${error.stderr}`, { cause: error });
  }
}

/** Fetches a Node; gives its program. */
async function fetchNode(major) {
  const cwd = path.join(work, `node-${major}`);
  await mkdir(cwd);
  await writeFile(path.join(cwd, 'package.json'), '{ "private": true }');
  const name = `node-${process.platform}-${process.arch}`;
  await run(process.execPath, [npmFile, 'install', ...quiet, `${name}@${major}`], { cwd });
  return path.join(cwd, 'node_modules', name, 'bin/node');
}

/** Gives a search path on which scripts of packages find this Node, and what their machine needs to have. */
async function searchPathFor(node, major) {
  const folder = path.join(work, `bin-${major}`);
  await mkdir(folder);
  await symlink(node, path.join(folder, 'node'));
  await symlink(npmFile, path.join(folder, 'npm'));
  await symlink('/bin/sh', path.join(folder, 'sh'));
  return Number(major) < firstWithoutCompiler ? `${folder}${path.delimiter}${process.env.PATH}` : folder;
}

/** Installs a copy of the server; a warning is a failure. */
async function install(node, options) {
  await mkdir(options.cwd);
  for (const part of parts) await cp(path.join(repository, part), path.join(options.cwd, part), { recursive: true });
  const said = await run(node, [npmFile, 'ci', '--include=dev', ...quiet], options);
  const warning = /^npm warn (?!Unknown (user|env|builtin|global) config).*$/m.exec(said);
  if (warning) throw new Error(warning[0]);
}

async function prepare(major) {
  const node = await fetchNode(major);
  const version = (await run(node, ['--version'], { cwd: work })).trim();
  const options = { cwd: path.join(work, `server-${major}`), searchPath: await searchPathFor(node, major) };
  await install(node, options);
  return { version, options };
}

/** Adds the counts of a smoke test, and shows its lines below the Node that they are of. */
async function smoke({ options }) {
  const script = path.join(import.meta.dirname, 'smoke.mjs');
  const output = await run(process.execPath, [script, options.cwd], options).catch(({ message }) => message);
  checks.addSmoke(output);
}

try {
  // Fetching and installing mostly wait; servers are started one after the other.
  const others = majors.filter((major) => major !== ownMajor);
  const prepared = await Promise.allSettled(others.map(prepare));
  for (const [index, { value, reason }] of prepared.entries()) {
    await checks.check(`Node ${value?.version ?? others[index]}: installed without a warning`, () => {
      if (reason) throw reason;
    });
    if (value) await smoke(value);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
checks.end('nodes');
