/** Every code whose problems may carry a fix has a row that follows one: see test/support/fixTable.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { codesWithFixes } from '../support/codesWithFixes.js';
import { projectFile } from '../support/projectFile.js';

/** Codes without a row, each with its reason. */
const exempt: Readonly<Record<string, string>> = {
  MISSING_WRITER_SERVICE: 'The fix is made in the Console: services are no resources.',
  MISSING_MESSAGE_FORMAT: 'The fix is made in the Console: the adapter is code of a service.',
  MISSING_SVC: 'The fix is made in the Console: services are no resources.',
  MISSING_SVTG: 'The fix is made in the Console: services are no resources.',
  PUBLIC_VARIABLE_MISSING: 'The fix is made in the Console: variables are no resources.',
  CUSTOM_FILE_MISSING: 'The fix is made in the Console: files belong to a service.',
  ENDPOINTS_NOT_IMPORTED: 'The fix is made in the Console: endpoints are no resources.',
  EXTENSION_NOT_IMPORTED: 'The fix is made in Liferay: client extensions are deployed there.',
  NAME_ADJUSTED: 'No action is required.',
  BUILT_IN: 'No action is required.',
  PLAN_NOT_READY: 'The fix is to wait for a task, or to look at it.',
  UPLOAD_INCOMPLETE: 'Who could read it has hung up.',
  SCOPE_EXTENDED: 'It has no fix: a function that makes problems with one makes it too.',
};

const folder = projectFile('test/api');
const tables = readdirSync(folder).filter((name) => /^fixesOf\w+\.test\.ts$/.test(name));
const rows = new Set(
  tables.flatMap((name) =>
    [...readFileSync(path.join(folder, name), 'utf8').matchAll(/\bcode: '([A-Z0-9_]+)',\s+fix: \//g)].map(
      ([, code]) => code!,
    ),
  ),
);

const codes = codesWithFixes();

describe('a code of problems with a fix', () => {
  it('has a row that follows one, or a reason why it has none', () => {
    const without = [...codes].filter((code) => !rows.has(code) && !Object.hasOwn(exempt, code));
    expect(without.toSorted()).toEqual([]);
  });

  it('is exempt only while it has no row and may carry a fix', () => {
    expect(Object.keys(exempt).filter((code) => rows.has(code) || !codes.has(code))).toEqual([]);
  });
});
