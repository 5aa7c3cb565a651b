/** U+0000 is no text in PostgreSQL, and half of a surrogate pair none in UTF-8: on both databases they are refused, and nothing breaks. */
import { castFunction, projection } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { createProject } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe.each([
  ['the character U+0000', '\0'],
  ['half of a surrogate pair', '\ud800'],
])('%s', (fault, bad) => {
  let server: ServerClient;
  let branchId: string;
  beforeAll(async () => {
    server = await sharedServer();
    ({ branchId } = await createProject(server, `unstorable-${bad.charCodeAt(0)}`));
  });

  it.each([
    ['in a text of the spec', { ...castFunction('f'), spec: { ...castFunction('f').spec, casting: `a${bad}b` } }],
    ['in a key of the spec', { ...castFunction('f'), spec: { ...castFunction('f').spec, [`k${bad}`]: 1 } }],
    ['in a title', { ...castFunction('f'), title: `T${bad}` }],
    ['in a name', castFunction(`f${bad}`)],
    ['in a kind', { ...castFunction('f'), kind: `fast-data/${bad}` }],
    ['in its id', { ...castFunction('f'), id: `i${bad}` }],
    ['in an origin', { ...castFunction('f'), origins: [originOf(bad)] }],
    ['in the name of its parent', { ...projection('f', { system: 'p' }), parent: `p${bad}` }],
    [
      'in the name of its definition',
      { kind: 'objects/ObjectEntry', name: 'Book/1', parent: `BOOK${bad}`, spec: { externalReferenceCode: '1' } },
    ],
  ])('makes an item of a file invalid when it stands %s', async (_where, record) => {
    const flow = new ImportFlow(server);
    const plan = await flow.stage(bundleOf([record, castFunction('sound')]), { branchId });
    const items = plan.items.edges.map(({ node }) => node);
    expect(items.map(({ action }) => action)).toEqual(['BLOCKED', 'CREATE']);
    expect(items[0]?.problems.length).toBeGreaterThan(0);
    expect(items[0]?.problems[0]?.line).toBe(items[0]?.line);
  });

  it('in the spec of a request is a problem that names the place', async () => {
    const spec = { ...castFunction('f').spec, casting: `a${bad}b` };
    const { createResource } = await server.operation('CreateResource', {
      input: { branchId, kind: 'fast-data/CastFunction', name: 'f', spec },
    });
    expect(createResource.problems).toMatchObject([
      {
        code: 'CHARACTER_NOT_ALLOWED',
        path: ['input', 'spec', 'casting'],
        message: `The text at "input.spec.casting" contains ${fault}, which cannot be stored.`,
      },
    ]);
  });

  it('in a title of a request is refused, in a variable and in the document', async () => {
    const input = { branchId, kind: 'fast-data/CastFunction', name: 'f', spec: castFunction('f').spec };
    const refused = { problems: [{ code: 'CHARACTER_NOT_ALLOWED', path: ['input', 'title'] }] };
    const inVariable = await server.operation('CreateResource', { input: { ...input, title: `a${bad}` } });
    expect(inVariable.createResource).toMatchObject(refused);
    // GraphQL itself has no escape for half a pair.
    if (bad !== '\0') return;
    const document = `mutation ($spec: JSONObject!) { createResource(input: { branchId: "${branchId}",
      kind: "fast-data/CastFunction", name: "f", title: "a\\u0000", spec: $spec }) { problems { code path } } }`;
    const { data } = await server.query(document, { spec: input.spec });
    expect(data).toMatchObject({ createResource: refused });
  });

  it('in the argument of a query, in a cursor and over WebSocket is a mistake of who asks', async () => {
    const document = `query ($id: ID!, $search: String, $after: String) {
      resources(branchId: $id, filter: { search: $search }, after: $after) { totalCount } }`;
    const after = Buffer.from(JSON.stringify([`a${bad}`, 'b', 'c', 'd'])).toString('base64url');
    for (const variables of [{ search: `a${bad}` }, { after }]) {
      const { errors } = await server.query(document, { id: branchId, ...variables });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    const updates = server.subscribe(`x${bad}`).next();
    await expect(updates).rejects.toThrow('cannot be stored');
  });

  it('in the header of a file is told, and the file can be imported', async () => {
    const flow = new ImportFlow(server);
    const text = bundleOf([castFunction('sound')], { project: `p${bad}` });
    const plan = await flow.stage(text, { branchId });
    expect(plan.problems).toMatchObject([{ code: 'CHARACTER_NOT_ALLOWED', severity: 'WARNING' }]);
    expect(plan.source?.project?.key).toBe('p\uFFFD');
  });

  it('in a cell of a table makes its row invalid', async () => {
    // A table has no escapes: half of a pair can't stand in UTF-8.
    if (bad !== '\0') return;
    const flow = new ImportFlow(server);
    const options = { kind: 'fast-data/CastFunction', csv: { delimiter: ',' } };
    const table = 'name,dataType,type,casting\none,string,custom,a\0b\ntwo,string,custom,b\n';
    const plan = await flow.stage(table, { branchId }, { fileName: 't.csv', mediaType: 'text/csv', options });
    expect(plan.items.edges.map(({ node }) => node.action)).toEqual(['BLOCKED', 'CREATE']);
    expect(plan.items.edges[0]?.node.problems).toMatchObject([{ code: 'CHARACTER_NOT_ALLOWED', line: 2 }]);
  });
});

function originOf(bad: string) {
  return {
    instance: null,
    project: { id: 'p', key: 'p', name: `n${bad}` },
    branch: 'main',
    exportedAt: null,
    sourceName: 's',
    sourceId: null,
    bundleDigest: null,
  };
}
