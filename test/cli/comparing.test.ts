import { cp, readFile, writeFile } from 'node:fs/promises';
import { CliHome } from '../support/cli.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { libraryFile } from '../support/libraryScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface DiffDocument {
  changes: {
    change: string;
    name: string;
    oldName: string | null;
    breaking: string[];
    mover?: string;
    differences: { path: string }[];
  }[];
  unchangedCount: number;
}

describe('comparing with the command line', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let home: CliHome;
  /** What tests do not change, exported into the folder "library" of `shelf`. */
  let library: Place;
  let shelf: CliHome;
  let club: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
    library = await makeLibrary();
    shelf = await CliHome.make(server);
    expect(await shelf.run(['export', library.key, '-o', 'library/', '--yes'])).toMatchObject({ code: 0, stderr: '' });
  });
  beforeEach(async () => {
    home = await CliHome.make(server);
    club = await flow.makeProject(['EVENT_DRIVEN'], server.keyFor('cli-diff-club'));
  });
  afterEach(() => home.remove());
  afterAll(() => shelf.remove());

  const makeLibrary = async () => {
    const place = await flow.makeProject(['EVENT_DRIVEN'], server.keyFor('cli-diff'));
    await flow.import(libraryFile, place);
    return place;
  };
  const takeFolder = (name = 'library') => cp(shelf.file('library'), home.file(name), { recursive: true });

  const run = async (...args: string[]) => {
    const end = await home.run(args);
    expect(end).toMatchObject({ code: 0, stderr: '' });
    return end.stdout;
  };
  const diff = async (...args: string[]): Promise<DiffDocument> => (await home.json(args)).document;
  const shortOf = ({ changes }: DiffDocument) =>
    changes.map(({ change, name, mover }) => [change, name, mover].filter(Boolean).join(' '));
  const rename = async (place: Place, name: string, to: string) => {
    const { id } = (await flow.resources(place)).find((each) => each.name === name)!;
    const mutation = 'mutation($input: RenameResourceInput!) { renameResource(input: $input) { problems { code } } }';
    await flow.ask(mutation, { input: { id, name: to } });
  };
  const remove = async (place: Place, name: string) => {
    const { id } = (await flow.resources(place)).find((each) => each.name === name)!;
    const mutation = 'mutation($input: DeleteResourceInput!) { deleteResource(input: $input) { problems { code } } }';
    await flow.ask(mutation, { input: { id, force: true } });
  };
  const change = (place: Place, ...args: Parameters<typeof castFunction>) =>
    flow.import(bundleOf([castFunction(...args)]), place, { options: { createStrategy: 'UPSERT' } });
  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(home.file(file), 'utf8');
    expect(text).toContain(from);
    await writeFile(home.file(file), text.replace(from, to));
  };

  it('finds no difference between a file, the folder and the branch that it came from, and an import of it', async () => {
    await takeFolder();
    await run('bundle', 'pack', 'library', '-o', 'library.jsonl');
    const { document } = await home.json(['import', 'library', '--into', club.key, '--yes']);
    const task = (document as { task: { id: string } }).task.id;
    const sides = ['library', 'library.jsonl', library.key, `${club.key}/main`, task];
    for (const [at, side] of sides.entries()) {
      const other = sides[(at + 1) % sides.length]!;
      expect(await diff('diff', side, other, '--detailed-exitcode')).toEqual({ changes: [], unchangedCount: 7 });
    }
    expect(await run('diff', 'library', club.key)).toContain('No difference, 7 equal.');
  });

  it('follows a renaming: what refers to it has not changed', async () => {
    const own = await makeLibrary();
    await run('export', own.key, '-o', 'library/', '--yes');
    await rename(own, 'pr_books', 'pr_works');
    const { code, document } = await home.json(['diff', 'library', own.key, '--detailed-exitcode']);
    expect(code).toBe(2);
    expect(document).toMatchObject({
      changes: [{ change: 'RENAMED', name: 'pr_works', oldName: 'pr_books' }],
      unchangedCount: 6,
    });
    expect(await run('diff', 'library', own.key)).toMatch(/→ +pr_books → pr_works +projection/);
    // Without ids of one project, by what it contains.
    await run('import', own.key, '--into', club.key, '--yes');
    expect(shortOf(await diff('diff', 'library', club.key))).toEqual(['RENAMED pr_works']);
  });

  it('pairs a resource with its copy of another name, though another one has its name there', async () => {
    await flow.create(club, castFunction('normalizeIsbn', 'of the club'));
    await takeFolder();
    await run('promote', library.key, '--to', club.key, '--yes', '--rename', 'normalizeIsbn=libraryIsbn');
    const changes = ['RENAMED libraryIsbn', 'ADDED normalizeIsbn'];
    for (const side of [library.key, 'library']) expect(shortOf(await diff('diff', side, club.key))).toEqual(changes);
    expect(shortOf(await diff('diff', club.key, library.key))).toEqual([
      'REMOVED normalizeIsbn',
      'RENAMED normalizeIsbn',
    ]);
    // Two copies of one resource.
    const other = await flow.makeProject(['EVENT_DRIVEN'], server.keyFor('cli-diff-other'));
    await run('import', 'library', '--into', other.key, '--yes');
    expect(shortOf(await diff('diff', other.key, club.key))).toEqual(changes);
  });

  it('shows what an import has applied, under the names that it has given', async () => {
    await takeFolder();
    const { document } = await home.json([
      'import',
      'library',
      '--into',
      club.key,
      '--yes',
      '--rename',
      'pr_books=pr_works',
      '--skip',
      'sv_member_loans',
    ]);
    const task = (document as { task: { id: string } }).task.id;
    expect(shortOf(await diff('diff', task, club.key))).toEqual([]);
    expect(shortOf(await diff('diff', 'library', task))).toEqual(['RENAMED pr_works', 'REMOVED sv_member_loans']);
  });

  it('marks what breaks, also in Markdown', async () => {
    for (const name of ['a', 'b']) await takeFolder(name);
    await edit('b/fast-data/Projection/pr_books.json', '"name": "SHELF"', '"name": "ROOM"');
    const { changes } = await diff('diff', 'a', 'b');
    expect(changes).toMatchObject([
      { change: 'CHANGED', name: 'pr_books', breaking: ['The field "SHELF" is removed.'] },
    ]);
    expect(await run('diff', 'a', 'b')).toContain('breaking: The field "SHELF" is removed.');
    const markdown = await run('diff', 'a', 'b', '--format', 'markdown');
    expect(markdown).toMatch(/^### `a` → `b`\n\n#### Breaking changes\n- `pr_books`: The field "SHELF" is removed\.\n/);
  });

  it('compares every field of two files without a server', async () => {
    await writeFile(home.file('a.json'), bundleOf([castFunction('one', 'a'), castFunction('two', 'b')]));
    await writeFile(
      home.file('b.json'),
      bundleOf([{ ...castFunction('one', 'c'), title: 'One' }, castFunction('three', 'd')]),
    );
    const { code, stdout } = await home.run(['diff', 'a.json', 'b.json'], {
      env: { WAYBILL_URL: undefined, WAYBILL_TOKEN: undefined },
    });
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        /Changed:\n +~ +one [^]*title: nothing → "One"\n +\/casting: .* → .*\n\nOnly in the second:\n +\+ +three[^]*\nOnly in the first:\n +- +two/,
      ) as string,
    ]);
  });

  it('says what was changed on the branch since the folder was exported, and what only in the folder', async () => {
    const own = await makeLibrary();
    await flow.import(bundleOf([castFunction('old', '1'), castFunction('gone', '1'), castFunction('ours', '1')]), own);
    await run('export', own.key, '-o', 'library/', '--yes');
    expect(await run('drift', 'library', '--against', own.key, '--detailed-exitcode')).toContain(
      'No drift, 10 resources as in library.',
    );
    await change(own, 'old', '2');
    await change(own, 'new', '1');
    await remove(own, 'gone');
    await edit('library/fast-data/CastFunction/ours.json', '{ 1 }', '{ 2 }');
    const { code, document } = await home.json(['drift', 'library', '--against', own.key, '--detailed-exitcode']);
    expect([code, shortOf(document)]).toEqual([
      2,
      ['REMOVED gone BRANCH', 'ADDED new UNKNOWN', 'CHANGED old BRANCH', 'CHANGED ours FOLDER'],
    ]);
    const said = await run('drift', 'library', '--against', own.key);
    expect(said).toMatch(
      /^Changed on \S+:\n +- +gone[^]*~ +old +cast function +by admin, [^]*\nOnly on \S+: new there, or deleted in library:\n +\+ +new +cast function +by admin, [^]*Changed in library, and not imported yet:\n +~ +ours +cast function *\n +\/casting: .*1.* → .*2/,
    );
    expect(said).toContain('3 resources drifted');
  });

  it('knows what the branch had long ago, however often it was changed since', async () => {
    await run('export', library.key, '-o', 'library/', '--yes');
    const { id, spec } = (await flow.resources(library)).find(({ name }) => name === 'normalizeIsbn')!;
    const mutation = 'mutation($input: UpdateResourceInput!) { updateResource(input: $input) { problems { code } } }';
    for (let at = 1; at <= 101; at += 1)
      await flow.ask(mutation, { input: { id, spec: { ...spec, description: String(at) } } });
    expect(shortOf(await diff('drift', 'library', '--against', library.key))).toEqual(['CHANGED normalizeIsbn BRANCH']);
  });

  it('says what was changed on the branch since the folder was imported', async () => {
    await takeFolder();
    await run('import', 'library', '--into', club.key, '--yes');
    expect(await run('drift', 'library', '--against', club.key)).toContain('No drift, 7 resources');
    await remove(club, 'sv_member_loans');
    await change(club, 'normalizeIsbn', 'other');
    expect(shortOf(await diff('drift', 'library', '--against', club.key))).toEqual([
      'CHANGED normalizeIsbn BRANCH',
      'REMOVED sv_member_loans UNKNOWN',
    ]);
  });

  it('takes names and modes that an import has chosen for no change, but a later rename for one', async () => {
    await run('export', library.key, '-o', 'library/', '--yes');
    const renames = ['--rename', 'sv_member_loans=sv_library_loans', '--rename', 'pr_loans=pr_library_loans'];
    await run('import', 'library', '--into', club.key, '--yes', '--mode', 'Projection=reference', ...renames);
    const drift = ['drift', 'library', '--against', club.key, '--detailed-exitcode'];
    expect(await run(...drift)).toBe('No drift, 7 resources as in library.\n');
    await rename(club, 'sv_library_loans', 'sv_club_loans');
    const { code, document } = await home.json(drift);
    expect([code, shortOf(document)]).toEqual([2, ['RENAMED sv_club_loans BRANCH']]);
  });

  it('says what was changed on the branch of what an import has renamed', async () => {
    await takeFolder();
    await run('import', 'library', '--into', club.key, '--yes', '--rename', 'normalizeIsbn=libraryIsbn');
    const { id, spec } = (await flow.resources(club)).find(({ name }) => name === 'libraryIsbn')!;
    const mutation = 'mutation($input: UpdateResourceInput!) { updateResource(input: $input) { problems { code } } }';
    await flow.ask(mutation, { input: { id, spec: { ...spec, casting: 'function other() {}' } } });
    expect(shortOf(await diff('drift', 'library', '--against', club.key))).toEqual(['RENAMED libraryIsbn BRANCH']);
  });

  it.each([
    [['diff', 'none.json', 'x'], 1, 'There is no file none.json.'],
    [['diff', '01a21fbc-a50b-7229-aaaf-f505a7d995d9', 'x'], 1, 'There is no task'],
    [['diff', 'none', 'x'], 1, 'There is no file none, and no project of that name.'],
    [['drift', 'none', '--against', 'x'], 1, 'There is no file none, and no project of that name.'],
    [['diff', 'a', 'b', '--format', 'xml'], 64, '--format cannot be "xml"'],
  ])('refuses %j with a sentence', async (args, code, sentence) => {
    expect(await home.run(args)).toMatchObject({ code, stderr: expect.stringContaining(sentence) as string });
  });
});
