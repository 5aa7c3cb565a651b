import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeFolders } from '../../../src/app/makeFolders.js';
import { filesIn } from '../../../src/shared/filesPlace.js';

const wayOut = 'Set WAYBILL_DATA_DIR to a folder that the user of this server can write to.';

describe('the folders of a server', () => {
  let aside: string;
  beforeEach(async () => {
    aside = await mkdtemp(path.join(tmpdir(), 'waybill folders '));
  });
  afterEach(() => rm(aside, { recursive: true }));

  const make = (dataDir: string) => makeFolders({ dataDir, files: filesIn(dataDir) });
  const refusalOf = async (dataDir: string) => {
    const error = await make(dataDir).then(
      () => undefined,
      (reason: unknown) => reason as Error,
    );
    return error?.message;
  };

  it('are made with those above them, and nothing is left of the trial to write', async () => {
    const dataDir = path.join(aside, 'one', 'two');
    await make(dataDir);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it.each([
    '/proc',
    '/proc/waybill',
    '/proc/way/bill',
    '/sys',
    '/dev/null',
    '/dev/null/data',
    `/tmp/${'x'.repeat(300)}`,
  ])('are refused where they cannot be written: %s', async (dataDir) => {
    const said = await refusalOf(dataDir);
    expect(said).toMatch(/^The data folder \S+ cannot be .*\.$/);
    expect(said?.startsWith(`The data folder ${dataDir} `)).toBe(true);
    expect(said?.endsWith(` ${wayOut}`)).toBe(true);
  });

  it.each([[''], ['data']])('are refused where a file has the name of one, or of one above it: %j', async (below) => {
    const file = path.join(aside, 'a file');
    await writeFile(file, 'mine');
    const dataDir = path.join(file, below);
    expect(await refusalOf(dataDir)).toMatch(
      /cannot be created, because a file has its name \(.*\)\. Set WAYBILL_DATA_DIR /,
    );
    expect(await refusalOf(dataDir)).toContain(`The data folder ${dataDir} `);
  });

  it('are refused where a file has the name of the folder of stored files', async () => {
    await mkdir(path.join(aside, 'data'));
    await writeFile(path.join(aside, 'data', 'files'), 'mine');
    expect(await refusalOf(path.join(aside, 'data'))).toMatch(
      /^The data folder .* cannot be created, because a file has its name/,
    );
  });
});
