/** What a browser loads before it shows the first screen of the console. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { projectFile } from '../support/projectFile.js';

const page = readFileSync(projectFile('dist/console/index.html'), 'utf8');
const addresses = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, address]) => address!);

/** The files that these import at once, not those that they load when a screen asks for them. */
function importedBy(address: string, seen = new Set<string>()): Set<string> {
  if (seen.has(address)) return seen;
  seen.add(address);
  const text = address.endsWith('.js') ? readFileSync(projectFile(`dist/console/${address}`), 'utf8') : '';
  for (const [, name] of text.matchAll(/(?:from|^import|;import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
    importedBy(`assets/${name!}`, seen);
  return seen;
}

it('the first load of the console is under 300 KB compressed', () => {
  const seen = new Set<string>();
  for (const address of addresses) importedBy(address, seen);
  expect(seen.size).toBeGreaterThan(1);
  const bytes = [...seen].map((address) => gzipSync(readFileSync(projectFile(`dist/console/${address}`))).byteLength);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
});

it('names no other origin to load from', () => {
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
});
