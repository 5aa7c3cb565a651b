import { readFile, writeFile } from 'node:fs/promises';
import { CliHome } from '../support/cli.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('a plan that is sealed and applied', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let home: CliHome;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });
  beforeEach(async () => {
    home = await CliHome.make(server);
    place = await flow.makeProject([], server.keyFor('cli-sealed'));
    await writeFile(
      home.file('two.json'),
      bundleOf([castFunction('one', 'return 1'), castFunction('two', 'return 2')]),
    );
  });
  afterEach(() => home.remove());

  const seal = (...more: string[]) =>
    home.run(['plan', 'two.json', '--into', place.key, '--out', 'plan.json', ...more]);
  const apply = () => home.run(['apply', 'plan.json']);
  const sealedPlan = async () => JSON.parse(await readFile(home.file('plan.json'), 'utf8')) as Record<string, string>;

  it('is carried out, in a pipeline without a question', async () => {
    expect(await seal('--detailed-exitcode')).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('To carry it out: waybill apply plan.json') as string,
    });
    const end = await home.run(['apply', 'plan.json'], { env: { CI: 'true' } });
    expect(end).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('Imported: 2 created.') as string,
    });
    expect(await apply()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/was already executed\.\nFix: +See task/) as string,
    });
    const [, id = ''] = /waybill undo (\S+)/.exec(end.stdout) ?? [];
    expect(await home.run(['undo', id, '--yes'])).toMatchObject({ code: 0 });
    expect(await apply()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /the import was undone\.\nFix: +Make a new plan with `waybill plan --out`/,
      ) as string,
    });
    const again = await home.run(['undo', id, '--yes']);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('The task was already undone.') as string });
    expect(again.stdout).not.toContain('is deleted');
    const [, undoOfUndo = ''] = /undo its undo: waybill undo (\S+)\n/.exec(again.stderr) ?? [];
    expect(await home.run(['undo', undoOfUndo, '--yes'])).toMatchObject({ code: 0 });
    expect(await flow.resources(place)).toHaveLength(2);
  });

  it('is refused when it was amended, and says what differs', async () => {
    await seal();
    const { planId } = await sealedPlan();
    await flow.select(planId!, false, { itemIds: [(await flow.plan(planId!)).items.edges[0]!.node.id] });
    const { code, stderr } = await apply();
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('Sealed: 2 to create. Now: 1 to create, 1 left out.') as string,
    ]);
    expect(stderr).toContain('Other items are selected than in the approved plan.');
    expect(await flow.resources(place)).toEqual([]);
  });

  it('is refused when the branch has changed, and names the resource, each time', async () => {
    await seal();
    await flow.create(place, castFunction('one', 'return 3'));
    for (const sentence of [
      'The cast function "one" was created on the branch',
      'Changed since the upload: cast function "one"',
    ]) {
      const { code, stderr } = await apply();
      expect([code, stderr]).toEqual([1, expect.stringContaining(sentence) as string]);
      expect(stderr).toContain('Now: 1 in collision, 1 to create.');
    }
  });

  it('is refused with the true number of what has changed, told once', async () => {
    const many = bundleOf(Array.from({ length: 150 }, (_, at) => castFunction(`each${String(at)}`, 'return 1')));
    await writeFile(home.file('two.json'), many);
    await seal();
    await flow.import(many, place);
    const { code, stderr } = await apply();
    expect([code, stderr.match(/[\d,]+ more/g)]).toEqual([1, ['50 more']]);
  });

  it('cannot be changed by hand', async () => {
    await seal();
    const sealed = await sealedPlan();
    await writeFile(
      home.file('plan.json'),
      JSON.stringify({ ...sealed, fingerprint: `${sealed['fingerprint']!.slice(0, -1)}_` }),
    );
    expect(await apply()).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing was imported') as string });
    expect(await flow.resources(place)).toEqual([]);
  });

  it('expires on the server, whatever the file says', async () => {
    await seal('--expires-in', '1');
    const sealed = await sealedPlan();
    const parts = sealed['fingerprint']!.split('.');
    expect(Number.parseInt(parts.at(-2)!, 36)).toBe(Date.parse(sealed['expiresAt']!));
    const query = `{ importPlan(id: "${sealed['planId']!}") { fingerprint(expiresAt: "2020-01-01T00:00:00.000Z") } }`;
    const { importPlan } = await flow.ask<{ importPlan: { fingerprint: string } }>(query, {});
    await writeFile(home.file('plan.json'), JSON.stringify({ ...sealed, fingerprint: importPlan.fingerprint }));
    expect(await apply()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /The approval of the plan has expired[^]*Fix: +Let the plan be approved again/,
      ) as string,
    });
    expect(await flow.resources(place)).toEqual([]);
  });

  it('is not written while something is to be decided', async () => {
    await flow.create(place, castFunction('one', 'return 3'));
    expect(await seal()).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('plan.json was not written') as string,
    });
    expect(await seal('--on-error', 'continue')).toMatchObject({ code: 3 });
    expect(await apply()).toMatchObject({ code: 4, stdout: expect.stringContaining('1 created, 1 failed') as string });
  });

  it.each([
    ['{"format":"waybill/bundle"}', 'is no sealed plan'],
    ['nothing', 'is no sealed plan'],
    ['{"format":"waybill/sealed-plan","version":2}', 'of another version'],
  ])('is not %s', async (text, sentence) => {
    await writeFile(home.file('plan.json'), text);
    expect(await apply()).toMatchObject({ code: 1, stderr: expect.stringContaining(sentence) as string });
  });

  let sealedOnce: Record<string, string> | undefined;
  it.each([
    ['counts', undefined],
    ['counts', null],
    ['counts', { create: -1 }],
    ['sealedAt', 'not a time'],
    ['expiresAt', '9999999'],
    ['into', {}],
    ['from', ['x']],
    ['planId', 7],
    ['importStrategy', 'ON_ERROR_IGNORE'],
  ])('is damaged if its %s is %j', async (member, value) => {
    // One plan for all: none of them is carried out.
    if (sealedOnce === undefined) {
      await seal();
      sealedOnce = await sealedPlan();
    }
    const sealed: Record<string, unknown> = sealedOnce;
    await writeFile(home.file('plan.json'), JSON.stringify({ ...sealed, [member]: value }));
    expect(await apply()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/or damaged[^]*Make the plan again/) as string,
    });
    expect((await flow.plan(String(sealed['planId']))).status).toBe('READY');
  });

  it('says what the server has, whatever the file says', async () => {
    await seal();
    const sealed = await sealedPlan();
    const counts = { ...(sealed['counts'] as unknown as object), create: 99 };
    await writeFile(home.file('plan.json'), JSON.stringify({ ...sealed, into: 'elsewhere/main', counts }));
    const { code, stdout } = await apply();
    expect([code, stdout]).toEqual([0, expect.stringContaining(`into ${place.key}/main, sealed`) as string]);
    expect(stdout).toContain(': 2 to create.');
  });

  it('is written into a folder that is made for it, and into nothing that is no file', async () => {
    const sealInto = (out: string) => home.run(['plan', 'two.json', '--into', place.key, '-o', out]);
    expect(await sealInto('approved/by/plan.json')).toMatchObject({ code: 0 });
    expect(JSON.parse(await readFile(home.file('approved/by/plan.json'), 'utf8'))).toMatchObject({ version: 1 });
    expect(await sealInto('approved')).toMatchObject({
      code: 1,
      stderr: 'Error: approved is a folder.\nFix:   Name a file.\n',
    });
    expect(await sealInto('two.json/plan.json')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('A part of two.json/plan.json is a file, not a folder.') as string,
    });
    expect(await home.run(['apply', 'approved'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('approved is a folder.') as string,
    });
  });

  it.each([
    ['366', 'up to 365'],
    ['0', 'above 0'],
  ])('cannot be applied for %s days', async (days, bound) => {
    expect(await seal('--expires-in', days)).toMatchObject({
      code: 64,
      stderr: expect.stringContaining(
        `--expires-in cannot be "${days}".\nFix:   Give a whole number ${bound}.`,
      ) as string,
    });
  });

  it('expires', async () => {
    await seal('--expires-in', '1');
    const sealed = await sealedPlan();
    expect(Date.parse(sealed['expiresAt']!) - Date.parse(sealed['sealedAt']!)).toBe(86_400_000);
    await writeFile(home.file('plan.json'), JSON.stringify({ ...sealed, expiresAt: '2026-01-01T00:00:00.000Z' }));
    expect(await apply()).toMatchObject({ code: 1, stderr: expect.stringContaining('has expired') as string });
  });

  it('that is gone is told', async () => {
    await seal();
    const sealed = await sealedPlan();
    await writeFile(
      home.file('plan.json'),
      JSON.stringify({ ...sealed, planId: sealed['planId']!.replace(/^.{4}/, '0000') }),
    );
    expect(await apply()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/has no such plan[^]*if it is gone, make it again/) as string,
    });
    expect(await home.run(['apply', 'none.json'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no file none.json') as string,
    });
  });
});
