import { createProject } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import type { InputOf } from '../support/operationResults.js';

describe('projects', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const create = async (input: Partial<InputOf<'CreateProject'>> & Pick<InputOf<'CreateProject'>, 'key'>) =>
    (await server.operation('CreateProject', { input: { name: 'A project', ...input } })).createProject;

  it('are made with a branch main, and found by their key', async () => {
    const key = server.keyFor('alpha');
    const { project, problems } = await create({ key, name: 'Alpha', capabilities: ['EVENT_DRIVEN'] });
    expect(problems).toEqual([]);
    expect(project).toMatchObject({ key, name: 'Alpha', capabilities: ['EVENT_DRIVEN'] });
    expect(project?.defaultBranch.name).toBe('main');
    expect(project?.branches).toEqual([project?.defaultBranch]);
    expect((await server.operation('Project', { key })).project).toEqual(project);
  });

  it('are null for an unknown key', async () => {
    expect(await server.operation('Project', { key: 'nobody' })).toEqual({ project: null });
  });

  it('are refused when the key is taken, and only one of many at once is made', async () => {
    const key = server.keyFor('wanted');
    const payloads = await Promise.all(Array.from({ length: 5 }, () => create({ key })));
    expect(payloads.filter(({ project }) => project !== null)).toHaveLength(1);
    const refusals = payloads.filter(({ project }) => project === null);
    for (const { problems } of refusals) {
      expect(problems).toEqual([
        { code: 'NAME_TAKEN', message: `There is a project with the key "${key}" already.`, path: ['input', 'key'] },
      ]);
    }
  });

  it.each(['', ' ', 'two words', '-dash-first', 'dash-last-', 'ünïcode', 'a/b', 'a\u0000b', '../up', 'x'.repeat(65)])(
    'are refused when the key is %j',
    async (key) => {
      const { project, problems } = await create({ key });
      expect(project).toBeNull();
      expect(problems).toMatchObject([{ code: 'NAME_INVALID', path: ['input', 'key'] }]);
    },
  );

  it.each([['   '], ['line\nbreak'], ['n'.repeat(201)]])('are refused when the name is %j', async (name) => {
    const { project, problems } = await create({ key: 'fine', name });
    expect(project).toBeNull();
    expect(problems).toMatchObject([{ code: 'NAME_INVALID', path: ['input', 'name'] }]);
  });

  it('tell all that is wrong at once', async () => {
    const { problems } = await create({ key: '?', name: '' });
    expect(problems.map(({ path }) => path)).toEqual([
      ['input', 'key'],
      ['input', 'name'],
    ]);
  });

  it('accept a key of one letter and one of 64', async () => {
    expect((await create({ key: 'k' })).problems).toEqual([]);
    expect((await create({ key: 'k'.repeat(64) })).problems).toEqual([]);
  });
});

describe('the list of projects', () => {
  let server: TestServer;
  const keys = ['delta', 'alpha', 'echo', 'charlie', 'bravo'];
  beforeAll(async () => {
    server = await startTestServer();
    for (const key of keys) await createProject(server, key);
  });
  afterAll(() => server.stop());

  const keysOf = async (variables: Record<string, unknown>) => {
    const { projects } = await server.operation('Projects', variables);
    return { ...projects, keys: projects.edges.map(({ node }) => node.key) };
  };

  const idOfKey = async (key: string) => (await server.operation('Project', { key })).project?.id;

  it('comes in the order of the keys, with a total', async () => {
    const list = await keysOf({});
    expect(list.keys).toEqual(keys.toSorted());
    expect(list.totalCount).toBe(5);
    expect(list.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  it('is searched for a part of key, name and description, in the order that was asked for', async () => {
    const input = { key: 'foxtrot', name: 'The Echo of 100 %', description: 'Where bravos go' };
    await server.operation('CreateProject', { input });
    const search = async (text: string) => {
      const document = 'query ($text: String) { projects(filter: { search: $text }) { totalCount nodes { key } } }';
      const { data } = await server.query(document, { text });
      const { totalCount, nodes } = data!['projects'] as { totalCount: number; nodes: { key: string }[] };
      expect(totalCount).toBe(nodes.length);
      return nodes.map(({ key }) => key);
    };
    expect(await search('ECHO')).toEqual(['echo', 'foxtrot']);
    expect(await search('bravo')).toEqual(['bravo', 'foxtrot']);
    expect(await search('100 %')).toEqual(['foxtrot']);
    expect(await search('_')).toEqual([]);
    await server.operation('DeleteProject', { input: { id: (await idOfKey('foxtrot'))!, confirmKey: 'foxtrot' } });
  });

  it('goes on behind a cursor, without repeating or losing one', async () => {
    const first = await keysOf({ first: 2 });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await keysOf({ first: 2, after: first.pageInfo.endCursor });
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const third = await keysOf({ first: 2, after: second.pageInfo.endCursor });
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect([...first.keys, ...second.keys, ...third.keys]).toEqual(keys.toSorted());
  });

  it('keeps its place when a project is made before the cursor', async () => {
    const first = await keysOf({ first: 2 });
    await createProject(server, 'aardvark');
    const second = await keysOf({ first: 2, after: first.pageInfo.endCursor });
    expect(second.keys).toEqual(['charlie', 'delta']);
  });

  it('gives an empty page when none is asked for', async () => {
    const { edges, pageInfo } = await keysOf({ first: 0 });
    expect(edges).toEqual([]);
    expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null });
  });

  it.each([{ first: -1 }, { first: 501 }, { after: 'not a cursor' }, { after: 'e30' }])(
    'refuses %j as bad input',
    async (variables) => {
      const errors = await server.operationErrors('Projects', variables);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );

  it('refuses a cursor of another list, and does not fail inside', async () => {
    const cursor = Buffer.from(JSON.stringify([1, 2, 3])).toString('base64url');
    const { errors } = await server.query('query ($after: String) { projects(after: $after) { totalCount } }', {
      after: cursor,
    });
    for (const { extensions } of errors ?? []) expect(extensions['code']).toBe('BAD_USER_INPUT');
  });
});
