import { CliHome } from '../support/cli.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';
import { TemplateFlow } from '../support/templateFlow.js';

describe('schedules on the command line', () => {
  let server: ServerClient;
  let home: CliHome;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    home = await CliHome.make(server);
  });
  beforeEach(async () => {
    place = await new ImportFlow(server).makeProject([], server.keyFor('cli-schedules'));
    await new TemplateFlow(server).save(place, { name: 'everything', settings: { selection: { all: true } } });
  });
  afterAll(() => home.remove());

  const schedules = (...more: string[]) => home.run(['schedules', place.key, ...more]);
  const nightly = ['--add', 'nightly', '--cron', '30 2 * * *', '--template', 'everything'];

  it('are added, listed, disabled, enabled and removed', async () => {
    expect(await schedules()).toMatchObject({ code: 0, stdout: `Nothing starts by itself in ${place.key}.\n` });
    const added = await schedules(...nightly, '--time-zone', 'Europe/Rome');
    expect(added).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^nightly runs next at .+, 02:30 Europe\/Rome\.\n$/) as string,
    });
    const listed = await schedules();
    expect(listed.stdout).toMatch(/^NAME +DOES +WHEN +NEXT +LAST\nnightly +export +30 2 \* \* \* Europe\/Rome +\d/);
    expect(await schedules('--disable', 'nightly')).toMatchObject({ code: 0, stdout: 'nightly is disabled.\n' });
    expect((await schedules()).stdout).toContain('disabled');
    expect((await schedules('--enable', 'nightly')).stdout).toMatch(/^nightly runs next at/);
    expect(await schedules('--run', 'nightly')).toMatchObject({
      code: 0,
      stdout: 'nightly begins now, or when its last task has ended.\n',
    });
    // Its last run says why it exported nothing.
    await soon(async () => (await schedules()).stdout).toContain('The selection contains no resource');
    expect(await schedules('--remove', 'nightl')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Did you mean "nightly"?') as string,
    });
    expect((await schedules('--remove', 'nightly')).stdout).toBe(
      'nightly is removed. The tasks that it started stay.\n',
    );
    expect((await home.json(['schedules', place.key])).document).toMatchObject({ schedules: [] });
  });

  it('transfer from another branch, and import only if that is asked for', async () => {
    const target = await new ImportFlow(server).makeProject([], server.keyFor('cli-scheduled'));
    const add = (...more: string[]) =>
      home.json(['schedules', `${target.key}/main`, ...nightly, '--from', place.key, ...more]);
    expect((await add()).document).toMatchObject({ schedule: { action: 'STAGE_TRANSFER' } });
    expect((await add('--execute', '--overwrite')).document).toMatchObject({ schedule: { action: 'TRANSFER' } });
  });

  it.each([
    [['--add', 'x', '--template', 'everything'], 64, 'Add --cron'],
    [['--add', 'x', '--cron', '0 2 * * *'], 64, 'Add --template NAME.'],
    [[...nightly, '--execute'], 64, 'Add --from PROJECT.'],
    [['--enable', 'x', '--remove', 'x'], 64, '--enable and --remove cannot be given together.'],
    [['--add', 'x', '--cron', 'often', '--template', 'everything'], 1, 'not a cron expression of five fields'],
    [['--add', 'x', '--cron', '0 2 * * *', '--template', 'everythin'], 1, 'Did you mean "everything"?'],
  ])('are refused for %j', async (options, code, sentence) => {
    expect(await schedules(...options)).toMatchObject({ code, stderr: expect.stringContaining(sentence) as string });
  });
});
