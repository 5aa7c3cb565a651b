import { writeFile } from 'node:fs/promises';
import { CliHome } from '../support/cli.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('remembered names on the command line', () => {
  let server: ServerClient;
  let home: CliHome;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    home = await CliHome.make(server);
    await writeFile(home.file('two.json'), bundleOf([castFunction('one'), castFunction('two')]));
  });
  beforeEach(async () => {
    place = await new ImportFlow(server).makeProject([], server.keyFor('cli-bindings'));
  });
  afterAll(() => home.remove());

  const plan = (...more: string[]) => home.run(['plan', 'two.json', '--into', place.key, ...more]);
  const bindings = (...more: string[]) => home.run(['bindings', place.key, ...more]);

  it('are proposed in the next plan, shown, listed and deleted', async () => {
    expect(await bindings()).toMatchObject({ code: 0, stdout: `Nothing is remembered in ${place.key}.\n` });
    const imported = ['import', 'two.json', '--into', place.key, '--rename', 'one=one_eu', '--yes'];
    expect(await home.run(imported)).toMatchObject({ code: 0 });
    const next = await plan('--create-strategy', 'upsert', '--detailed-exitcode');
    expect(next).toMatchObject({ code: 0, stdout: expect.stringContaining('2 unchanged.') as string });
    const listed = await bindings();
    expect(listed.stdout).toMatch(/^NAME +KIND +HERE +FROM +SINCE\none +cast function +one_eu +source +/);
    expect(await bindings('--delete', 'on')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Did you mean "one"?') as string,
    });
    expect(await bindings('--delete', 'CastFunction:one')).toMatchObject({
      code: 0,
      stdout: 'one is no longer proposed as one_eu.\n',
    });
    expect((await home.json(['bindings', place.key])).document).toMatchObject({ bindings: [] });
  });

  it('are set by hand, marked in plans for people and in comments, and give way to --rename', async () => {
    expect(await plan()).toMatchObject({ code: 0 });
    const set = ['--set', 'CastFunction:one=one_eu', '--from', 'source'];
    expect(await bindings(...set)).toMatchObject({
      code: 0,
      stdout: `From now on, one from source is one_eu in ${place.key}.\n`,
    });
    expect((await plan()).stdout).toMatch(/ {2}\+ {2}one → one_eu \(remembered\) +cast function +create/);
    expect((await plan('--format', 'markdown')).stdout).toContain(
      '- `one` → `one_eu` (remembered) (cast function): create',
    );
    expect((await plan('--rename', 'one=one_us')).stdout).toMatch(/ {2}\+ {2}one → one_us +cast function/);
  });

  it.each([
    [['--set', 'one'], 64, '--set cannot be "one".'],
    [['--set', 'CastFunction:one=two'], 64, 'Add --from PROJECT.'],
    [['--remap'], 64, 'Add --set KIND:NAME=OTHER.'],
    [['--set', 'CastFunction:one=two', '--from', 'nowhere'], 1, 'No file of a project "nowhere" was read'],
  ])('are refused for %j', async (options, code, sentence) => {
    expect(await bindings(...options)).toMatchObject({ code, stderr: expect.stringContaining(sentence) as string });
  });
});
