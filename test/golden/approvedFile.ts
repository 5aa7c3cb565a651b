import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Compares a text with the approved one of that name; with UPDATE_GOLDEN=1 it becomes the approved one, to be looked at before it is
 * committed.
 */
export function expectApproved(name: string, text: string): void {
  const file = new URL(`./approved/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : 'nothing was approved yet: run with UPDATE_GOLDEN=1').toBe(
    text,
  );
}
