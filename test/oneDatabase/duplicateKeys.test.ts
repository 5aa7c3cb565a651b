/** A key that stands twice in one object is never dropped in silence: JSON would keep one of its values. */
import WebSocket from 'ws';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';
import { sharedServer } from '../support/sharedServer.js';

describe('a key that stands twice in one object', () => {
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    flow = new ImportFlow(await sharedServer());
    place = await flow.makeProject();
    const tags = {
      ...textField('tags'),
      businessType: 'MultiselectPicklist',
      listTypeDefinitionExternalReferenceCode: 'T',
    };
    await flow.create(place, { kind: 'objects/Picklist', name: 'T', spec: { externalReferenceCode: 'T', name: 'T' } });
    await flow.import(definitionFile([definitionSpec('BOOK', 'Book', [textField('title'), tags])]), place);
  });

  const entries = { kind: 'objects/ObjectEntry', definitionErc: 'BOOK' };
  const good = '{"externalReferenceCode":"a","title":"x"}';
  const twice = '{"externalReferenceCode":"b",\n"title":"x","title":"y"}';
  const line = twice.replace('\n', '');
  const record = (spec: string) => `{"kind":"fast-data/CastFunction","name":"a","spec":${spec}}`;
  const cast = '{"type":"custom","dataType":"string",\n"casting":"1","casting":"2"}';
  const header = '"format":"waybill/bundle","formatVersion":1,"isDraft":true,"source":{},"requirements":[]';

  it.each([
    { where: 'a list', file: `[${good},\n${twice}]`, options: entries, path: ['title'], line: 3 },
    { where: 'lines', file: `${good}\n${line}\n`, options: entries, path: ['title'], line: 2 },
    { where: 'a batch file', file: entryFile('Book', []).replace('[]', `[${twice}]`), path: ['title'], line: 12 },
    { where: 'one item', file: twice, options: entries, path: ['title'], line: 2 },
    { where: 'a bundle', file: `{${header},"resources":[\n${record(cast)}]}`, path: ['casting'], line: 3 },
    {
      where: 'a bundle of lines',
      file: `{${header}}\n${record(cast.replace('\n', ''))}\n`,
      path: ['casting'],
      line: 2,
    },
    {
      where: 'a part of an item',
      file: definitionFile([definitionSpec('X', 'X')]).replace(/"required": false/, '"required": false, "name": "b"'),
      path: ['objectFields', '0', 'name'],
    },
  ])('of an item of $where blocks that item, with its place and line', async ({ file, options, path, line: at }) => {
    const plan = await flow.stage(file, place, options ? { options } : {});
    expect(plan.problems).toEqual([]);
    const blocked = plan.items.edges.map(({ node }) => node).filter(({ action }) => action === 'BLOCKED');
    const told = { code: 'DUPLICATE_KEY', path, ...(at !== undefined && { line: at }) };
    expect(blocked.map(({ problems }) => problems)).toMatchObject([[told]]);
  });

  it.each([
    {
      where: 'the settings',
      file: entryFile('Book', [{ externalReferenceCode: 'a' }]).replace(
        '"UPSERT"',
        '"INSERT", "createStrategy": "UPSERT"',
      ),
      path: ['configuration', 'parameters', 'createStrategy'],
    },
    {
      where: 'a document',
      file: '{"version":"1.0.0","config":{"a":{"outgoing":{"b":{"conditions":{"x":{"oneToMany":true,\n"oneToMany":false}}}}}}}',
      path: ['config', 'a', 'outgoing', 'b', 'conditions', 'x', 'oneToMany'],
    },
    {
      where: 'a file of reports',
      file: '[{"id":"r","exportEntityType":"single_process_report","name":"R","name":"S","sourceIndexVersion":8}]',
      path: ['0', 'name'],
    },
  ])('of $where keeps the file out', async ({ file, path }) => {
    const plan = await flow.stage(file, place);
    expect(plan).toMatchObject({ status: 'FAILED', counts: { total: 0 } });
    expect(plan.problems).toMatchObject([{ code: 'DUPLICATE_KEY', path: path[0] === '0' ? path.slice(1) : path }]);
  });

  it('of a cell of a table blocks its row', async () => {
    const table = 'externalReferenceCode;title;tags\na;x;[{"key":"a","key":"b"}]\n';
    const plan = await flow.stage(table, place, { options: entries });
    expect(plan.items.edges[0]?.node).toMatchObject({
      action: 'BLOCKED',
      problems: [{ code: 'DUPLICATE_KEY', path: ['tags'], line: 2 }],
    });
  });

  describe('in a request', () => {
    const document = 'mutation ($input: CreateResourceInput!) { createResource(input: $input) { resource { id } } }';
    const variables = () =>
      `{"input":{"branchId":"${place.branchId}","kind":"fast-data/CastFunction","name":"twice","spec":${cast}}}`;
    const refusal = (at: string, key: string) => [
      {
        message: `The key "${key}" occurs twice in one object of the request, at ${at}. Remove or rename one of the two.`,
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) as unknown,
      },
    ];
    const headers = () => ({ ...flow.client.authorization, 'apollo-require-preflight': 'true' });
    const ask = async (path: string, request: RequestInit) => {
      const response = await fetch(`${flow.client.url}/graphql${path}`, request);
      return { status: response.status, errors: ((await response.json()) as { errors: unknown[] }).errors };
    };

    it('is refused with its place, and nothing is made', async () => {
      const body = `{"query":${JSON.stringify(document)},"variables":${variables()}}`;
      const json = { ...headers(), 'content-type': 'application/json' };
      expect(await ask('', { method: 'POST', headers: json, body })).toEqual({
        status: 400,
        errors: refusal('/variables/input/spec/casting', 'casting'),
      });
      expect((await flow.resources(place)).map(({ name }) => name)).not.toContain('twice');
      const once = body.replace('"casting":"2"', '"a\\"b:":{"casting":"1"}');
      expect((await ask('', { method: 'POST', headers: json, body: once })).errors).toBeUndefined();
    });

    it('is refused in the variables of a GET and beside a file', async () => {
      const search = new URLSearchParams({
        query: 'query ($first: Int) { projects(first: $first) { totalCount } }',
        variables: '{"first":1,"first":2}',
      });
      expect(await ask(`?${search.toString()}`, { headers: headers() })).toEqual({
        status: 400,
        errors: refusal('/first', 'first'),
      });
      const upload = new FormData();
      upload.append('operations', `{"query":"mutation ($f: Upload!) { x(f: $f) }","variables":{"f":null,"f":null}}`);
      upload.append('map', '{"0":["variables.f"]}');
      upload.append('0', new Blob(['{}']), 'x.json');
      expect(await ask('', { method: 'POST', headers: headers(), body: upload })).toEqual({
        status: 400,
        errors: refusal('/variables/f', 'f'),
      });
    });

    it('closes a WebSocket', async () => {
      const socket = new WebSocket(`${flow.client.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
      const closed = new Promise<[number, string]>((resolve) => {
        socket.on('close', (code, reason) => {
          resolve([code, String(reason)]);
        });
      });
      socket.on('open', () => {
        socket.send('{"type":"connection_init","payload":{"authorization":"a","authorization":"b"}}');
      });
      expect(await closed).toEqual([4400, 'A key occurs twice in one object of the message.']);
    });
  });
});
