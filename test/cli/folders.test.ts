import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import JSZip from 'jszip';
import { processDefinition } from '../support/analyticsFlow.js';
import { CliHome } from '../support/cli.js';
import { castFunction } from '../support/fastDataRecords.js';
import { GitFolder } from '../support/gitFolder.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { library } from '../support/libraryObjects.js';
import { libraryFile } from '../support/libraryScene.js';
import { projectFile } from '../support/projectFile.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const dashboard = readFileSync(projectFile('examples/demo/lending-dashboard.json'));
const definitions = ['lend-book', 'remind-member'].map((name) =>
  processDefinition(name, { versions: ['1', '2', '3', '4', '5'] }),
);
const packs = [
  { pack: 'fast-data', content: libraryFile, given: [], hasTexts: true },
  { pack: 'objects', content: bundleOf(library), given: [], hasTexts: false },
  { pack: 'analytics', content: dashboard, given: definitions, hasTexts: false },
];

describe('folders for Git', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let home: CliHome;
  let source: Place;
  let target: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });
  beforeEach(async () => {
    home = await CliHome.make(server);
    source = await flow.makeProject(['EVENT_DRIVEN'], server.keyFor('cli-git'));
    target = await flow.makeProject(['EVENT_DRIVEN'], server.keyFor('cli-git-target'));
  });
  afterEach(() => home.remove());

  const run = async (...args: string[]) => {
    const end = await home.run(args);
    expect(end).toMatchObject({ code: 0, stderr: '' });
    return end.stdout;
  };
  const exportTo = (folder: string, place = source) => run('export', place.key, '-o', folder, '--yes');
  const planText = async (from: string) => (await home.run(['plan', from, '--into', target.key])).stdout;
  const makeGit = async () => {
    await mkdir(home.file('config'));
    return GitFolder.make(home.file('config'));
  };

  it.each([
    ['import', '.', '--into'],
    ['bundle', 'check', '.'],
  ])('are told from other folders, of which nothing else is said: %s %s', async (...args) => {
    await mkdir(home.file('other'));
    for (const name of ['package.json', 'other/main.js']) await writeFile(home.file(name), '{}');
    const { stdout, stderr } = await home.run(args.at(-1) === '--into' ? [...args, target.key] : args);
    expect(stdout + stderr).toContain('The folder has no file waybill.json, so it is not one of Waybill.');
    expect(stdout + stderr).not.toMatch(/package\.json|main\.js/);
  });

  it.each(packs)(
    'carry a project of $pack to another one, and back without a change',
    async ({ content, given, hasTexts }) => {
      for (const place of [source, target]) for (const each of given) await flow.create(place, each);
      await flow.import(content, source);
      const git = await makeGit();
      await exportTo('config/');
      await git.commit('The project');
      expect((await git.git('ls-files')).includes('~')).toBe(hasTexts);

      await run('bundle', 'check', 'config', ...(given.length > 0 ? ['--partial'] : []));
      expect(await exportTo('config/')).toContain('0 changed, 0 were removed');
      expect(await git.status()).toBe('');

      await git.git('clone', '--quiet', git.path, home.file('clone'));
      await run('import', 'clone', '--into', target.key, '--yes');
      const second = await home.run([
        'plan',
        'clone',
        '--into',
        target.key,
        '--detailed-exitcode',
        '--create-strategy',
        'upsert',
      ]);
      expect(second).toMatchObject({ code: 0, stdout: expect.stringMatching(/\n\d+ unchanged\.\n/) as string });
      const specs = async (place: Place) =>
        (await flow.resources(place))
          .filter(({ spec }) => spec['type'] !== 'default')
          .map(({ name, spec }) => ({ name, spec }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      expect(await specs(target)).toEqual(await specs(source));

      await run('bundle', 'pack', 'config', '-o', 'packed.json');
      await run('bundle', 'unpack', 'packed.json', '-o', 'config');
      expect(await git.status()).toBe('');
    },
  );

  it('show in Git what was changed, renamed and deleted on the branch', async () => {
    await flow.import(
      bundleOf([castFunction('kept', 'a\nb'), castFunction('old', 'c\nd'), castFunction('gone', 'e\nf')]),
      source,
    );
    const git = await makeGit();
    await exportTo('config/');
    await git.commit('The project');
    const before = await flow.resources(source);
    const idOf = (name: string) => before.find((each) => each.name === name)!.id;
    const remove = 'mutation($input: DeleteResourceInput!) { deleteResource(input: $input) { problems { code } } }';
    await flow.ask(remove, { input: { id: idOf('gone') } });
    const rename = 'mutation($input: RenameResourceInput!) { renameResource(input: $input) { problems { code } } }';
    await flow.ask(rename, { input: { id: idOf('old'), name: 'new' } });
    await flow.import(bundleOf([castFunction('kept', 'a\nB')]), source, { options: { createStrategy: 'UPSERT' } });
    expect(await exportTo('config')).toContain('3 changed, 4 were removed');
    await git.git('add', '--all');
    expect((await git.status()).split('\n').filter(Boolean)).toEqual([
      'D  fast-data/CastFunction/gone.json',
      'D  fast-data/CastFunction/gone~casting.js',
      'M  fast-data/CastFunction/kept~casting.js',
      'R  fast-data/CastFunction/old.json -> fast-data/CastFunction/new.json',
      'R  fast-data/CastFunction/old~casting.js -> fast-data/CastFunction/new~casting.js',
    ]);
  });

  it('hold names that file systems refuse or cannot tell apart', async () => {
    const names = ['lending', 'Lending', 'LENDING', 'aux', 'a$b'];
    await flow.import(bundleOf(names.map((name) => castFunction(name, 'return 1'))), source);
    const git = await makeGit();
    await exportTo('config/');
    await git.commit('The project');
    const files = (await git.git('ls-files', 'fast-data')).trim().split('\n');
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(names.length);
    expect(files).toEqual(
      expect.arrayContaining([
        'fast-data/CastFunction/%61ux.json',
        'fast-data/CastFunction/lending.json',
        'fast-data/CastFunction/a%24b.json',
      ]),
    );
    await run('import', 'config', '--into', target.key, '--yes');
    expect((await flow.resources(target)).map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('are refused with file, line and fix when a merge has broken them', async () => {
    await flow.import(bundleOf([castFunction('one', 'return 1')]), source);
    const git = await makeGit();
    await exportTo('config/');
    await git.commit('The project');
    const file = path.join(git.path, 'fast-data/CastFunction/one.json');
    const change = async (to: string) => {
      await writeFile(file, (await readFile(file, 'utf8')).replace(/return \d/, to));
      await git.commit(to);
    };
    await git.git('checkout', '--quiet', '-b', 'other');
    await change('return 2');
    await git.git('checkout', '--quiet', 'main');
    await change('return 3');
    await expect(git.git('merge', 'other')).rejects.toThrow();
    const checked = await home.run(['bundle', 'check', 'config']);
    expect(checked).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /^config\/fast-data\/CastFunction\/one\.json:\d+: fault: The file contains a conflict that Git could not merge\.\n {2}Fix: Decide between/,
      ) as string,
    });
    const planned = await home.run(['plan', 'config', '--into', target.key]);
    expect(planned).toMatchObject({ code: 1, stderr: expect.stringContaining('one.json:') as string });
    expect(planned.stderr).toContain('Fix:   Decide between the two versions');
  });

  it('are checked for specs and dependencies as the server checks them, with the line', async () => {
    await flow.import(libraryFile, source);
    await exportTo('config/');
    const folder = home.file('config/fast-data');
    await rm(path.join(folder, 'ErSchema/lending.json'));
    const cast = path.join(folder, 'CastFunction/normalizeIsbn.json');
    await writeFile(cast, (await readFile(cast, 'utf8')).replace('"dataType": "string"', '"dataType": "text"'));
    const { code, document } = await home.json(['bundle', 'check', 'config']);
    expect([code, document]).toMatchObject([
      1,
      {
        faults: [
          {
            code: 'SPEC_INVALID',
            file: 'config/fast-data/CastFunction/normalizeIsbn.json',
            line: expect.any(Number) as number,
          },
          {
            code: 'DEPENDENCY_MISSING',
            file: 'config/fast-data/SingleView/sv_member_loans.json',
            line: expect.any(Number) as number,
          },
        ],
      },
    ]);
    expect(await home.run(['bundle', 'check', 'config', '--partial'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('1 fault') as string,
    });
  });

  it('are read by the server too, packed as Git servers offer them for download', async () => {
    await flow.import(bundleOf([castFunction('one', 'a\nb'), castFunction('two', 'return 2')]), source);
    const git = await makeGit();
    await mkdir(path.join(git.path, 'settings'));
    await writeFile(path.join(git.path, 'package.json'), '{}');
    await writeFile(path.join(git.path, 'gradle-wrapper.jar'), 'PK');
    await symlink('settings', path.join(git.path, 'latest'));
    await exportTo('config/settings');
    const pack = async (name: string) => {
      await git.commit(name);
      await git.git('archive', '--format', 'zip', '--prefix', 'config-main/', '--output', home.file(name), 'main');
    };
    await pack('whole.zip');
    expect(await run('import', 'whole.zip', '--into', target.key, '--yes')).toContain(
      '3 members of the archive were left out: "config-main/gradle-wrapper.jar", "config-main/latest", "config-main/package.json". Reason: Only the folder of waybill.json is read.',
    );
    expect(await flow.resources(target)).toMatchObject([{ name: 'one' }, { name: 'two' }]);
    for (const same of ['config/settings', 'whole.zip']) expect(await planText(same)).toContain('2 unchanged.');

    await writeFile(
      path.join(git.path, 'settings/fast-data/CastFunction/two.json'),
      '{\n<<<<<<< ours\n"kind": 1\n=======\n>>>>>>> theirs\n}',
    );
    await pack('broken.zip');
    expect(await home.run(['plan', 'broken.zip', '--into', target.key])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        'In "config-main/settings/fast-data/CastFunction/two.json": The file contains a conflict that Git could not merge.',
      ) as string,
    });
  });

  it('are written by the server too, in a ZIP, with the same files', async () => {
    await flow.import(libraryFile, source);
    await flow.import(bundleOf([castFunction('Lending', 'a\nb'), castFunction('lending', 'return 2')]), source);
    await exportTo('config/');
    const git = await GitFolder.make(home.file('config'));
    await git.commit('The project');
    await run('export', source.key, '--format', 'directory', '-o', 'config.zip', '--yes');
    await run('bundle', 'unpack', 'config.zip', '-o', 'config');
    const { files } = await JSZip.loadAsync(await readFile(home.file('config.zip')));
    for (const [name, file] of Object.entries(files))
      await writeFile(path.join(git.path, name), await file.async('nodebuffer'));
    expect(Object.keys(files)).toHaveLength((await git.git('ls-files')).trim().split('\n').length - 1);
    expect(await git.status()).toBe('');
  });

  it('take the same resources only from the same project', async () => {
    await flow.import(bundleOf([castFunction('one', 'return 1')]), source);
    await exportTo('config/');
    await flow.create(target, castFunction('two', 'return 2'));
    expect(await home.run(['export', target.key, '-o', 'config/', '--yes'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`config/ holds the project "${source.key}", not "${target.key}"`) as string,
    });
  });
});
