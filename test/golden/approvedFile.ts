import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { projectFile } from '../support/projectFile.js';

/**
 * Compares a text with the approved one of that name; with UPDATE_GOLDEN=1 it becomes the approved one, to be looked at before it is
 * committed.
 */
export function expectApproved(name: string, text: string): void {
  const file = projectFile(`test/golden/approved/${name}`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : 'nothing was approved yet: run with UPDATE_GOLDEN=1').toBe(
    text,
  );
}
