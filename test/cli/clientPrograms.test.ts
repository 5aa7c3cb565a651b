import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { projectFile } from '../support/projectFile.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const run = promisify(execFile);

/** The programs of docs/api.md, as they are written there. */
async function programs(): Promise<string[]> {
  const page = await readFile(projectFile('docs/api.md'), 'utf8');
  return [...page.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, text = '']) => text);
}

describe('the programs of docs/api.md', () => {
  let server: ServerClient;
  let folder: string;
  beforeAll(async () => {
    server = await sharedServer();
    // Inside the project, whose package they import.
    folder = await mkdtemp(projectFile('dist/programs-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const play = async (text: string, ...args: string[]) => {
    const file = path.join(folder, 'program.mjs');
    await writeFile(file, text);
    const env = { PATH: process.env['PATH'], WAYBILL_URL: server.url, WAYBILL_TOKEN: server.token };
    return (await run(process.execPath, [file, ...args], { env })).stdout;
  };

  it('import a file, and list what a project has taken over', async () => {
    const [listing, importing, ...others] = await programs();
    expect(others).toEqual([]);
    const flow = new ImportFlow(server);
    const file = path.join(folder, 'functions.json');
    await writeFile(file, bundleOf([castFunction('one', 'return 1'), castFunction('two', 'return 2')]));
    const copies = await flow.makeProject([], server.keyFor('program'));
    expect(await play(importing!, file, copies.key)).toContain('COMPLETED: 2 created\n');
    const references = await flow.makeProject([], server.keyFor('program'));
    await flow.import(await flow.export(copies), references, { mode: 'REFERENCE' });
    expect(await play(listing!, references.key)).toBe(`one is one of ${copies.key}\ntwo is two of ${copies.key}\n`);
  });
});
