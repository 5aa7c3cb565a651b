import { writeFile } from 'node:fs/promises';
import { CliHome } from '../support/cli.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('mirroring a kind with the command line', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let home: CliHome;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
    home = await CliHome.make(server);
    await writeFile(home.file('one.json'), bundleOf([castFunction('one')]));
  });
  beforeEach(async () => {
    place = await flow.makeProject([], server.keyFor('cli-mirror'));
    await flow.import(bundleOf([castFunction('one'), castFunction('two'), castFunction('three')]), place);
  });
  afterAll(() => home.remove());

  const run = (command: string, ...more: string[]) =>
    home.run([command, 'one.json', '--into', place.key, '--mirror', 'CastFunction', ...more]);
  const namesOf = async () => (await flow.resources(place)).map(({ name }) => name);

  it('lists each deletion, which --yes alone does not allow', async () => {
    const { code, stdout } = await run('import', '--yes');
    expect([code, stdout]).toEqual([
      3,
      expect.stringMatching(
        /To decide:\n {2}x {2}three +cast function +deletion, blocked\n +The cast function "three" came from the project "source"/,
      ) as string,
    ]);
    expect(stdout).toContain(
      'Allow it with --allow-deletions, or leave the deletion out with --skip to keep the resource.',
    );
    expect(stdout).toContain('Deletions also need --allow-deletions; --skip NAME keeps a resource.');
    expect(await namesOf()).toEqual(['one', 'three', 'two']);
  });

  it('is what an import without it leaves out: what was renamed in the source keeps its old name too, which is told', async () => {
    const source = await flow.makeProject([], server.keyFor('cli-renamed'));
    const id = await flow.create(source, castFunction('before'));
    const promote = (...more: string[]) => home.run(['promote', source.key, '--to', place.key, '--yes', ...more]);
    expect(await promote()).toMatchObject({ code: 0, stderr: '' });
    const mutation = 'mutation($input: RenameResourceInput!) { renameResource(input: $input) { problems { code } } }';
    await flow.ask(mutation, { input: { id, name: 'after' } });
    await home.run(['export', source.key, '-o', 'renamed/', '--yes']);
    const plan = await home.run(['plan', 'renamed', '--into', place.key]);
    expect([plan.code, plan.stderr]).toEqual([
      0,
      expect.stringMatching(
        /^Warning: Renamed in the source: cast function "before" is now "after"\. [^]*add --mirror CastFunction --allow-deletions/,
      ) as string,
    ]);
    const mirror = ['--mirror', 'CastFunction', '--allow-deletions'];
    expect(await promote(...mirror)).toMatchObject({ code: 0, stderr: '' });
    expect(await namesOf()).toEqual(['after', 'one', 'three', 'two']);
    // Back into its own project, where it was renamed meanwhile.
    await flow.ask(mutation, { input: { id, name: 'later' } });
    expect((await home.run(['plan', 'renamed', '--into', source.key])).stderr).toMatch(
      /"later" has the name "after" in the file\. .* If the name on the branch is the newer one, export it again;/,
    );
  });

  it('is refused where a selection leaves some of the kind out, which would be deleted', async () => {
    const source = await flow.makeProject([], server.keyFor('cli-part'));
    await flow.create(source, castFunction('part'));
    const plan = (...more: string[]) =>
      home.run(['plan', source.key, '--into', place.key, '--mirror', 'cast function', '--allow-deletions', ...more]);
    for (const some of [
      ['--name', 'part'],
      ['--kind', 'Projection'],
      ['--kind', 'CastFunction', '--name', 'part'],
    ]) {
      const { code, stderr } = await plan(...some);
      expect([code, stderr]).toEqual([64, expect.stringContaining('only a part would be in it.')]);
      expect(stderr).toContain('Select all of it: with --kind fast-data/CastFunction and without --name');
    }
    expect((await plan('--kind', 'CastFunction')).code).toBe(0);
    expect((await plan()).code).toBe(0);
  });

  it('deletes what is allowed and not skipped, and an undo brings it back', async () => {
    const plan = await run('plan', '--allow-deletions', '--skip', 'three', '--detailed-exitcode');
    expect(plan).toMatchObject({
      code: 2,
      stdout: expect.stringMatching(/Deletes:\n {2}- {2}two +cast function +delete\n/) as string,
    });
    expect(plan.stdout).toContain('1 to delete, 1 unchanged, 1 left out.');
    const { code, document } = await home.json([
      ...[
        'import',
        'one.json',
        '--into',
        place.key,
        '--mirror',
        'cast function',
        '--allow-deletions',
        '--skip',
        'three',
        '--yes',
      ],
    ]);
    expect([code, document]).toMatchObject([0, { task: { deletedCount: 1 } }]);
    expect(await namesOf()).toEqual(['one', 'three']);
    const { task } = document as { task: { id: string } };
    expect(await home.run(['undo', task.id, '--yes'])).toMatchObject({ code: 0 });
    expect(await namesOf()).toEqual(['one', 'three', 'two']);
  });

  it('names deletions in the comment of a pull request, and seals them', async () => {
    const { stdout } = await run('plan', '--allow-deletions', '--format', 'markdown', '--out', 'plan.json');
    expect(stdout).toContain(
      '#### Deletes: 2 resources\n- `three` (cast function): delete\n- `two` (cast function): delete',
    );
    expect(await home.run(['apply', 'plan.json'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Imported: 2 deleted, 1 unchanged.') as string,
    });
    expect(await namesOf()).toEqual(['one']);
  });

  it('refuses a kind that the project does not have', async () => {
    expect(await home.run(['plan', 'one.json', '--into', place.key, '--mirror', 'Castfunktion'])).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('Did you mean') as string,
    });
  });
});
