import { chmod, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { CliHome } from '../support/cli.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('signing in', () => {
  let server: ServerClient;
  let home: CliHome;
  beforeAll(async () => {
    server = await sharedServer();
  });
  beforeEach(async () => {
    home = await CliHome.make();
  });
  afterEach(() => home.remove());

  const logIn = (...more: string[]) =>
    home.run(['login', server.url, '--token-stdin', ...more], { input: server.token });

  it('stores a profile that only its owner can read, and uses it', async () => {
    expect(await logIn()).toMatchObject({ code: 0, stdout: expect.stringContaining('You are admin at ') as string });
    for (const name of ['profiles.json', 'credentials.json'])
      expect((await stat(path.join(home.configDir, name))).mode & 0o777).toBe(0o600);
    expect((await stat(home.configDir)).mode & 0o777).toBe(0o700);
    expect(await readFile(path.join(home.configDir, 'profiles.json'), 'utf8')).not.toContain(server.token);
    expect(await home.run(['projects'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('with a wrong token stores nothing', async () => {
    const { code, stderr } = await home.run(['login', server.url, '--token-stdin'], { input: 'wbt_wrong' });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Error: .+\nFix: {3}.+/) as string]);
    expect(await home.run(['profile'])).toMatchObject({ stdout: 'There is no profile yet: waybill login URL\n' });
  });

  it('asks for the token on a terminal, and does not show it', async () => {
    const running = home.start(['login', server.url], { isTerminal: true, env: { TERM: 'xterm' } });
    await running.says('Token for ');
    const { code, stdout } = await home
      .run(['login', server.url], { isTerminal: true, env: { TERM: 'xterm' }, input: `${server.token}\r` })
      .finally(() => {
        running.kill('SIGTERM');
      });
    expect(code).toBe(0);
    expect(stdout.slice(stdout.indexOf('Token for '))).toContain('You are admin');
    await running.end;
  });

  it('without a terminal says how to give the token', async () => {
    expect(await home.run(['login', server.url])).toMatchObject({
      code: 1,
      stderr:
        'Error: Nobody can be asked for the token.\nFix:   Write it to stdin and add --token-stdin. A pipeline needs no profile: set WAYBILL_URL and WAYBILL_TOKEN.\n',
    });
  });

  it('has profiles to choose from, and forgets one', async () => {
    await logIn('--profile', 'one');
    expect(await logIn('--profile', 'two')).toMatchObject({
      stdout: expect.stringContaining('instead of "one"; to change that: waybill profile one') as string,
    });
    const { document } = await home.json(['profile']);
    expect(document).toMatchObject({
      profiles: [
        { name: 'one', isCurrent: false },
        { name: 'two', isCurrent: true },
      ],
    });
    expect(await home.run(['profile', 'one'])).toMatchObject({ code: 0 });
    expect(await home.run(['profile', 'tow'])).toMatchObject({
      code: 1,
      stderr: 'Error: There is no profile "tow".\nFix:   Did you mean "two"? `waybill profile` lists them.\n',
    });
    expect(await home.run(['logout'])).toMatchObject({ code: 0 });
    expect(await home.run(['projects'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('No server is chosen') as string,
    });
    expect(await home.run(['projects', '--profile', 'two'])).toMatchObject({ code: 0 });
  });

  it.each(['Staging', 'admin', 'a b', ''])('refuses "%s" as the name of a profile', async (name) => {
    expect(await logIn('--profile', name)).toMatchObject({ code: 64 });
  });

  it('does not read a stored token where CI is set', async () => {
    await logIn();
    // What cannot be read would be a fault if it were read.
    await chmod(path.join(home.configDir, 'credentials.json'), 0o644);
    expect(await home.run(['projects'], { env: { CI: 'true' } })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /stored tokens are not used[^]*Set WAYBILL_TOKEN or WAYBILL_DEFAULT_TOKEN/,
      ) as string,
    });
    const env = { CI: 'true', WAYBILL_DEFAULT_TOKEN: server.token };
    expect(await home.run(['projects'], { env })).toMatchObject({ code: 0 });
    expect(await home.run(['projects'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Other users of this machine can read the tokens') as string,
    });
  });

  it('sends a token to no other server than that of its profile', async () => {
    await logIn('--profile', 'live');
    // Nothing listens there: whatever is sent would be told as a fault of the connection.
    const url = 'http://127.0.0.1:9';
    const refused = { code: 1, stderr: expect.stringContaining('No token was sent.') as string };
    expect(await home.run(['projects', '--url', url])).toMatchObject(refused);
    expect(await home.run(['projects'], { env: { WAYBILL_URL: url } })).toMatchObject(refused);
    const env = { WAYBILL_LIVE_TOKEN: server.token };
    expect(await home.run(['projects', '--url', url, '--profile', 'live'], { env })).toMatchObject(refused);
  });

  it('needs no profile where the variables have everything', async () => {
    const env = { WAYBILL_URL: `${server.url}/graphql`, WAYBILL_TOKEN: server.token, CI: '1' };
    expect(await home.run(['projects'], { env })).toMatchObject({ code: 0, stderr: '' });
  });

  it('says that a server does not answer, and that an address is none of a server', async () => {
    const env = { WAYBILL_TOKEN: server.token };
    expect(await home.run(['projects', '--url', 'http://127.0.0.1:9'], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/does not answer: .+\nFix: {3}Check the address/) as string,
    });
    expect(await home.run(['projects', '--url', 'waybill'], { env })).toMatchObject({ code: 64 });
  });
});
