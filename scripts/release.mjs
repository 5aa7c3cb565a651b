/**
 * Writes `release/` after a build: what the server, `verify`, `backup` and the command line need at run time, and nothing else. `npm ci` in it installs
 * the packages of `dependencies`; it names no others.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const target = 'release';
const folders = ['dist/console', 'drivers', 'examples/demo'];
const files = ['.npmrc', 'CHANGELOG.md', 'LICENSE', 'dist/build-id', 'examples/operations.graphql'];
/** Each starts a build in a checkout. */
const commands = ['start', 'waybill', 'verify', 'backup'];
/** Bundles and what they load later, without the translations of single files, and without source maps, which are larger than the code. */
const isBundle = (name) => name.endsWith('.js') && !name.endsWith('.entry.js');

process.chdir(path.resolve(import.meta.dirname, '..'));
rmSync(target, { recursive: true, force: true });
const bundles = readdirSync('dist/src').filter(isBundle);
for (const name of [...folders, ...files, ...bundles.map((bundle) => `dist/src/${bundle}`)])
  cpSync(name, path.join(target, name), { recursive: true });
write('package.json', manifestOf(read('package.json')));
write('package-lock.json', lockOf(read('package-lock.json')));

function manifestOf({ devDependencies: _packages, exports: _client, scripts, ...manifest }) {
  const ownScripts = commands.map((name) => [name, scripts[name].replace('npm run build && ', '')]);
  return { ...manifest, scripts: Object.fromEntries(ownScripts) };
}

function lockOf({ packages, ...lock }) {
  const { devDependencies: _packages, ...root } = packages[''];
  const needed = Object.entries({ ...packages, '': root }).filter(([, { dev }]) => dev !== true);
  return { ...lock, packages: Object.fromEntries(needed) };
}

function read(name) {
  return JSON.parse(readFileSync(name, 'utf8'));
}

function write(name, content) {
  writeFileSync(path.join(target, name), `${JSON.stringify(content, null, 2)}\n`);
}
