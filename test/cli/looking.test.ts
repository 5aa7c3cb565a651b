import { CliHome } from '../support/cli.js';
import { libraryFile } from '../support/libraryScene.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('looking at a server', () => {
  let server: ServerClient;
  let home: CliHome;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    home = await CliHome.make(server);
    const flow = new ImportFlow(server);
    place = await flow.makeProject([], server.keyFor('cli-library'));
    await flow.import(libraryFile, place);
  });
  afterAll(() => home.remove());

  it('lists projects, branches and resources as tables', async () => {
    const { stdout } = await home.run(['projects', '--search', place.key]);
    expect(stdout).toMatch(/^PROJECT +NAME +DEFAULT BRANCH +YOUR ROLE\n/);
    expect(stdout).toContain(place.key);
    expect((await home.run(['branches', place.key])).stdout).toContain('3 projections');
    expect((await home.run(['resources', place.key, '--kind', 'Projection'])).stdout.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^pr_books +projection /),
      expect.stringMatching(/^pr_loans +projection /),
      expect.stringMatching(/^pr_members +projection /),
      '',
    ]);
  });

  it('prints exactly one document with --json', async () => {
    const { code, document } = await home.json(['resources', `${place.key}/main`, '--search', 'pr_b']);
    expect([code, document]).toMatchObject([
      0,
      { resources: [{ name: 'pr_books', kind: { name: 'fast-data/Projection' } }] },
    ]);
    expect(await home.json(['resources', 'no-such'])).toMatchObject({
      code: 1,
      document: { exitCode: 1, error: { code: 'NO_PROJECT' } },
    });
    expect(await home.json(['resources'])).toMatchObject({ code: 64, document: { error: { code: 'USAGE' } } });
  });

  it.each([
    [['branches', 'KEYx'], 1, 'There is no project'],
    [['resources', 'KEY/mian'], 1, 'has no branch "mian".\nFix:   Did you mean "main"?'],
    [['resources', 'KEY', '--kind', 'Projektion'], 64, 'Did you mean "Projection"?'],
    [['resurces'], 64, 'Did you mean resources?'],
    [['resources', 'KEY', '--mode', 'x'], 64, 'Use one of: editable, reference.'],
    [['tasks', '--limit', 'many'], 64, '--limit cannot be "many".\nFix:   Give a whole number above 0.'],
    [['watch', 'x'], 1, 'Error: '],
  ])('says what is meant by %j', async (args, code, sentence) => {
    const end = await home.run(args.map((word) => word.replace('KEY', place.key)));
    expect(end.stderr).toContain(sentence);
    expect([end.code, end.stdout]).toEqual([code, '']);
  });

  it('says what is wrong with an address that begins with https where the server has only http', async () => {
    const env = { WAYBILL_URL: server.url.replace('http:', 'https:') };
    const { code, stderr } = await home.run(['projects'], { env });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^Error: \S+ does not speak HTTPS\.\nFix: {3}Check the address: .+\n$/) as string,
    ]);
  });

  it('says where a project is made', async () => {
    const { stderr } = await home.run(['export', 'nowhere', '-o', 'x.json', '--yes']);
    const [, address = ''] = /A project is made in the console: (\S+)\n/.exec(stderr) ?? [];
    expect((await fetch(address)).status).toBe(200);
    expect((await home.run(['projects', '--help'])).stdout).toContain('A project is made in the console');
  });

  it('has help on stdout', async () => {
    const { code, stdout } = await home.run(['--help']);
    expect(code).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+)(?: .*?)? {2,}\S/gm)].map(([, name]) => name!);
    expect(commands).toEqual(expect.arrayContaining(['login', 'export', 'plan', 'import', 'undo']));
    // That of each command: test/unit/cli/program.test.ts.
    const help = await home.run(['help', 'undo']);
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('Usage: waybill undo');
    expect(await home.run([])).toMatchObject({ code: 64, stdout: '' });
    expect((await home.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('shows colour on a terminal only', async () => {
    const plain = await home.run(['projects', '--search', place.key]);
    const escape = '\u{1b}[';
    expect(plain.stdout).not.toContain(escape);
    const env = { TERM: 'xterm' };
    const args = ['projects', '--search', place.key];
    expect((await home.run(args, { isTerminal: true, env })).stdout).toContain(escape);
    expect((await home.run(args, { isTerminal: true, env: { ...env, NO_COLOR: '1' } })).stdout).not.toContain(escape);
    expect((await home.run([...args, '--no-color'], { isTerminal: true, env })).stdout).not.toContain(escape);
  });
});
