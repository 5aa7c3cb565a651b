import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { CliHome } from '../support/cli.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { libraryFile } from '../support/libraryScene.js';
import { exportFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { TemplateFlow } from '../support/templateFlow.js';

describe('moving resources with the command line', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let home: CliHome;
  let library: Place;
  let club: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
    home = await CliHome.make(server);
    library = await flow.makeProject(['EVENT_DRIVEN'], server.keyFor('cli-library'));
    await flow.import(libraryFile, library);
    const selection = { branchId: library.branchId, kinds: ['fast-data/SingleView'] };
    await writeFile(home.file('views.json'), (await exportFile(server, { selection })).text);
  });
  beforeEach(async () => {
    club = await flow.makeProject(['EVENT_DRIVEN'], server.keyFor('cli-club'));
  });
  afterAll(() => home.remove());

  const namesOf = async (place: Place) => (await flow.resources(place)).map(({ name }) => name);

  it('exports a selection with what it needs, says why, and checks the digest', async () => {
    const args = ['export', library.key, '--kind', 'single view', '-o', 'exported.json', '--yes'];
    const { code, stdout, stderr } = await home.run(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/\/main: 7 resources, about [\d.]+ k?B of content, as JSON$/m);
    expect(stdout).toMatch(
      /Comes along, and why:[^]*normalizeIsbn +cast function +needed by pr_books, for sv_member_loans/,
    );
    expect(stdout).toMatch(
      /Needed where it is imported, and never in the file:[^]*defaultCastToDate +in every project +by pr_/,
    );
    const [, sha256] = /sha256 ([\da-f]{64})/.exec(stdout)!;
    expect(
      createHash('sha256')
        .update(await readFile(home.file('exported.json')))
        .digest('hex'),
    ).toBe(sha256);
    expect((await readdir(home.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('plans, decides, imports and takes it back', async () => {
    const first = await home.run(['plan', 'views.json', '--into', club.key]);
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('7 to create.') as string });
    const choices = ['--rename', 'pr_members=pr_library_members', '--mode', 'Projection=reference'];
    const { code, document } = await home.json(['import', 'views.json', '--into', club.key, '--yes', ...choices]);
    expect([code, document]).toMatchObject([0, { task: { status: 'COMPLETED', createdCount: 7 } }]);
    const resources = await flow.resources(club);
    expect(resources.filter(({ mode }) => mode === 'REFERENCE').map(({ name }) => name)).toEqual([
      ...['pr_books', 'pr_library_members', 'pr_loans'],
    ]);
    const { task } = document as { task: { id: string } };
    const undone = await home.run(['undo', task.id, '--yes']);
    expect(undone).toMatchObject({ code: 0, stdout: expect.stringContaining('Undone: 7 deleted.') as string });
    expect(await namesOf(club)).toEqual([]);
  });

  it.each([
    [['--rename', 'one=two', '--rename', 'one=three'], '--rename says both "two" and "three" for "one".'],
    [['--remap', 'one=two', '--remap', 'one=three'], '--remap says both "two" and "three" for "one".'],
    [['--mode', 'copy', '--mode', 'reference'], '--mode says both "copy" and "reference".'],
  ])('drops no choice: %j', async (options, sentence) => {
    expect(await home.run(['plan', 'none.json', '--into', 'any', ...options])).toMatchObject({
      code: 64,
      stderr: expect.stringContaining(sentence) as string,
    });
  });

  it('names the place that an export cannot be written to', async () => {
    await writeFile(home.file('taken'), 'kept');
    const end = await home.run(['export', library.key, '--yes', '-o', 'taken/all.json']);
    expect(end).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('A part of taken/all.json is a file, not a folder.') as string,
    });
    expect(await readFile(home.file('taken'), 'utf8')).toBe('kept');
  });

  it('ends with 3 for collisions, and imports nothing', async () => {
    await flow.create(club, castFunction('own', 'return 1'));
    const changed = bundleOf([castFunction('own', 'return 2'), castFunction('new', 'return 3')]);
    await writeFile(home.file('changed.json'), changed);
    const { code, stdout } = await home.run(['import', 'changed.json', '--into', club.key, '--yes']);
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /To decide:\n +! +own +cast function +collision\n[^]*1 item is to be decided. Nothing was imported./,
    );
    expect(await namesOf(club)).not.toContain('new');
    const rest = await home.run(['import', 'changed.json', '--into', club.key, '--yes', '--on-error', 'continue']);
    expect([rest.code, rest.stdout]).toEqual([4, expect.stringContaining('Imported: 1 created, 1 failed.') as string]);
    const [, taskId = ''] = /waybill report (\S+)/.exec(rest.stdout)!;
    expect((await home.run(['report', taskId])).stdout).toContain('NAME_COLLISION');
  });

  it('imports the rest if a template says so, unless the option says otherwise', async () => {
    await flow.create(club, castFunction('own', 'return 1'));
    await new TemplateFlow(server).save(club, {
      ...{ name: 'lenient', direction: 'IMPORT', settings: { importStrategy: 'ON_ERROR_CONTINUE' } },
    });
    await writeFile(
      home.file('lenient.json'),
      bundleOf([castFunction('own', 'return 2'), castFunction('new', 'return 3')]),
    );
    const args = ['import', 'lenient.json', '--into', club.key, '--yes', '--template', 'lenient'];
    expect(await home.run([...args, '--on-error', 'fail'])).toMatchObject({ code: 3 });
    expect(await home.run(args)).toMatchObject({
      code: 4,
      stdout: expect.stringContaining('Imported: 1 created, 1 failed.') as string,
    });
  });

  it('shows what an update changes, and with --detailed-exitcode ends with 2', async () => {
    await flow.import(bundleOf([castFunction('own', 'return 1')]), club);
    await writeFile(home.file('own.json'), bundleOf([castFunction('own', 'return 2')]));
    const args = [
      'plan',
      'own.json',
      '--into',
      `${club.key}/main`,
      '--create-strategy',
      'upsert',
      '--detailed-exitcode',
    ];
    const { code, stdout } = await home.run(args);
    expect([code, stdout]).toEqual([2, expect.stringMatching(/~ +own +cast function +update\n[^]* → /) as string]);
    expect(await home.run(args.slice(0, -1))).toMatchObject({ code: 0 });
    expect(await home.run(['import', ...args.slice(1, -1), '--yes'])).toMatchObject({ code: 0 });
    expect(await home.run(args)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 unchanged.') as string });
    const again = await home.run(['import', ...args.slice(1, -1), '--yes']);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing to import') as string });
  });

  it('reads from a pipe and writes to one', async () => {
    const args = ['export', library.key, '--name', 'normalizeIsbn', '-o', '-'];
    const { code, stdout, stderr } = await home.run(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'waybill/bundle' });
    const into = ['import', '-', '--into', club.key, '--yes'];
    expect(await home.run(into, { input: stdout })).toMatchObject({ code: 0 });
    expect(await namesOf(club)).toEqual(['normalizeIsbn']);
  });

  it('copies from branch to branch of a server', async () => {
    const args = ['import', `${library.key}/main`, '--kind', 'CastFunction', '--into', club.key, '--yes'];
    expect(await home.run(args)).toMatchObject({ code: 0 });
    expect(await namesOf(club)).toContain('normalizeIsbn');
  });

  it.each([
    ['export', () => ['export', library.key, '-o', 'all.json']],
    ['import', () => ['import', `${library.key}/main`, '--into', club.key]],
  ])('never asks in a pipeline: %s says which option answers', async (_command, argsOf) => {
    const { code, stderr } = await home.run(argsOf(), { env: { CI: 'true' } });
    expect([code, stderr]).toEqual([1, expect.stringContaining('Fix:   Add --yes to say yes.') as string]);
    expect(await namesOf(club)).toEqual([]);
  });

  it.each([
    ['no', 'n\r', 0],
    ['yes', 'y\r', 7],
  ])('asks on a terminal, and takes %s for an answer', async (_answer, input, count) => {
    const env = { TERM: 'xterm' };
    const args = ['import', `${library.key}/main`, '--into', club.key];
    const { code, stdout } = await home.run(args, { isTerminal: true, env, input });
    expect([code, stdout]).toEqual([0, expect.stringContaining(`Import into ${club.key}/main? [y/N]`) as string]);
    expect(await namesOf(club)).toHaveLength(count);
  });

  it.each([
    ['a file that is no bundle', 'nothing'],
    ['an empty file', ''],
  ])('says what is wrong with %s', async (_what, input) => {
    const { code, stderr } = await home.run(['plan', '-', '--into', club.key], { input });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Error: .+\n/) as string]);
  });

  it.each([
    [['--rename', 'pr_mambers=x'], 'Did you mean "pr_members"?'],
    [['--rename', 'pr_members'], 'Write it with =, such as'],
    [['--skip', 'lending'], 'Write the kind before it, such as --skip fast-data/'],
    [['--mode', 'copies'], 'Use one of: copy, reference.'],
    [['--template', 'none'], 'has no template "none"'],
    [['--kind', 'Projection'], 'the source is a file'],
  ])('refuses %j with a sentence', async (choice, sentence) => {
    const { code, stderr } = await home.run(['plan', 'views.json', '--into', club.key, ...choice]);
    expect(stderr).toContain(sentence);
    expect(code).toBe(choice[0] === '--template' ? 1 : 64);
  });

  it('is told the format of a file by its name, and says so of one that it does not know', async () => {
    await writeFile(home.file('unknown.json'), '{"one": 1}');
    const args = ['plan', 'unknown.json', '--into', club.key];
    expect(await home.run(args)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Fix: +If it has a supported format, add --file-format with its name: /) as string,
    });
    expect(await home.run([...args, '--file-format', 'none'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/No format is named "none"[^]*Use one of /) as string,
    });
    expect((await home.run([...args, '--file-format', 'waybill/json'])).stderr).not.toContain('its format is unknown');
    expect((await home.run(['plan', library.key, '--into', club.key, '--file-format', 'x'])).code).toBe(64);
    expect(await home.run(['bundle', 'check', 'unknown.json'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Fix: Use `waybill plan`, whose --file-format') as string,
    });
  });

  it('needs more than --yes for a deletion', async () => {
    const { code, document } = await home.json([
      'plan',
      `${library.key}/main`,
      '--into',
      club.key,
      '--allow-deletions',
    ]);
    expect([code, document]).toMatchObject([0, { plan: { settings: { isDeletionAllowed: true } } }]);
    const without = await home.json(['plan', `${library.key}/main`, '--into', club.key]);
    expect((without.document as { plan: { settings: object } }).plan.settings).not.toHaveProperty('isDeletionAllowed');
  });
});
