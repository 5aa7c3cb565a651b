/**
 * Writes docs/licences.md: the packages that a server runs with, and their licences, as package-lock.json names them. With `--check` it only says
 * whether the page is up to date. Exits with 1 when not, or when a package has a licence that is not allowed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatted } from './formatted.mjs';

process.chdir(path.resolve(import.meta.dirname, '..'));
const target = 'docs/licences.md';

/** Those that ask for no more than to be named; each part of a choice or of a sum must be one of them. */
const allowed = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'WTFPL']);
/** Of packages that say it in a way of their own: read in their files LICENSE. */
const licenceByName = new Map([
  ['busboy', 'MIT'],
  ['streamsearch', 'MIT'],
]);

const introduction = `<!-- Made by npm run licences. Do not edit. -->

# Licences

The packages that a server runs with, and their licences. \`npm run sbom\` writes the same in the format of CycloneDX.`;

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const rows = Object.entries(packages)
  .filter(([place, { dev }]) => place.startsWith('node_modules/') && dev !== true)
  .map(([place, { name = place.replace(/^.*node_modules\//, ''), version, license = licenceByName.get(name) }]) => ({
    name,
    version,
    license,
  }));
const faults = rows.filter(({ license = 'none' }) =>
  license.split(/ OR | AND /).some((part) => !allowed.has(part.replaceAll(/[()]/g, ''))),
);
for (const { name, version, license = 'no licence' } of faults)
  fail(`${name} ${version} has ${license}, which is not allowed.`);

const lines = new Set(rows.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`).sort());
const text = await formatted(
  target,
  [introduction, '', '| package | version | licence |', '| --- | --- | --- |', ...lines].join('\n'),
);
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text)
  fail(`${target} is not up to date. Run npm run licences and commit it.`);

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
