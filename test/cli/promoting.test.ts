import { CliHome } from '../support/cli.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { libraryFile } from '../support/libraryScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

describe('promoting a branch', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let home: CliHome;
  let library: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
    library = await flow.makeProject([], server.keyFor('cli-promoted'));
    await flow.import(libraryFile, library);
  });
  beforeEach(async () => {
    home = await CliHome.make();
  });
  afterEach(() => home.remove());

  it('copies it to another branch of its server', async () => {
    const env = { WAYBILL_URL: server.url, WAYBILL_TOKEN: server.token };
    const target = await flow.makeProject([], server.keyFor('cli-target'));
    const args = ['promote', library.key, '--to', `${target.key}/main`, '--yes'];
    expect(await home.run(args, { env })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Imported: 7 created.') as string,
    });
    const again = await home.run(args, { env });
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing to import') as string });
    const same = ['promote', library.key, '--to', library.key, '--yes'];
    expect(await home.run(same, { env })).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('Both are the same branch.') as string,
    });
  });

  it('has no options of files, and says how its plan is sealed', async () => {
    const { stdout } = await home.run(['promote', '--help']);
    expect(stdout).toContain('--out FILE');
    expect(stdout).not.toMatch(/--definition|--record-kind|--strict|--out <file>/);
    expect(await home.run(['promote', 'a', '--to', 'live:b', '--out', 'plan.json'])).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('`waybill plan a --into live:b --out plan.json`') as string,
    });
  });

  describe('to another server', () => {
    let live: TestServer;
    let target: Place;
    beforeAll(async () => {
      live = await startTestServer();
      target = await new ImportFlow(live).makeProject([], 'library');
    });
    afterAll(() => live.stop());

    it('exports it here and imports it there, each with its own token', async () => {
      await home.run(['login', server.url, '--token-stdin', '--profile', 'staging'], { input: server.token });
      await home.run(['login', live.url, '--token-stdin', '--profile', 'live'], { input: live.token });
      const args = ['promote', `staging:${library.key}`, '--to', 'live:library', '--kind', 'single view'];
      const planned = await home.run(args);
      expect(planned).toMatchObject({ code: 1, stderr: expect.stringContaining('Add --yes') as string });
      const { code, document } = await home.json([...args, '--yes', '--mode', 'CastFunction=reference']);
      expect([code, document]).toMatchObject([0, { task: { createdCount: 7 } }]);
      const resources = await new ImportFlow(live).resources(target);
      expect(resources.map(({ origin }) => origin?.project?.key)).toEqual(resources.map(() => library.key));
    });

    it('is planned and sealed first, and the commands that are printed go to the right server', async () => {
      await home.run(['login', live.url, '--token-stdin', '--profile', 'live'], { input: live.token });
      await home.run(['login', server.url, '--token-stdin', '--profile', 'staging'], { input: server.token });
      const sealed = await new ImportFlow(live).makeProject([], 'sealed');
      const args = ['plan', library.key, '--into', `live:${sealed.key}`, '--out', 'plan.json'];
      expect(await home.run(args)).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('To carry it out: waybill apply plan.json --profile live\n') as string,
      });
      const markdown = await home.run([...args, '--format', 'markdown']);
      const address = live.url.replace(/\/graphql$/, '');
      expect(markdown.stdout).toContain(
        `To carry it out exactly: \`waybill apply plan.json --profile live\`, at ${address}\n`,
      );
      expect(await home.run(['apply', 'plan.json'])).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/It was sealed at \S+: add --profile live\.\n/) as string,
      });
      const { code, stdout } = await home.run(['apply', 'plan.json', '--profile', 'live']);
      expect([code, stdout]).toEqual([0, expect.stringContaining('Imported: 7 created.') as string]);
      const [, undo = ''] = /To take it back: waybill (undo \S+ --profile live)\n/.exec(stdout) ?? [];
      expect(await home.run([...undo.split(' '), '--yes'])).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('Undone: 7 deleted.') as string,
      });
      expect(await home.run(['import', library.key, '--into', 'live:none'])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('`waybill projects --profile live` lists them.') as string,
      });
      expect(await home.run(['plan', 'C:\\none.json', '--into', 'live:none'])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('There is no file C:\\none.json.') as string,
      });
    });

    it('never sends the general token to both', async () => {
      await new ImportFlow(live).makeProject([], 'other');
      const env = {
        WAYBILL_TOKEN: server.token,
        CI: 'true',
        WAYBILL_STAGING_URL: server.url,
        WAYBILL_LIVE_URL: live.url,
      };
      const args = ['promote', `staging:${library.key}`, '--to', 'live:other', '--yes', '--create-strategy', 'upsert'];
      expect(await home.run(args, { env })).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('Fix:   Set WAYBILL_LIVE_TOKEN in the pipeline.') as string,
      });
      const tokens = { WAYBILL_STAGING_TOKEN: server.token, WAYBILL_LIVE_TOKEN: live.token };
      expect(await home.run(args, { env: { ...env, ...tokens } })).toMatchObject({ code: 0 });
    });
  });
});
