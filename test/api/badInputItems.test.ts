import { castFunction, projection, singleView, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf, lineOfRecord } from '../support/importBundle.js';
import { codesOf, ImportFlow, type PlanView } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('an item that cannot be imported', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const good = castFunction('good');

  it.each([
    [
      'has a kind that is not known',
      { ...good, kind: 'fast-data/Unknown' },
      'UNKNOWN_KIND',
      ['kind'],
      /has no kind "fast-data\/Unknown"/,
    ],
    [
      'has a spec that breaks its schema',
      castFunctionWith({ type: 'special' }),
      'SPEC_INVALID',
      ['type'],
      /must be one of default, custom/,
    ],
    [
      'lacks what its schema asks for',
      { ...good, spec: {} },
      'SPEC_INVALID',
      [],
      /lacks the member "casting"|lacks the member/,
    ],
    [
      'has a digest of its own that does not match',
      { ...good, digest: `sha256:${'1'.repeat(64)}` },
      'DIGEST_MISMATCH',
      ['digest'],
      /differs from the digest/,
    ],
    ['has a name of 81 characters', castFunction('a'.repeat(81)), 'NAME_INVALID', ['name'], /longer than 80/],
    ['has a control character in its name', singleView('a\u0007b'), 'NAME_INVALID', ['name'], /control characters/],
    [
      'has an invisible character in its name',
      singleView('a\u200bb'),
      'NAME_INVALID',
      ['name'],
      /invisible characters/,
    ],
    ['has a name of two alphabets', systemOfRecord('оrders'), 'NAME_LOOKALIKE', ['name'], /mixes letters/],
    [
      'has a name that its kind does not allow',
      singleView('with space'),
      'NAME_INVALID',
      ['name'],
      /is not valid for a single view/,
    ],
    [
      'has the key __proto__',
      castFunctionWith(JSON.parse('{"__proto__":{"isAdmin":true}}') as object),
      'FORBIDDEN_KEY',
      ['__proto__'],
      /__proto__/,
    ],
    [
      'has the key constructor',
      castFunctionWith({ constructor: { prototype: {} } }),
      'FORBIDDEN_KEY',
      ['constructor'],
      /constructor/,
    ],
    [
      'does not say its parent',
      { ...projection('orders', { system: 'x' }), parent: undefined as never },
      'PARENT_REQUIRED',
      ['parent'],
      /System of Record/,
    ],
  ])('%s: it is blocked, and the rest is not', async (...[, bad, code, path, message]) => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf([good, { ...bad, name: bad.name === 'good' ? 'bad' : bad.name }]), place);
    expect(plan).toMatchObject({ status: 'READY', isExecutable: false, counts: { total: 2, create: 1, blocked: 1 } });
    const item = plan.items.edges[1]!.node;
    expect(item).toMatchObject({ action: 'BLOCKED', line: lineOfRecord(1) });
    expect(item.problems.find((problem) => problem.code === code)).toMatchObject({
      severity: 'ERROR',
      line: lineOfRecord(1),
      message: expect.stringMatching(message) as string,
      path,
    });
    expect(codesOf((await flow.execute(plan.id)).problems)).toEqual(['PLAN_NOT_EXECUTABLE']);
    expect(await flow.resources(place)).toEqual([]);
    expect((await flow.execute(plan.id, 'ON_ERROR_CONTINUE')).task).toMatchObject({ createdCount: 1, failedCount: 1 });
    expect((await flow.resources(place)).map(({ name }) => name)).toEqual(['good']);
  });

  it('has the name of another: both are blocked, and each names both lines', async () => {
    const place = await flow.makeProject();
    const twins = [castFunction('twin', 'one()'), good, castFunction('twin', 'two()')];
    const plan = await flow.stage(bundleOf(twins), place);
    expect(plan.counts).toMatchObject({ create: 1, blocked: 2 });
    const problems = plan.items.edges.flatMap(({ node }) => node.problems);
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['DUPLICATE_IN_FILE', '"twin" is in the file more than once: on line 6 and on line 8.'],
      ['DUPLICATE_IN_FILE', '"twin" is in the file more than once: on line 8 and on line 6.'],
    ]);
    expect((await flow.execute(plan.id)).task).toBeNull();
  });

  it('has the name of another on its line: both are named by their place among the items', async () => {
    const file = JSON.stringify([
      { externalReferenceCode: 'a' },
      { externalReferenceCode: 'b' },
      { externalReferenceCode: 'a' },
    ]);
    const plan = await flow.stage(file, await flow.makeProject(), { options: { kind: 'objects/Picklist' } });
    const problems = plan.items.edges.flatMap(({ node }) => node.problems);
    expect(problems.filter(({ code }) => code === 'DUPLICATE_IN_FILE').map(({ message }) => message)).toEqual([
      '"a" is in the file more than once: on line 1 (item 1) and on line 1 (item 3).',
      '"a" is in the file more than once: on line 1 (item 3) and on line 1 (item 1).',
    ]);
  });

  it('has the name of another of its namespace, of another kind', async () => {
    const records = [systemOfRecord('erp'), projection('same', { system: 'erp' }), singleView('same')];
    const plan = await flow.stage(bundleOf(records), await flow.makeProject());
    expect(plan.counts).toMatchObject({ create: 1, blocked: 2 });
    expect(codesOf(plan.items.edges[2]!.node.problems)).toContain('DUPLICATE_IN_FILE');
  });

  it('reports all of its faults at once', async () => {
    const bad = castFunctionWith({ dataType: 7, casting: '', type: 'special' });
    const plan = await flow.stage(bundleOf([{ ...bad, name: 'a b' }]), await flow.makeProject());
    const { problems } = plan.items.edges[0]!.node;
    expect(problems.map(({ code, path }) => [code, path.join('/')])).toEqual(
      expect.arrayContaining([
        ['NAME_INVALID', 'name'],
        ['SPEC_INVALID', 'dataType'],
        ['SPEC_INVALID', 'casting'],
        ['SPEC_INVALID', 'type'],
      ]),
    );
  });

  it('is as deep as is read: a spec of exactly that depth is imported, and one level more is refused', async () => {
    const place = await flow.makeProject();
    const atLimit = { ...systemOfRecord('deep'), spec: { adapter: 'basic', settings: JSON.parse(deep(98)) as object } };
    expect(await staged(atLimit)).toMatchObject({ status: 'READY', counts: { create: 1 } });
    const beyond = { ...systemOfRecord('deep'), spec: { adapter: 'basic', settings: JSON.parse(deep(101)) as object } };
    expect(await staged(beyond)).toMatchObject({ status: 'FAILED', problems: [{ code: 'NESTING_TOO_DEEP' }] });

    function staged(record: object): Promise<PlanView> {
      return flow.stage(bundleOf([record as never]), place);
    }
  });

  it('does not reach the prototype of anything in the server', async () => {
    const place = await flow.makeProject();
    const polluting = castFunctionWith(JSON.parse('{"__proto__":{"polluted":true}}') as object);
    await flow.stage(bundleOf([polluting]), place);
    const named = [castFunction('__proto__'), castFunction('constructor'), castFunction('toString')];
    const plan = await flow.stage(bundleOf(named), place);
    expect(plan.items.edges.map(({ node }) => [node.name, node.action])).toEqual([
      ['__proto__', 'BLOCKED'],
      ['constructor', 'BLOCKED'],
      ['toString', 'CREATE'],
    ]);
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect(task?.failedCount).toBe(plan.counts.blocked);
  });

  function castFunctionWith(spec: object) {
    return { ...good, name: 'bad', spec: { ...good.spec, ...withOwnKeys(spec) } };
  }
});

/** An object literal would take `__proto__` for the prototype. */
function withOwnKeys(object: object): Record<string, never> {
  return Object.defineProperties({}, Object.getOwnPropertyDescriptors(object));
}

function deep(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
}
