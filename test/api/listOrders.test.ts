/** Lists that have several orders: each order is whole over its pages, in both directions, and a cursor holds only in its own. */
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeProjection, makeSystem } from '../support/fastDataResources.js';
import { createProject, createResources, stageFile, type ProjectScene } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface ListPage {
  totalCount: number;
  nodes: Record<string, string>[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

type Order = { field: string; direction?: 'ASC' | 'DESC' };

/** Each list: what it is asked by, and the value of a node that each order sorts by. */
const lists = {
  resources: {
    document: `query ($branchId: ID, $after: String, $orderBy: ResourceOrder, $first: Int) { node(id: $branchId) { ... on Branch {
      list: resources(orderBy: $orderBy, first: $first, after: $after) {
        totalCount nodes { id name kind { name } createdAt updatedAt } pageInfo { hasNextPage endCursor } } } } }`,
    keys: { NAME: 'name', KIND: 'kind', UPDATED_AT: 'updatedAt', CREATED_AT: 'createdAt' },
  },
  importPlans: {
    document: `query ($branchId: ID, $after: String, $orderBy: ImportPlanOrder, $first: Int) { node(id: $branchId) { ... on Branch {
      list: importPlans(orderBy: $orderBy, first: $first, after: $after) {
        totalCount nodes { id createdAt updatedAt } pageInfo { hasNextPage endCursor } } } } }`,
    keys: { CREATED_AT: 'createdAt', UPDATED_AT: 'updatedAt' },
  },
  tasks: {
    document: `query ($projectId: ID, $after: String, $orderBy: TaskOrder, $first: Int) { node(id: $projectId) { ... on Project {
      list: tasks(orderBy: $orderBy, first: $first, after: $after) {
        totalCount nodes { id createdAt endedAt } pageInfo { hasNextPage endCursor } } } } }`,
    keys: { CREATED_AT: 'createdAt', ENDED_AT: 'endedAt' },
  },
} as const;

const orders = Object.entries(lists).flatMap(([list, { keys }]) =>
  Object.entries(keys).map(([field, member]) => [list as keyof typeof lists, field, member] as const),
);

describe('a list in an order', () => {
  let server: ServerClient;
  let scene: ProjectScene;
  beforeAll(async () => {
    server = await sharedServer();
    scene = await createProject(server, 'orders');
    const { branchId } = scene;
    const made = await createResources(server, branchId, [
      makeSystem('Zeta'),
      makeErSchema('beta', {}),
      makeErSchema('Alpha', {}),
      makeProjection('gamma', { parent: 'Zeta' }),
      makeErSchema('alpha', {}),
    ]);
    await server.operation('UpdateResource', {
      input: { id: made.get('beta')!.id, spec: makeErSchema('beta', { later: [] }).spec },
    });
    for (const name of ['one', 'two', 'three']) {
      await stageFile(server, await bundleText([makeErSchema(name, {})]), { branchId });
    }
  });

  const ask = async (list: keyof typeof lists, orderBy: Order | null, page: object = {}): Promise<ListPage> => {
    const { document } = lists[list];
    const { branchId, projectId } = scene;
    const owner = list === 'tasks' ? { projectId } : { branchId };
    const { data, errors } = await server.query(document.replaceAll('ID,', 'ID!,'), { ...owner, orderBy, ...page });
    if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
    const { node } = data as { node: { list: ListPage } };
    const flat = (row: Record<string, unknown>) => ({
      ...row,
      ...(row['kind'] ? { kind: (row['kind'] as { name: string }).name } : {}),
    });
    return { ...node.list, nodes: node.list.nodes.map(flat) };
  };

  it.each(orders)(
    'of %s by %s is sorted and whole, forwards and backwards, page by page',
    async (list, field, member) => {
      const idsOf = ({ nodes }: ListPage) => nodes.map(({ id }) => id);
      const whole = await ask(list, { field });
      const values = whole.nodes.map((node) => (member === 'name' ? node[member]?.toLowerCase() : node[member]) ?? '');
      expect(values.length).toBeGreaterThan(2);
      expect(values).toEqual(values.toSorted());
      expect(idsOf(await ask(list, { field, direction: 'DESC' }))).toEqual(idsOf(whole).toReversed());
      for (const direction of ['ASC', 'DESC'] as const) {
        const seen: (string | undefined)[] = [];
        let after: string | null = null;
        for (let isLast = false; !isLast;) {
          const page: ListPage = await ask(list, { field, direction }, { first: 2, after });
          expect(page.totalCount).toBe(values.length);
          seen.push(...idsOf(page));
          after = page.pageInfo.endCursor;
          isLast = !page.pageInfo.hasNextPage;
        }
        expect(seen).toEqual(direction === 'ASC' ? idsOf(whole) : idsOf(whole).toReversed());
      }
    },
  );

  it.each(orders)('of %s by %s refuses the cursor of another order, and says which it is of', async (list, field) => {
    const { pageInfo } = await ask(list, { field }, { first: 1 });
    const asked = ask(list, { field, direction: 'DESC' }, { after: pageInfo.endCursor });
    await expect(asked).rejects.toThrow(
      `The cursor in "after" belongs to the order ${field} ASC; this list is in the order ${field} DESC. Ask for the order of the cursor, or leave "after" out to start this one.`,
    );
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['a cursor of another list', Buffer.from('["a","b"]').toString('base64url')],
    ['a cursor with parts of other types', Buffer.from('["NAME ASC",1,2,3]').toString('base64url')],
    ['a cursor with a part too few', Buffer.from('["NAME ASC","a"]').toString('base64url')],
  ])('refuses %s', async (_what, after) => {
    await expect(ask('resources', { field: 'NAME' }, { after })).rejects.toThrow('was not given out by this list');
  });

  it('of projects comes by key, name and times', async () => {
    const document = `query ($orderBy: ProjectOrder) { projects(first: 500, orderBy: $orderBy) {
      nodes { id key name createdAt updatedAt } } }`;
    for (const [field, member] of Object.entries({
      KEY: 'key',
      NAME: 'name',
      CREATED_AT: 'createdAt',
      UPDATED_AT: 'updatedAt',
    })) {
      const { data, errors } = await server.query(document, { orderBy: { field, direction: 'DESC' } });
      expect(errors).toBeUndefined();
      const { nodes } = (data as { projects: { nodes: Record<string, string>[] } }).projects;
      const values = nodes.map((node) => (member === 'name' ? node[member]?.toLowerCase() : node[member]) ?? '');
      expect(values).toEqual(values.toSorted().toReversed());
    }
  });
});
