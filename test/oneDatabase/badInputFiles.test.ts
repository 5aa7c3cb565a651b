import { castFunction, orchard } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { codesOf, ImportFlow, type Place, type PlanView } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { projectFile } from '../support/projectFile.js';

const fixture = (name: string) => ({ path: projectFile(`test/fixtures/badFiles/${name}`) });
const whole = bundleOf(orchard());
const lines = bundleOf(orchard(), { layout: 'JSONL' });

describe('a file that cannot be imported', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
    place = await flow.makeProject();
    await flow.create(place, castFunction('already-here'));
  });

  it.each([
    ['blank.json', 'FILE_EMPTY', /empty/],
    ['notJson.json', 'FILE_NOT_JSON', /line 1, column 12/],
    ['otherShape.json', 'FORMAT_UNRECOGNIZED', /format is unknown/],
    ['listOfNumbers.json', 'FORMAT_UNRECOGNIZED', /format is unknown/],
    ['onlyText.json', 'FILE_NOT_JSON', /does not start/],
    ['table.csv', 'KIND_REQUIRED', /list of records/],
    ['document.xml', 'FILE_NOT_JSON', /XML/],
    ['loginPage.html', 'FILE_NOT_JSON', /web page/],
    ['document.yaml', 'FILE_NOT_JSON', /YAML/],
    ['packed.json.gz', 'MEDIA_TYPE_UNSUPPORTED', /gzip/],
    ['packed.zip', 'FORMAT_UNRECOGNIZED', /In "bundle.json"/],
    ['utf16.json', 'FILE_NOT_UTF8', /UTF-16/],
    ['notUtf8.json', 'FILE_NOT_UTF8', /line 1/],
  ])('%s is refused with %s', async (name, code, message) => {
    const before = await flow.resources(place);
    const plan = await flow.stage(fixture(name), place);
    expectRefused(plan, code, message);
    expect(await flow.resources(place)).toEqual(before);
  });

  it('empty.json is refused at once, before a plan is made', async () => {
    const { plan, problems } = await server.upload(fixture('empty.json'), { branchId: place.branchId });
    expect(plan).toBeNull();
    expect(problems).toMatchObject([{ code: 'FILE_EMPTY', path: ['input', 'file'] }]);
  });

  it.each([
    [
      'of a newer format version',
      bundleOf(orchard(), { claims: { formatVersion: 2 } }),
      'FORMAT_VERSION_UNSUPPORTED',
      /has version "?2"?; this server supports version 1/,
    ],
    [
      'of a newer format version, as lines',
      bundleOf(orchard(), { claims: { formatVersion: 7 }, layout: 'JSONL' }),
      'FORMAT_VERSION_UNSUPPORTED',
      /supports version 1/,
    ],
    ['of another format', bundleOf(orchard(), { claims: { format: 'other/bundle' } }), 'FORMAT_UNRECOGNIZED', /./],
    ['cut in the middle of a record', whole.slice(0, 700), 'FILE_TRUNCATED', /line \d+/],
    ['cut before the digest', whole.slice(0, whole.lastIndexOf('"digest"')), 'FILE_TRUNCATED', /line \d+/],
    [
      'cut before the last line',
      lines.slice(0, lines.lastIndexOf('{"count"')),
      'FILE_TRUNCATED',
      /the last line with the count/,
    ],
    ['whose last line is cut', lines.slice(0, -20), 'FILE_TRUNCATED', /line 8/],
    [
      'whose digest is another',
      bundleOf(orchard(), { claims: { digest: `sha256:${'0'.repeat(64)}` } }),
      'DIGEST_MISMATCH',
      /changed or damaged/,
    ],
    [
      'whose count is another',
      bundleOf(orchard(), { claims: { count: 5 } }),
      'COUNT_MISMATCH',
      /states 5 resources, but contains 6/,
    ],
    ['whose content was edited', whole.replace('orchard-er', 'orchard-ex'), 'DIGEST_MISMATCH', /changed or damaged/],
    ['without resources', bundleOf([]), 'NOTHING_TO_IMPORT', /no resources/],
    [
      'with a record that has no name',
      whole.replace('"name":"trees"', '"name":""'),
      'ITEM_MALFORMED',
      /line 8 has no name/,
    ],
    [
      'with a record that has no kind',
      whole.replace('"kind":"fast-data/Projection"', '"sort":"projection"'),
      'ITEM_MALFORMED',
      /line 8 does not state its kind/,
    ],
    ['with text behind its end', `${whole}x`, 'FILE_NOT_JSON', /./],
    ['with nesting 10,000 deep', whole.replace('{"adapter":"debezium"}', deep(10_000)), 'NESTING_TOO_DEEP', /line 7/],
    [
      'with nesting 10,000 deep, as lines',
      lines.replace('{"adapter":"debezium"}', deep(10_000)),
      'NESTING_TOO_DEEP',
      /line 3/,
    ],
    ['with a number that is not what was exported', whole.replace('"debezium"', '1e999'), 'DIGEST_MISMATCH', /./],
    [
      'that is an ER schema with one key twice',
      '{"version":"1.0.0","config":{"a":{"outgoing":{}},\n"a":{"outgoing":{}}}}',
      'DUPLICATE_KEY',
      /"a" .* line 2/,
    ],
    [
      'that is an ER schema with nesting 10,000 deep',
      `{"version":"1.0.0","config":${deep(10_000)}}`,
      'NESTING_TOO_DEEP',
      /line 1/,
    ],
  ])('a file %s is refused', async (...[, content, code, message]) => {
    const before = await flow.resources(place);
    const plan = await flow.stage(content, place);
    expectRefused(plan, code, message);
    const { task, problems } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect([task, codesOf(problems)]).toEqual([null, ['PLAN_NOT_READY']]);
    expect(await flow.resources(place)).toEqual(before);
  });

  it('names the formats that it knows when it is asked to read another', async () => {
    const plan = await flow.stage(whole, place, { format: 'waybill/xml' });
    expect(plan).toMatchObject({ status: 'FAILED', problems: [{ code: 'FORMAT_UNSUPPORTED' }] });
    expect(plan.problems[0]?.fix).toContain('waybill/json, waybill/jsonl, objects/jsont');
  });

  it.each(['fast-data/er-schema', 'fast-data/projection-storer', 'waybill/jsonl'])(
    'gives nothing to carry out when it is read as %s and is none',
    async (format) => {
      const plan = await flow.stage(fixture('otherShape.json'), place, { format });
      expect(plan).toMatchObject({ isExecutable: false, counts: { create: 0, update: 0 } });
      const problems = [...plan.problems, ...plan.items.edges.flatMap(({ node }) => node.problems)];
      expect(problems.some(({ severity }) => severity === 'ERROR')).toBe(true);
    },
  );

  function expectRefused(plan: PlanView, code: string, message: RegExp): void {
    expect(plan).toMatchObject({
      status: 'FAILED',
      isExecutable: false,
      counts: { total: 0 },
      items: { totalCount: 0 },
    });
    const errors = plan.problems.filter(({ severity }) => severity === 'ERROR');
    expect(errors).toMatchObject([{ code, message: expect.stringMatching(message) as string }]);
  }
});

function deep(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
}
