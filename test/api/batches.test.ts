import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema } from '../support/fastDataResources.js';
import { expectRefusal, postJson, type LimitAnswer } from '../support/limitAnswers.js';
import { operationDocument } from '../support/operationResults.js';
import { createProject } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const nested = `{ project(key: ${'['.repeat(300)}${']'.repeat(300)}) { id } }`;

describe('a batch', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const operation = { query: '{ projects { totalCount } }' };
  const create = (key: string) => ({
    query: 'mutation ($key: String!) { createProject(input: { key: $key, name: "Batch" }) { project { key } } }',
    variables: { key },
  });

  it('of ten operations is answered in their order', async () => {
    const { status, body } = await postJson(server, [
      ...Array<unknown>(9).fill(operation),
      { query: '{ kinds { __typename } }' },
    ]);
    expect(status).toBe(200);
    const answers = body as { data: Record<string, unknown> }[];
    expect(answers.map(({ data }) => Object.keys(data).join())).toEqual([
      ...Array<string>(9).fill('projects'),
      'kinds',
    ]);
  });

  it.each([11, 1000])('of %d operations is refused whole', async (count) => {
    const batch = [create(`batch-${count}`), ...Array<unknown>(count - 1).fill(operation)];
    const answer = await postJson(server, batch);
    expectRefusal(answer, 'BATCH_TOO_LARGE', new RegExp(`${count} operations, more than the 10 .* none was run`));
    expect((await server.operation('Project', { key: `batch-${count}` })).project).toBeNull();
  });

  it('is refused whole for what is no operation', async () => {
    expectRefusal(await postJson(server, [create('beside'), 7]), 'BAD_USER_INPUT', /must be an object/);
    expect((await server.operation('Project', { key: 'beside' })).project).toBeNull();
  });

  it('is refused whole when one of its operations is beyond a limit', async () => {
    expectRefusal(await postJson(server, [create('deep'), { query: nested }]), 'QUERY_TOO_DEEP', /levels/);
    expect((await server.operation('Project', { key: 'deep' })).project).toBeNull();
  });

  it('does not multiply an upload', async () => {
    const { branchId } = await createProject(server, 'uploads');
    const stage = { query: operationDocument('StageImport'), variables: { input: { branchId, file: null } } };
    const paths = ['0.variables.input.file', '1.variables.input.file'];
    const answer = await multipart(server, [stage, stage], paths);
    expectRefusal(answer, 'BATCH_WITH_UPLOAD', /in a request of its own/);
    expect(await taskCountOn(server, branchId)).toBe(0);
  });

  it('is not the only way to multiply an upload: fields of one operation can not share it either', async () => {
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
