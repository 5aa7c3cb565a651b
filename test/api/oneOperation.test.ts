import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema } from '../support/fastDataResources.js';
import { expectRefusal, postJson, type LimitAnswer } from '../support/limitAnswers.js';
import { operationDocument } from '../support/operationResults.js';
import { createProject } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('a request', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  it('with a list of operations is refused whole', async () => {
    const create = (key: string) => ({
      query: 'mutation ($key: String!) { createProject(input: { key: $key, name: "Listed" }) { project { key } } }',
      variables: { key },
    });
    for (const list of [[create('listed')], [create('listed'), create('other')], []]) {
      expectRefusal(await postJson(server, list), 'BAD_USER_INPUT', /A request holds one operation/);
    }
    expect((await server.operation('Project', { key: 'listed' })).project).toBeNull();
  });

  it('with a list of operations and an upload is refused whole', async () => {
    const { branchId } = await createProject(server, 'uploads');
    const stage = { query: operationDocument('StageImport'), variables: { input: { branchId, file: null } } };
    const answer = await multipart(server, [stage, stage], ['0.variables.input.file', '1.variables.input.file']);
    expectRefusal(answer, 'BAD_USER_INPUT', /A request holds one operation/);
    expect(await taskCountOn(server, branchId)).toBe(0);
  });

  it('does not share an upload between its fields', async () => {
    const { branchId } = await createProject(server, 'shared');
    const query = `mutation ($input: StageImportInput!) { a: stageImport(input: $input) { plan { id } }
                                                          b: stageImport(input: $input) { plan { id } } }`;
    const { errors } = await multipart(server, { query, variables: { input: { branchId, file: null } } }, [
      'variables.input.file',
    ]);
    expect(errors).toMatchObject([{ path: ['b'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await taskCountOn(server, branchId)).toBe(1);
  });
});

async function taskCountOn(server: ServerClient, branchId: string): Promise<number> {
  return (await server.operation('Tasks', { filter: { branchId } })).tasks!.totalCount;
}

async function multipart(server: ServerClient, operations: unknown, paths: string[]): Promise<LimitAnswer> {
  const form = new FormData();
  form.append('operations', JSON.stringify(operations));
  form.append('map', JSON.stringify({ 0: paths }));
  form.append('0', new Blob([await bundleText([makeErSchema('a', {})])], { type: 'application/json' }), 'a.json');
  const headers = { 'apollo-require-preflight': 'true', ...server.authorization };
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: form });
  return { status: response.status, ...((await response.json()) as LimitAnswer) };
}
