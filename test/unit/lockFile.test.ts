import { readFileSync } from 'node:fs';
import { satisfies } from 'semver';
import { projectFile } from '../support/projectFile.js';

interface LockedPackage {
  name?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  gypfile?: boolean;
  optional?: boolean;
  engines?: { node?: string };
  optionalDependencies?: Record<string, string>;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(projectFile(file), 'utf8'));
}

const { packages } = read('package-lock.json') as { packages: Record<string, LockedPackage> };

/** `npm install` writes the file anew; each of these is something that it may get wrong without a word. */
describe('package-lock.json', () => {
  it('names no registry and no folder of a machine', () => {
    const addresses = Object.values(packages).map(({ resolved }) => resolved);
    expect(addresses.filter((address) => address !== undefined)).toEqual(['file:drivers/sqlite-node20']);
  });

  it('has every optional package, also those of other platforms, without which `npm ci` refuses it', () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isFound(place, name)),
    );
    expect(missing).toEqual([]);
  });

  // npm writes no such line, and without it runs `node-gyp rebuild`: where that fails, it leaves the driver out, see docs/adr/0020.
  it('has `"gypfile": false` at better-sqlite3-13, which comes built', () => {
    expect(packages['node_modules/better-sqlite3-13']).toMatchObject({ gypfile: false });
  });

  // The oldest of each line that README.md names. npm leaves out optional packages that do not fit, and warns of others.
  it.each(['20.19.0', '22.13.0', '24.11.0', '26.0.0'])('has no package that npm warns of on Node %s', (node) => {
    const refusing = Object.entries(packages).filter(
      ([, { engines, optional }]) => optional !== true && !satisfies(node, engines?.node ?? '*'),
    );
    expect(refusing.map(([place]) => place)).toEqual([]);
  });

  it('brings no install script that package.json neither allows nor denies', () => {
    const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> };
    const names = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([place, { name = place.replace(/^.*node_modules\//, '') }]) => name);
    expect(names.sort()).toEqual(Object.keys(allowScripts));
  });
});

/** Looks for a package as Node does: in the folder that asks, and in those around it. */
function isFound(place: string, name: string): boolean {
  for (let folder = place; ; folder = folder.replace(/(^|\/)node_modules\/(?!.*node_modules\/).*$/, '')) {
    if (`${folder}${folder === '' ? '' : '/'}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}
