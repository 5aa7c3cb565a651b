import { mkdir, writeFile } from 'node:fs/promises';
import { CliHome } from '../support/cli.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('writing files and folders', () => {
  let server: ServerClient;
  let home: CliHome;
  let source: Place;
  beforeAll(async () => {
    server = await sharedServer();
    const flow = new ImportFlow(server);
    source = await flow.makeProject([], server.keyFor('cli-writing'));
    await flow.import(bundleOf([castFunction('one', 'return 1')]), source);
  });
  beforeEach(async () => {
    home = await CliHome.make(server);
  });
  afterEach(() => home.remove());

  it('leaves folders with other files alone', async () => {
    await mkdir(home.file('code/lib'), { recursive: true });
    await writeFile(home.file('code/main.js'), 'main();');
    const refusal = {
      code: 1,
      stderr: expect.stringMatching(
        /^Error: code\/? has other files, such as \S+, and no waybill\.json[^]*\nFix: +Name a folder that is empty/,
      ) as string,
    };
    expect(await home.run(['export', source.key, '-o', 'code/', '--yes'])).toMatchObject(refusal);
    await home.run(['export', source.key, '-o', 'one.json', '--yes']);
    expect(await home.run(['bundle', 'unpack', 'one.json', '-o', 'code'])).toMatchObject(refusal);
    // Notes, and what is hidden, may be there before.
    await mkdir(home.file('config/.github'), { recursive: true });
    for (const name of ['README.md', 'LICENSE', 'notes.txt']) await writeFile(home.file(`config/${name}`), 'text');
    await home.run(['export', source.key, '-o', 'config/', '--yes']);
    expect(await home.run(['export', source.key, '-o', 'config/', '--yes'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('0 changed, 0 were removed') as string,
    });
  });

  it('says what failed', async () => {
    await home.run(['export', source.key, '-o', 'config/', '--yes']);
    await writeFile(home.file('plain'), '');
    for (const args of [
      ['export', source.key, '-o', 'plain/one.json', '--yes'],
      ['export', source.key, '-o', 'plain/one/', '--yes'],
      ['bundle', 'pack', 'config', '-o', 'plain/one.json'],
    ])
      expect(await home.run(args)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/Error: A part of plain\/one\S* is a file, not a folder\.\n/) as string,
      });
    expect(await home.run(['bundle', 'pack', 'config', '-o', 'config'])).toMatchObject({
      code: 1,
      stderr: 'Error: config is a folder.\nFix:   Name a file.\n',
    });
  });
});
