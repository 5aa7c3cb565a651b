import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { CliHome } from '../support/cli.js';
import { castFunction, singleView } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { libraryFile } from '../support/libraryScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('looking closer with the command line', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let home: CliHome;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
    home = await CliHome.make(server);
    place = await flow.makeProject([], server.keyFor('cli-showing'));
    await flow.import(libraryFile, place);
  });
  afterAll(() => home.remove());

  it('shows a resource with its spec', async () => {
    const { code, stdout } = await home.run(['show', place.key, 'pr_books']);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^kind +projection \(fast-data\/Projection\)$/m) as string,
    ]);
    expect(stdout).toContain('"castFunction": "normalizeIsbn"');
    expect(await home.json(['show', place.key, 'pr_books'])).toMatchObject({
      document: { resource: { name: 'pr_books' } },
    });
  });

  it('asks for the kind of a name that several resources have, and says what was meant', async () => {
    const { code, stderr } = await home.run(['show', place.key, 'lending']);
    expect([code, stderr]).toEqual([64, expect.stringContaining('Add --kind, such as --kind fast-data/') as string]);
    expect(await home.run(['show', place.key, 'lending', '--kind', 'ErSchema'])).toMatchObject({ code: 0 });
    expect(await home.run(['show', place.key, 'pr_boks'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('has no resource "pr_boks"') as string,
    });
  });

  it('shows what a resource needs, and what needs it, nearest first', async () => {
    const needs = await home.run(['deps', place.key, 'sv_member_loans']);
    expect(needs.stdout).toMatch(
      /pr_books +projection +1 +sv_member_loans\n[^]*normalizeIsbn +cast function +2 +pr_books\n/,
    );
    const needed = await home.run(['deps', place.key, 'normalizeIsbn', '--reverse', '--depth', '1']);
    expect(needed.stdout).toContain('pr_books');
    expect(needed.stdout).not.toContain('sv_member_loans');
  });

  it('says why a resource needs another, from both sides', async () => {
    const lines = [
      expect.stringMatching(/^sv_member_loans needs pr_books, at \//),
      'pr_books needs normalizeIsbn, at /fields/0/castFunction',
      '',
    ];
    const down = await home.run(['deps', place.key, 'sv_member_loans', '--why', 'normalizeIsbn']);
    expect(down.stdout.split('\n')).toEqual(lines);
    const up = await home.run(['deps', place.key, 'normalizeIsbn', '--reverse', '--why', 'sv_member_loans']);
    expect(up.stdout.split('\n')).toEqual(lines);
    expect(await home.run(['deps', place.key, 'normalizeIsbn', '--why', 'pr_books'])).toMatchObject({ code: 1 });
  });

  it('draws a graph for Graphviz', async () => {
    const { stdout } = await home.run(['deps', place.key, 'pr_books', '--dot']);
    expect(stdout).toMatch(/^digraph waybill \{\n[^]*\[label="normalizeIsbn \(cast function\)"\];\n[^]* -> [^]*\}\n$/);
  });

  it('writes a plan as a comment for a pull request', async () => {
    const target = await flow.makeProject([], server.keyFor('cli-markdown'));
    await flow.import(bundleOf([castFunction('same', 'return 1'), castFunction('taken', 'return 1')]), target);
    const names = ['same', 'taken'].map((name) => castFunction(name, 'return 2'));
    await writeFile(home.file('changed.json'), bundleOf(names));
    const args = ['plan', 'changed.json', '--into', target.key, '--format', 'markdown'];
    const upsert = await home.run([...args, '--create-strategy', 'upsert', '--out', 'plan.json']);
    expect(upsert.code).toBe(0);
    expect(upsert.stdout).toMatch(/^### Import into `.+`\n\n\*\*2 to update\*\* from /);
    expect(upsert.stdout).toContain('| cast function | 2 |');
    expect(upsert.stdout).toMatch(
      /<details><summary>Changes what is here: 2<\/summary>\n\n- `same` \(cast function\): update\n {2}- `\/.+`: `.+` → `.+`/,
    );
    expect(upsert.stdout).toMatch(/To carry it out exactly: `waybill apply plan.json`, at http:\/\/\S+\n$/);
    const collision = await home.run(args);
    expect(collision).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('#### To decide: 2 items\n- `same`') as string,
    });
    expect(JSON.parse((await home.run([...args.slice(0, -1), 'json'])).stdout)).toMatchObject({
      plan: { counts: { collision: 2 } },
    });
  });

  it('names in that comment what breaks, however many other items change', async () => {
    const target = await flow.makeProject([], server.keyFor('cli-markdown-breaking'));
    const functions = (body: string) => Array.from({ length: 60 }, (_, at) => castFunction(`f${String(at)}`, body));
    const config = (field: string) => ({ SV_CONFIG: { dependencies: {}, mapping: { [field]: '__string__[x]' } } });
    const view = (field: string) =>
      singleView('sv_trees', { aggregation: { version: '1.0.0', config: config(field) } });
    await flow.import(bundleOf([...functions('return 1'), view('height')]), target);
    await writeFile(home.file('changed.json'), bundleOf([...functions('return a || b'), view('width')]));
    const args = ['plan', 'changed.json', '--into', target.key, '--format', 'markdown'];
    const { stdout } = await home.run([...args, '--create-strategy', 'upsert']);
    expect(stdout).toContain('**61 to update**');
    expect(stdout).not.toContain('`sv_trees` (single view)');
    expect(stdout).toMatch(/#### Breaking changes\n- `sv_trees`: The update replaces .* are removed: .*height/);
    expect(stdout).toContain('- … and 11 more');
    expect(stdout).toMatch(/→ `[^`]* \|\| b/);
  });

  it.each(['bash', 'zsh', 'fish'])('completes commands and options in %s', async (shell) => {
    const { code, stdout } = await home.run(['completion', shell]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('export') as string]);
    if (shell !== 'bash') return;
    const line = 'COMP_WORDS=(waybill export --ki); COMP_CWORD=2; _waybill; echo "${COMPREPLY[@]}"';
    expect((await promisify(execFile)('bash', ['-c', `${stdout}\n${line}`])).stdout).toBe('--kind\n');
  });
});
