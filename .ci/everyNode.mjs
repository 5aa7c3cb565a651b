/**
 * Does what a newcomer does, `npm ci` and `npm start`, with the Nodes that are supported beside the one that runs this, and runs the
 * smoke test on that server. `npm run smoke:nodes` prints `nodes: N passed, N failed` at the end.
 *
 * Packages of the registry hold the programs; npm is the one that runs this, under the other Node. Nodes with the same SQLite driver get
 * the same files from `npm ci`: the newest of them installs, and all of them start what it installed. That no package refuses one of
 * them is a test of package-lock.json.
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from './checks.mjs';
import { fetchNode, npmFile, quietly, run } from './otherNode.mjs';

/** Each row has the same SQLite driver. */
const families = [['20'], ['22', '24', '26']];
/** Here the driver may have to be compiled, with the programs of this machine. */
const compiling = families[0];
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
const ownMajor = process.versions.node.split('.')[0];
const repository = path.resolve(import.meta.dirname, '..');
const checks = new Checks();
const work = await mkdtemp(path.join(tmpdir(), 'waybill-nodes-'));

async function fetchMajor(major) {
  const node = await fetchNode(major, work);
  if (!compiling.includes(major)) return node;
  return { ...node, searchPath: `${node.searchPath}${path.delimiter}${process.env.PATH}` };
}

/** Installs a copy of the server; gives its folder. A warning is a failure. */
async function installWith({ program, searchPath, version }) {
  const cwd = path.join(work, `server-${version}`);
  await mkdir(cwd);
  for (const part of parts) await cp(path.join(repository, part), path.join(cwd, part), { recursive: true });
  const said = await run(program, [npmFile, 'ci', '--include=dev', ...quietly], { cwd, searchPath });
  const warning = /^npm warn (?!Unknown (user|env|builtin|global) config).*$/m.exec(said);
  if (warning) throw new Error(warning[0]);
  return cwd;
}

/** Adds the counts of a smoke test, and shows its lines below the Node that they are of. */
async function smoke({ version, searchPath }, cwd) {
  console.log(`  Node ${version}`);
  const script = path.join(import.meta.dirname, 'smoke.mjs');
  const output = await run(process.execPath, [script, cwd], { cwd, searchPath }).catch(({ message }) => message);
  checks.addSmoke(output);
}

async function tryFamily(majors) {
  const nodes = await checks.check(`Node ${majors.join(', ')}: fetched`, () => Promise.all(majors.map(fetchMajor)));
  const newest = nodes?.at(-1);
  if (newest === undefined) return;
  const title = `Node ${newest.version}: installed without a warning`;
  const folder = await checks.check(title, () => installWith(newest));
  if (folder !== undefined) for (const node of nodes) await smoke(node, folder);
}

try {
  for (const majors of families) {
    const others = majors.filter((major) => major !== ownMajor);
    if (others.length > 0) await tryFamily(others);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
checks.end('nodes');
