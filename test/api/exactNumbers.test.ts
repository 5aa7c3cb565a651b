/** A number is kept as it was written, or it is a problem that names the place and its digits; it is never another number. */
import { socketAnswer } from '../support/socketAnswer.js';
import { ImportFlow, itemsByName, type PlanView } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile } from '../support/objectBatches.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const field = (name: string, businessType: string) => ({
  DBType: 'String',
  businessType,
  label: { en_US: name },
  name,
});
const meter = definitionSpec('METER', 'Meter', [
  field('count', 'LongInteger'),
  field('pieces', 'Integer'),
  field('value', 'Decimal'),
  { ...field('tags', 'MultiselectPicklist'), listTypeDefinitionExternalReferenceCode: 'TAGS' },
]);
const longRange = 'must be a whole number from -9007199254740991 to 9007199254740991';

describe('numbers that a double does not hold', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const makeMeters = async () => {
    const place = await flow.makeProject();
    const entries = ['a1', 'b2'].map((key) => ({ key, name_i18n: { en_US: key } }));
    const spec = { externalReferenceCode: 'TAGS', name: 'Tags', listTypeEntries: entries };
    await flow.create(place, { kind: 'objects/Picklist', name: 'TAGS', spec });
    await flow.import(definitionFile([meter]), place);
    return place;
  };
  const toldOf = (plan: PlanView, name: string) =>
    itemsByName(plan)[name]?.problems.map(({ code, path, message }) => [code, path.join('/'), message]);

  it.each([
    ['a batch file', (rows: string) => entryFile('Meter', []).replace('[]', `[${rows}]`), {}],
    ['a list', (rows: string) => `[${rows}]`, { kind: 'objects/ObjectEntry', definitionErc: 'METER' }],
    ['lines', (rows: string) => rows.replaceAll(',{', '\n{'), { kind: 'objects/ObjectEntry', definitionErc: 'METER' }],
  ])('block the entry of %s that holds one, and no other', async (_, fileOf, options) => {
    const place = await makeMeters();
    const rows =
      '{"externalReferenceCode":"a","count":9007199254740993},{"externalReferenceCode":"b","value":0.10},' +
      '{"externalReferenceCode":"c","value":1e999},{"externalReferenceCode":"d","count":1e3,"pieces":1.0},' +
      '{"externalReferenceCode":"e","count":9007199254740992},{"externalReferenceCode":"f","count":-9007199254740991}';
    const plan = await flow.stage(fileOf(rows), place, { options });
    expect(plan.counts).toMatchObject({ total: 6, create: 3, blocked: 3 });
    expect(toldOf(plan, 'Meter/a')).toEqual([
      ['SPEC_INVALID', 'count', `The field "count" ${longRange}, but is 9007199254740993.`],
    ]);
    expect(toldOf(plan, 'Meter/c')).toEqual([
      ['NUMBER_NOT_EXACT', 'value', 'The number at /value is 1e999, which cannot be stored exactly.'],
    ]);
    expect(toldOf(plan, 'Meter/e')).toEqual([
      ['SPEC_INVALID', 'count', `The field "count" ${longRange}, but is 9007199254740992.`],
    ]);
  });

  it('are named where the source knows an entry or its site by one, and nothing else of the entry is lost', async () => {
    const place = await flow.makeProject();
    await flow.import(definitionFile([{ ...definitionSpec('NOTICE', 'Notice'), scope: 'site' }]), place);
    const item = '{"externalReferenceCode":"a","title":"x","id":12345678901234567890,"siteId":98765432109876543210}';
    const plan = await flow.stage(entryFile('Notice', []).replace('[]', `[${item}]`), place);
    expect(plan.counts).toMatchObject({ total: 1, create: 1, blocked: 0 });
    const told = [...plan.problems, ...plan.items.edges.flatMap(({ node }) => node.problems)];
    expect(told.map(({ severity }) => severity)).not.toContain('ERROR');
    const messages = told.map(({ message }) => message).join('\n');
    expect(messages).toContain('/id');
    expect(messages).toContain('98765432109876543210');
    await flow.execute(plan.id);
    const [entry] = (await flow.resources(place)).filter(({ kind }) => kind.name === 'objects/ObjectEntry');
    expect(entry?.spec).toEqual({ externalReferenceCode: 'a', title: 'x' });
  });

  it('are not the only ones: each line that is wrong is an item of its own', async () => {
    const place = await makeMeters();
    const deep = '['.repeat(200);
    const lines = `{"externalReferenceCode":"a"}\n{"externalReferenceCode":"b"\n{"externalReferenceCode":"c","x":${deep}\n{"externalReferenceCode":"d"}\n`;
    const plan = await flow.stage(lines, place, { options: { kind: 'objects/ObjectEntry', definitionErc: 'METER' } });
    expect(plan.counts).toMatchObject({ total: 4, create: 2, blocked: 2 });
    const told = plan.items.edges.flatMap(({ node }) => node.problems.map(({ code, line }) => [code, line]));
    expect(told).toEqual([
      ['ITEM_MALFORMED', 2],
      ['ITEM_MALFORMED', 3],
    ]);
  });

  it('nor is a record of a draft that cannot be told the end of the others', async () => {
    const record = (name: string) => `{"kind":"fast-data/SystemOfRecord","name":"${name}","spec":{"adapter":"basic"}}`;
    const head = '"format":"waybill/bundle","formatVersion":1,"isDraft":true,"source":{},"requirements":[]';
    const nameless = '{"kind":"fast-data/SystemOfRecord","spec":{"adapter":"basic"}}';
    const kindless = '{"name":"x","spec":{}}';
    const lines = [`{${head}}`, record('a'), '{"kind":', nameless, kindless, '7', record('b')].join('\n');
    const whole = `{${head},"resources":[\n${[record('a'), 'null', nameless, kindless, '7', record('b')].join(',\n')}]}`;
    for (const text of [`${lines}\n`, whole]) {
      const plan = await flow.stage(text, await flow.makeProject());
      expect(plan.counts).toMatchObject({ total: 6, create: 2, blocked: 4 });
      const codes = plan.items.edges.flatMap(({ node }) => node.problems.map(({ code }) => code));
      expect(codes.filter((code) => code === 'ITEM_MALFORMED')).toHaveLength(4);
      expect(codes).not.toContain('UNKNOWN_KIND');
    }
  });

  it('stand in the report and in the remainder as they stand in the file', async () => {
    const place = await makeMeters();
    const file = entryFile('Meter', []).replace('[]', '[{"externalReferenceCode":"a","value":0.10000000000000001}]');
    const plan = await flow.stage(file, place);
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    const textOf = (purpose: string) => flow.download(task!.files.find((file) => file.purpose === purpose)!);
    expect(await textOf('REMAINDER')).toContain('"value":0.10000000000000001');
    expect(await textOf('ERROR_REPORT')).toContain('0.10000000000000001');
  });

  it('block the row of a table, whose cells may also be lists of keys', async () => {
    const place = await makeMeters();
    const csv =
      'externalReferenceCode,count,pieces,value,tags\n' +
      'a,9007199254740993,,,\nb,12,1000000000,,\nc,1.5,,,\nd,,,0.1000000000000000055,\ne,+7,007,1e-3,"a1, b2"\nf,,,,"[""a1""]"\ng,,,,[a1\n';
    const options = { kind: 'objects/ObjectEntry', definitionErc: 'METER' };
    const plan = await flow.stage(csv, place, { fileName: 'meter.csv', mediaType: 'text/csv', options });
    expect(toldOf(plan, 'Meter/a')).toEqual([
      ['SPEC_INVALID', 'count', `The field "count" ${longRange}, but is 9007199254740993.`],
    ]);
    expect(toldOf(plan, 'Meter/b')?.[0]?.[2]).toContain('from -999999999 to 999999999, but is 1000000000');
    expect(toldOf(plan, 'Meter/c')?.[0]?.[2]).toContain('contains "1.5", which is not a whole number');
    expect(toldOf(plan, 'Meter/d')?.[0]?.[2]).toContain('at most 16 digits, but is 0.1000000000000000055');
    expect(itemsByName(plan)['Meter/g']?.problems).toMatchObject([{ fix: expect.stringContaining('a1,b2') as string }]);
    await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    const specs = (await flow.resources(place)).filter(({ kind }) => kind.name === 'objects/ObjectEntry');
    expect(specs.map(({ spec }) => spec)).toEqual([
      { externalReferenceCode: 'e', count: 7, pieces: 7, value: 0.001, tags: ['a1', 'b2'] },
      { externalReferenceCode: 'f', tags: ['a1'] },
    ]);
  });

  it.each([
    ['a document', '{"externalReferenceCode":"P","name_i18n":{"en_US":"P"},"listTypeEntries":[{"key":"a","type":12345678901234567890}],"x-class-name":"com.liferay.headless.admin.list.type.dto.v1_0.ListTypeDefinition"}', /^listTypeEntries\/0\/type$/],
    ['a list of reports', '[{"id":"r1","exportEntityType":"single_process_report","name":"R","sourceIndexVersion":8,"collectionId":null,"data":{"definitions":[],"configuration":{"x":12345678901234567890}}}]', /configuration\/x$/],
  ])('block the item of %s', async (_, text, place) => {
    const plan = await flow.stage(text, await flow.makeProject());
    const problems = plan.items.edges.flatMap(({ node }) => node.problems);
    const told = problems.find(({ code }) => code === 'NUMBER_NOT_EXACT');
    expect(told?.message).toContain('12345678901234567890');
    expect(told?.path.join('/')).toMatch(place);
  }); // prettier-ignore

  const digits = '12345678901234567890';
  const draft = JSON.stringify({
    ...{ format: 'waybill/bundle', formatVersion: 1, isDraft: true, source: {}, requirements: [] },
    resources: [
      {
        ...{ kind: 'fast-data/CastFunction', name: 'own', title: 'Own', externalReferenceCode: 'OWN' },
        origins: [{ sourceName: 'old' }],
        spec: { dataType: 'string', type: 'custom', casting: 'module.exports = (value) => value' },
      },
    ],
  });
  const definitions = definitionFile([definitionSpec('OTHER', 'Other')]);
  it.each([
    { where: 'the name', file: draft, place: '"own"', code: 'NUMBER_NOT_EXACT' },
    { where: 'the title', file: draft, place: '"Own"', code: 'NUMBER_NOT_EXACT' },
    { where: 'the external reference code', file: draft, place: '"OWN"', code: 'NUMBER_NOT_EXACT' },
    { where: 'the name in the source', file: draft, place: '"old"', code: 'NUMBER_NOT_EXACT' },
    { where: 'the kind', file: draft, place: '"fast-data/CastFunction"', code: 'UNKNOWN_KIND' },
    { where: 'the version of the bundle', file: draft, place: '1,"isDraft"', code: 'FORMAT_VERSION_UNSUPPORTED' },
    { where: 'the code of a definition', file: definitions, place: '"OTHER"', code: 'NUMBER_NOT_EXACT' },
    { where: 'the strategy', file: definitions, place: '"UPSERT"', code: 'SETTING_INVALID' },
    {
      where: 'the class',
      file: definitions,
      place: '"com.liferay.object.admin.rest.dto.v1_0.ObjectDefinition"',
      code: 'UNKNOWN_KIND',
    },
  ])('are shown with their digits where $where is one, in one problem', async ({ file, place, code }) => {
    expect(file).toContain(place);
    const text = file.replace(place, place.endsWith('isDraft"') ? `${digits},"isDraft"` : digits);
    const plan = await flow.stage(text, await flow.makeProject());
    const problems = [...plan.problems, ...plan.items.edges.flatMap(({ node }) => node.problems)];
    expect(problems).toMatchObject([{ code, message: expect.stringContaining(digits) as string }]);
    expect(JSON.stringify(plan)).not.toMatch(/\\u0000|\uFFFD/);
  });

  it('are shown with their digits where an argument is one', async () => {
    const body = `{"query":"query ($first: Int) { projects(first: $first) { totalCount } }","variables":{"first":${digits}}}`;
    const headers = { ...server.authorization, 'content-type': 'application/json' };
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringMatching(new RegExp(`invalid value ${digits};`)) as string }],
    });
  });

  it('are no texts, and no text is one', async () => {
    const place = await makeMeters();
    const rows = [
      { externalReferenceCode: 'a', tags: ['\u00001'] },
      { externalReferenceCode: 'b', tags: [1] },
    ];
    const file = entryFile('Meter', rows).replace(/\b1$/m, digits);
    const plan = await flow.stage(file, place);
    expect(toldOf(plan, 'Meter/a')?.map(([code]) => code)).toContain('CHARACTER_NOT_ALLOWED');
    expect(JSON.stringify(itemsByName(plan)['Meter/a'])).not.toContain('NUMBER_NOT_EXACT');
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    const remainder = task?.files.find(({ purpose }) => purpose === 'REMAINDER');
    const text = await (await fetch(remainder!.url)).text();
    expect(text).toContain(String.raw`"tags":["\u00001"]`);
    expect(text).toContain(`"tags":[${digits}]`);
  });

  const document = `mutation ($input: CreateResourceInput!) { createResource(input: $input) { resource { id } problems { code path message } } }`;
  const inputOf = (branchId: string) =>
    `{"branchId":"${branchId}","kind":"fast-data/CrudCollection","name":"c","spec":{"fields":[{"name":"a","maximum":12345678901234567890}]}}`;
  const refused = {
    createResource: {
      problems: [
        {
          code: 'NUMBER_NOT_EXACT',
          path: ['input', 'spec', 'fields', '0', 'maximum'],
          message:
            'The number at "input.spec.fields.0.maximum" is 12345678901234567890, which cannot be stored exactly.',
        },
      ],
    },
  };

  it('are refused in the variables of a request', async () => {
    const { branchId } = await flow.makeProject();
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { ...server.authorization, 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(document)},"variables":{"input":${inputOf(branchId)}}}`,
    });
    expect(await response.json()).toMatchObject({ data: refused });
  });

  it('are refused in the variables of an address', async () => {
    const { branchId } = await flow.makeProject();
    const input = `{"selection":{"branchId":"${branchId}","all":true},"recordFilter":[{"field":"n","operator":"EQ","value":12345678901234567890}]}`;
    const search = new URLSearchParams({
      query: 'query ($input: StartExportInput!) { exportPreview(input: $input) { sizeBytes } }',
      variables: `{"input":${input}}`,
    });
    const headers = { ...server.authorization, 'apollo-require-preflight': 'true' };
    const response = await fetch(`${server.url}/graphql?${search.toString()}`, { headers });
    expect(await response.text()).toContain('12345678901234567890, which cannot be stored exactly');
  });

  it.each(['12345678901234567890', '1e400'])(
    'are refused in the operations of a request with parts: %s',
    async (number) => {
      const { branchId } = await flow.makeProject();
      const form = new FormData();
      const input = inputOf(branchId).replaceAll('12345678901234567890', number);
      form.append('operations', `{"query":${JSON.stringify(document)},"variables":{"input":${input}}}`);
      form.append('map', '{}');
      const headers = { ...server.authorization, 'apollo-require-preflight': 'true' };
      const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: form });
      const { data } = (await response.json()) as {
        data: { createResource: { problems: { code: string; message: string }[] } };
      };
      expect(data.createResource.problems).toMatchObject([{ code: 'NUMBER_NOT_EXACT' }]);
      expect(data.createResource.problems[0]!.message).toContain(`is ${number}, which`);
    },
  );

  it('are refused in the document of a request, over HTTP and over WebSocket', async () => {
    const { branchId } = await flow.makeProject();
    const literal = inputOf(branchId).replaceAll(/"(\w+)":/g, '$1:');
    const query = `mutation { createResource(input: ${literal}) { resource { id } problems { code path message } } }`;
    expect((await server.query(query)).data).toMatchObject(refused);
    expect((await socketAnswer(server, { query })).data).toMatchObject(refused);
  });
});
