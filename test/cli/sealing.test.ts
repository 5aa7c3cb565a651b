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
    expect(await apply()).toMatchObject({ code: 1, stderr: expect.stringContaining('was already executed') as string });
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

  it('expires', async () => {
    await seal('--expires-in', '1');
    const sealed = await sealedPlan();
    expect(Date.parse(sealed['expiresAt']!) - Date.parse(sealed['sealedAt']!)).toBe(86_400_000);
    await writeFile(home.file('plan.json'), JSON.stringify({ ...sealed, expiresAt: '2026-01-01T00:00:00.000Z' }));
    expect(await apply()).toMatchObject({ code: 1, stderr: expect.stringContaining('has expired') as string });
  });

  it('of another server, or a plan that is gone, is told', async () => {
    await seal();
    const sealed = await sealedPlan();
    await writeFile(
      home.file('plan.json'),
      JSON.stringify({ ...sealed, planId: sealed['planId']!.replace(/^.{4}/, '0000') }),
    );
    expect(await apply()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/has no such plan[^]*It was sealed at/) as string,
    });
    expect(await home.run(['apply', 'none.json'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no file none.json') as string,
    });
  });
});
